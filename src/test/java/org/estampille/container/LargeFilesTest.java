package org.estampille.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.bmff.Boxes;
import org.estampille.embed.InPlaceChange;
import org.junit.jupiter.api.Test;

/** Files over 4 GiB, of which only what is not zero exists. */
class LargeFilesTest {

    private static final ReadLimits LIMITS = ReadLimits.standard();
    private static final long GIB = 1L << 30;

    /** Octets at some offsets, zeros everywhere else. */
    private static final class Sparse implements ByteSource {
        private final TreeMap<Long, Octets> pieces = new TreeMap<>();
        private long length;

        long add(Octets octets) {
            long at = length;
            pieces.put(at, octets);
            length += octets.length();
            return at;
        }

        void skip(long count) {
            length += count;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public void read(long position, ByteBuffer target) throws EOFException {
            if (position < 0 || target.remaining() > length - position) {
                throw new EOFException("read past the end");
            }
            for (long at = position; target.hasRemaining(); at++) {
                Map.Entry<Long, Octets> piece = pieces.floorEntry(at);
                boolean inside =
                        piece != null && at - piece.getKey() < piece.getValue().length();
                target.put((byte) (inside ? piece.getValue().at((int) (at - piece.getKey())) : 0));
            }
        }
    }

    private static Octets chunk(String id, long size) {
        return Octets.concat(Octets.ofAscii(id), Octets.u32le(size));
    }

    /** Six forms of a GiB each; a super index points at a standard index in every one. */
    private static Sparse avi(List<Long> indexes, List<Long> bases) {
        int forms = 6;
        Sparse file = new Sparse();
        long movi = GIB - 1_000;
        int superIndex = 24 + 16 * forms;
        int list = 4 + 8 + superIndex;
        long first = 12 + 8 + list;
        for (int i = 0; i < forms; i++) {
            long start = (i == 0 ? first : (first + 8 + movi) + (i - 1) * (12 + 8 + movi) + 12);
            bases.add(start);
            indexes.add(start + 12);
        }
        file.add(Octets.concat(chunk("RIFF", 4 + 8 + list + 8 + movi), Octets.ofAscii("AVI ")));
        List<Octets> entries = new ArrayList<>();
        for (long index : indexes) {
            entries.add(Octets.concat(SampleMedia.u64le(index), Octets.u32le(32), Octets.u32le(1)));
        }
        file.add(Octets.concat(
                chunk("LIST", list),
                Octets.ofAscii("hdrl"),
                chunk("indx", superIndex),
                Octets.ofHex("04000000"),
                Octets.u32le(forms),
                Octets.ofAscii("00dc"),
                Octets.zeros(12),
                Octets.concat(entries)));
        for (int i = 0; i < forms; i++) {
            if (i > 0) {
                file.add(Octets.concat(chunk("RIFF", 4 + 8 + movi), Octets.ofAscii("AVIX")));
            }
            file.add(Octets.concat(
                    chunk("LIST", movi),
                    Octets.ofAscii("movi"),
                    chunk("ix00", 24),
                    Octets.ofHex("02000001"),
                    Octets.u32le(0),
                    Octets.ofAscii("00dc"),
                    SampleMedia.u64le(bases.get(i)),
                    Octets.zeros(4)));
            file.skip(movi - 4 - 8 - 24);
        }
        return file;
    }

    private static long u64le(ByteSource source, long at) throws Exception {
        return Long.reverseBytes(
                source.octets(new ByteRange(at, 8), LIMITS).asBuffer().getLong());
    }

    @Test
    void an_avi_of_six_forms_gets_the_store_in_the_first_and_every_index_follows() throws Exception {
        List<Long> indexes = new ArrayList<>();
        List<Long> bases = new ArrayList<>();
        Sparse file = avi(indexes, bases);
        assertThat(file.length()).isGreaterThan(5 * GIB);
        Asset asset = new Asset("large.avi", file, AssetFormat.AVI);
        ContainerFormat format = Containers.of(AssetFormat.AVI);
        ContainerMap map = format.map(asset, LIMITS);
        assertThat(map.parts().stream().map(Part::name).filter("AVIX"::equals)).hasSize(5);

        Layout layout = format.lay(asset, map, ContainerFormat.Wish.forStore(20_000), LIMITS);
        ByteSource planned = new LaidOutSource(file, layout);
        long shift = planned.length() - file.length();
        long entries = 12 + 8 + 4 + 8 + 24;
        assertThat(shift).isEqualTo(20_008);
        assertThat(layout.slot().orElseThrow().start()).isLessThan(GIB);
        for (int i = 0; i < indexes.size(); i++) {
            long moved = i == 0 ? 0 : shift;
            assertThat(u64le(planned, entries + 16L * i)).isEqualTo(indexes.get(i) + moved);
            assertThat(u64le(planned, indexes.get(i) + moved + 8 + 12)).isEqualTo(bases.get(i) + moved);
        }
    }

    @Test
    void a_wave_of_six_gib_keeps_its_sizes_in_ds64() throws Exception {
        long samples = 6 * GIB;
        Octets form = Octets.concat(SampleMedia.wavFormat(), chunk("data", 0xFFFF_FFFFL));
        Sparse file = new Sparse();
        file.add(Octets.concat(
                chunk("RF64", 0xFFFF_FFFFL),
                Octets.ofAscii("WAVE"),
                chunk("ds64", 28),
                SampleMedia.u64le(4 + 36 + form.length() + samples),
                SampleMedia.u64le(samples),
                SampleMedia.u64le(0),
                Octets.u32le(0),
                form));
        file.skip(samples);
        Asset asset = new Asset("large.wav", file, AssetFormat.RF64);
        ContainerFormat format = Containers.of(AssetFormat.RF64);
        Layout layout = format.lay(asset, format.map(asset, LIMITS), ContainerFormat.Wish.forStore(20_000), LIMITS);

        assertThat(layout.slot().orElseThrow().start()).isEqualTo(file.length());
        assertThat(u64le(new LaidOutSource(file, layout), 20)).isEqualTo(layout.length() - 8);
    }

