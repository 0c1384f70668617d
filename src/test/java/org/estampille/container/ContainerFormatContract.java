package org.estampille.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat.Wish;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every container format must do, run over small files built in code and over real ones where there are any. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ContainerFormatContract {

    /**
     * A file to try.
     *
     * @param name shown in test reports
     * @param format of the file
     * @param octets the whole file, without a manifest store
     */
    public record Sample(String name, AssetFormat format, Octets octets) {
        @Override
        public String toString() {
            return name;
        }
    }

    protected static final ReadLimits LIMITS = ReadLimits.standard();

    protected abstract ContainerFormat format();

    /** Files from which a store can be taken out again without a trace. */
    protected abstract List<Sample> samples();

    /** Real files of the formats, as far as present. */
    protected abstract List<Sample> realSamples() throws IOException;

    /** Every how many octets one is changed; more than 1 where reading a file is slow. */
    protected int stride() {
        return 1;
    }

    protected final ContainerMap map(AssetFormat kind, Octets octets) throws IOException, MalformedContentException {
        return map(kind, new OctetsSource(octets));
    }

    protected final ContainerMap map(AssetFormat kind, ByteSource source)
            throws IOException, MalformedContentException {
        return format().map(new Asset("sample", source, kind), LIMITS);
    }

    /** The file with {@code store} in it; without a store when that is empty. */
    protected final Octets laid(AssetFormat kind, Octets file, Octets store) throws Exception {
        Asset asset = new Asset("sample", new OctetsSource(file), kind);
        ContainerMap map = format().map(asset, LIMITS);
        Layout layout = format().lay(asset, map, Wish.forStore(store.length()), LIMITS);
        Octets written = LayoutWriter.write(asset.source(), layout, store);
        assertThat((long) written.length()).isEqualTo(layout.length());
        return written;
    }

    protected static Sample read(AssetFormat format, Path file) throws IOException {
        try (FileSource source = FileSource.open(file)) {
            return new Sample(String.valueOf(file.getFileName()), format, source.octets(source.range(), LIMITS));
        } catch (MalformedContentException e) {
            throw new AssertionError(e);
        }
    }

    protected static List<String> names(ContainerMap map) {
        return map.parts().stream().map(Part::name).toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void maps_the_whole_file_without_a_store(Sample sample) throws Exception {
        ContainerMap map = map(sample.format(), sample.octets());

        assertThat(map.format()).isEqualTo(sample.format());
        assertThat(map.length()).isEqualTo(sample.octets().length());
        assertThat(map.stores()).isEmpty();
        assertThat(map.suspicions()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void finds_the_one_store_it_laid_out_whatever_its_length(Sample sample) throws Exception {
        for (int length : new int[] {64, 65, 1_000, 64_007, 64_008, 64_009, 200_001}) {
            Octets store = SampleMedia.store(length);
            Octets tagged = laid(sample.format(), sample.octets(), store);
            ContainerMap map = map(sample.format(), tagged);

            assertThat(map.stores()).hasSize(1);
            EmbeddedStore found = map.stores().get(0);
            assertThat(found.store()).isEqualTo(store);
            assertThat(found.padding().isZero()).isTrue();
            assertThat(map.suspicions()).isEmpty();
            assertThat(map.length()).isEqualTo(tagged.length());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_slot_is_where_the_store_is_found(Sample sample) throws Exception {
        Octets store = SampleMedia.store(70_000);
        Asset asset = new Asset("sample", new OctetsSource(sample.octets()), sample.format());
        Layout layout = format().lay(asset, format().map(asset, LIMITS), Wish.forStore(store.length()), LIMITS);
        Octets tagged = LayoutWriter.write(asset.source(), layout, store);

        ByteRange extent = map(sample.format(), tagged).stores().get(0).extent();
        assertThat(layout.slot()).contains(extent);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_planned_file_reads_as_the_written_one_outside_the_slot(Sample sample) throws Exception {
        Octets store = SampleMedia.store(5_000);
        Asset asset = new Asset("sample", new OctetsSource(sample.octets()), sample.format());
        Layout layout = format().lay(asset, format().map(asset, LIMITS), Wish.forStore(store.length()), LIMITS);
        Octets written = LayoutWriter.write(asset.source(), layout, store);
        ByteSource planned = new LaidOutSource(asset.source(), layout);
        ByteRange slot = layout.slot().orElseThrow();

        assertThat(planned.octets(new ByteRange(0, slot.start()), LIMITS))
                .isEqualTo(written.slice(0, (int) slot.start()));
        assertThat(planned.octets(ByteRange.between(slot.end(), planned.length()), LIMITS))
                .isEqualTo(written.from((int) slot.end()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_was_just_written_maps_as_if_nothing_were_known_of_it(Sample sample) throws Exception {
        ContainerMap original = map(sample.format(), sample.octets());
        Octets tagged = laid(sample.format(), sample.octets(), SampleMedia.store(5_000));
        Asset written = new Asset("sample", new OctetsSource(tagged), sample.format());

        assertThat(format().mapWritten(written, original, LIMITS)).isEqualTo(format().map(written, LIMITS));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void taking_the_store_out_again_restores_every_octet(Sample sample) throws Exception {
        for (int length : new int[] {64, 65, 150_000}) {
            Octets tagged = laid(sample.format(), sample.octets(), SampleMedia.store(length));
            assertThat(laid(sample.format(), tagged, Octets.empty())).isEqualTo(sample.octets());
        }
        assertThat(laid(sample.format(), sample.octets(), Octets.empty())).isEqualTo(sample.octets());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void replacing_a_store_equals_laying_out_the_new_one_at_once(Sample sample) throws Exception {
        Octets tagged = laid(sample.format(), sample.octets(), SampleMedia.store(5_001));
        for (int length : new int[] {100, 5_001, 130_000}) {
            Octets store = SampleMedia.store(length);
            assertThat(laid(sample.format(), tagged, store)).isEqualTo(laid(sample.format(), sample.octets(), store));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_store_of_another_length_than_planned_is_a_programming_error(Sample sample) throws Exception {
        Asset asset = new Asset("sample", new OctetsSource(sample.octets()), sample.format());
        Layout layout = format().lay(asset, format().map(asset, LIMITS), Wish.forStore(100), LIMITS);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> layout.wrap().apply(SampleMedia.store(101)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_truncated_file_is_malformed_or_a_shorter_file(Sample sample) throws Exception {
        Octets tagged = laid(sample.format(), sample.octets(), SampleMedia.store(130_001));
        for (int length : lengthsToTry(map(sample.format(), tagged))) {
            Octets cut = tagged.slice(0, length);
            try {
                assertThat(map(sample.format(), cut).length()).isEqualTo(length);
            } catch (MalformedContentException e) {
                assertThat(e.problem()).isNotBlank();
                assertThat(e.where().start()).isLessThanOrEqualTo(length);
            }
        }
    }

    /** Whether the first {@code length} octets of a sample are a whole file too, or one that nobody can tell from it. */
    protected boolean isWholeToo(Sample sample, int length) throws Exception {
        return false;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_truncation_is_a_typed_error_before_anything_is_written(Sample sample) throws Exception {
        for (int length : lengthsToTry(map(sample.format(), sample.octets()))) {
            Asset cut = new Asset("cut", new OctetsSource(sample.octets().slice(0, length)), sample.format());
            boolean refused = false;
            try {
                ContainerMap map = format().map(cut, LIMITS);
                format().requireWhole(cut, map, LIMITS);
                format().lay(cut, map, Wish.forStore(100), LIMITS);
            } catch (MalformedContentException e) {
                refused = true;
                assertThat(e.problem()).isNotBlank();
            }
            assertThat(refused).as(sample + " cut at " + length).isEqualTo(!isWholeToo(sample, length));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_whole_file_is_never_called_cut_short(Sample sample) throws Exception {
        Asset whole = new Asset("whole", new OctetsSource(sample.octets()), sample.format());
        format().requireWhole(whole, format().map(whole, LIMITS), LIMITS);
    }

    private static Set<Integer> lengthsToTry(ContainerMap map) {
        Set<Integer> lengths = new TreeSet<>();
        for (Part part : map.parts()) {
            for (int around = -1; around <= 9; around++) {
                lengths.add((int)
                        Math.max(0, Math.min(map.length() - 1, part.range().start() + around)));
            }
            lengths.add((int) (part.range().start() + part.range().length() / 2));
            lengths.add((int) part.range().end() - 1);
        }
        return lengths;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_octet_of_a_small_file_may_be_anything_without_a_runtime_exception(Sample sample) throws Exception {
        Octets tagged = laid(sample.format(), sample.octets(), SampleMedia.store(120));
        byte[] bytes = tagged.toByteArray();
        for (int i = 0; i < Math.min(bytes.length, 2_000); i += stride()) {
            byte before = bytes[i];
            for (int value : new int[] {0, 0x7F, 0xFF, before ^ 1, before ^ 0x20, before ^ 0x80}) {
                bytes[i] = (byte) value;
                survives(sample.format(), Octets.copyOf(bytes));
            }
            bytes[i] = before;
        }
    }

    private void survives(AssetFormat kind, Octets octets) throws Exception {
        try {
            Asset asset = new Asset("sample", new OctetsSource(octets), kind);
            ContainerMap map = format().map(asset, LIMITS);
            Layout layout = format().lay(asset, map, Wish.forStore(100), LIMITS);
            LayoutWriter.write(asset.source(), layout, SampleMedia.store(100));
        } catch (MalformedContentException e) {
            assertThat(e.problem()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_broken_disk_or_a_shrinking_file_is_never_called_malformed(Sample sample) throws Exception {
        Octets tagged = laid(sample.format(), sample.octets(), SampleMedia.store(700));
        int step = 1 + tagged.length() / 3_000;
        for (int at = 0; at < tagged.length(); at += step) {
            for (boolean shrunk : new boolean[] {false, true}) {
                FailingSource source = new FailingSource(tagged, at, shrunk);
                try {
                    assertThat(map(sample.format(), source).stores()).hasSize(1);
                } catch (MalformedContentException e) {
                    fail("octet " + at + " could not be read, and the file was called malformed: " + e.getMessage());
                } catch (IOException expected) {
                    assertThat(expected).isNotNull();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_store_over_the_limit_is_not_read(Sample sample) throws Exception {
        Octets tagged = laid(sample.format(), sample.octets(), SampleMedia.store(1_000));
        ReadLimits tight = new ReadLimits(32, 1_000, 64 << 10, 999, 1_000, 10);

        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> format().map(new Asset("sample", new OctetsSource(tagged), sample.format()), tight))
                .withMessageContaining("manifest store");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void more_parts_than_the_limit_are_not_counted(Sample sample) throws Exception {
        ReadLimits tight = new ReadLimits(32, 1, 64 << 10, 1 << 20, 1_000, 10);

        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() ->
                        format().map(new Asset("sample", new OctetsSource(sample.octets()), sample.format()), tight));
    }

    @ParameterizedTest
    @MethodSource("realSamples")
    void a_real_file_takes_a_store_and_gives_it_back(Sample sample) throws Exception {
        Octets store = SampleMedia.store(150_003);
        Octets tagged = laid(sample.format(), sample.octets(), store);
        ContainerMap map = map(sample.format(), tagged);

        assertThat(map.stores()).hasSize(1);
        assertThat(map.stores().get(0).store()).isEqualTo(store);
        assertThat(laid(sample.format(), tagged, Octets.empty())).isEqualTo(sample.octets());
    }

    /** Reads all files of a corpus folder with these extensions. */
    protected static List<Sample> corpus(AssetFormat format, String folder, String... extensions) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path file : MediaCorpus.files(folder, extensions)) {
            samples.add(read(format, file));
        }
        return samples;
    }

    protected static Octets named(List<Sample> files, String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow()
                .octets();
    }
}