    @Test
    void a_film_of_six_gib_is_mapped_and_gets_its_store_in_front_of_the_media() throws Exception {
        Sparse file = new Sparse();
        file.add(Octets.concat(Octets.u32be(16), Octets.ofAscii("ftypisom"), Octets.zeros(4)));
        file.add(Octets.concat(Octets.u32be(1), Octets.ofAscii("mdat"), Octets.u64be(16 + 6 * GIB)));
        file.skip(6 * GIB);
        file.add(Octets.concat(Octets.u32be(8), Octets.ofAscii("free")));
        Asset asset = new Asset("large.mp4", file, AssetFormat.MP4);
        ContainerFormat format = Containers.of(AssetFormat.MP4);
        ContainerMap map = format.map(asset, LIMITS);
        Layout layout = format.lay(asset, map, ContainerFormat.Wish.forStore(20_000), LIMITS);

        assertThat(map.parts().stream().map(Part::name)).containsExactly("ftyp", "mdat", "free");
        assertThat(layout.slot().orElseThrow().start()).isEqualTo(16);
        assertThat(layout.length() - file.length())
                .isEqualTo(layout.slot().orElseThrow().length());
    }

    /** A film of {@code media} octets whose index stands at the end and says where the last chunk of 16 octets is. */
    private static Sparse film(long media, boolean wide) {
        Sparse file = new Sparse();
        file.add(Boxes.ftyp());
        long start = file.add(Octets.concat(Octets.u32be(1), Octets.ofAscii("mdat"), Octets.u64be(16 + media))) + 16;
        file.skip(media - 16);
        long chunk = file.add(Octets.ofAscii("the last samples"));
        file.add(Boxes.moov(wide ? Boxes.co64(start, chunk) : Boxes.stco(start, chunk)));
        return file;
    }

    private static String lastChunk(ByteSource planned, String table, int entry) throws Exception {
        Octets end = planned.octets(new ByteRange(planned.length() - 1_000, 1_000), LIMITS);
        int at = end.indexOf(Octets.ofAscii(table), 0).orElseThrow() + 8 + 4;
        long offset = entry == 8 ? end.asBuffer().getLong(at + entry) : end.uint32At(at + entry);
        return planned.octets(new ByteRange(offset, 16), LIMITS).latin1();
    }

    @Test
    void chunks_that_a_store_pushes_over_4_gib_get_wide_offsets() throws Exception {
        Sparse file = film(4 * GIB - 2_000, false);
        Asset asset = new Asset("large.mov", file, AssetFormat.MOV);
        ContainerFormat format = Containers.of(AssetFormat.MOV);
        ContainerFormat.Wish wish = ContainerFormat.Wish.forStore(20_000);
        Layout layout = format.lay(asset, format.map(asset, LIMITS), wish, LIMITS);
        assertThat(lastChunk(new LaidOutSource(file, layout), "co64", 8)).isEqualTo("the last samples");

        Layout inSteps = format.lay(asset, format.map(asset, LIMITS), wish.inSteps(4096), LIMITS);
        assertThat(lastChunk(new LaidOutSource(file, inSteps), "co64", 8)).isEqualTo("the last samples");
        assertThat(InPlaceChange.of(file, inSteps, 4096))
                .as("an index that grows is not changed where it stands")
                .isEmpty();
    }

    @Test
    void a_film_of_six_gib_is_changed_where_it_stands_with_few_octets() throws Exception {
        Sparse file = film(6 * GIB, true);
        Asset asset = new Asset("large.mov", file, AssetFormat.MOV);
        ContainerFormat format = Containers.of(AssetFormat.MOV);
        Layout layout = format.lay(
                asset, format.map(asset, LIMITS), new ContainerFormat.Wish(20_000, true).inSteps(4096), LIMITS);
        assertThat(lastChunk(new LaidOutSource(file, layout), "co64", 8)).isEqualTo("the last samples");
        InPlaceChange change = InPlaceChange.of(file, layout, 4096).orElseThrow();
        assertThat(change.shift()).isEqualTo(5 * 4096);
        assertThat(change.writes().stream()
                        .mapToInt(piece -> piece.octets().length())
                        .sum())
                .isLessThan(2_000);
    }

    @Test
    void a_wave_that_a_store_would_push_over_4_gib_is_refused() throws Exception {
        long samples = 4 * GIB - 10_000;
        Sparse file = new Sparse();
        file.add(Octets.concat(
                chunk("RIFF", 4 + SampleMedia.wavFormat().length() + 8 + samples),
                Octets.ofAscii("WAVE"),
                SampleMedia.wavFormat(),
                chunk("data", samples)));
        file.skip(samples);
        Asset asset = new Asset("large.wav", file, AssetFormat.WAV);
        ContainerFormat format = Containers.of(AssetFormat.WAV);
        ContainerMap map = format.map(asset, LIMITS);
        assertThat(format.lay(asset, map, ContainerFormat.Wish.forStore(1_000), LIMITS)
                        .length())
                .isGreaterThan(file.length());
        assertThatThrownBy(() -> format.lay(asset, map, ContainerFormat.Wish.forStore(20_000), LIMITS))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("over 4 GiB; use --sidecar");
    }
}
