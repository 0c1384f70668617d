package org.estampille.container.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerFormat.StoreUpdate;
import org.estampille.container.ContainerFormat.Wish;
import org.estampille.container.ContainerFormatContract;
import org.estampille.container.ContainerMap;
import org.estampille.container.LaidOutSource;
import org.estampille.container.Layout;
import org.estampille.container.LayoutWriter;
import org.estampille.container.SampleMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TiffFormatTest extends ContainerFormatContract {

    private static final int ENTRY = 12;

    @Override
    protected ContainerFormat format() {
        return new TiffFormat();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                sample("little-endian", tiff(ByteOrder.LITTLE_ENDIAN, 1, 6)),
                sample("big-endian", tiff(ByteOrder.BIG_ENDIAN, 1, 6)),
                sample("odd length", tiff(ByteOrder.LITTLE_ENDIAN, 1, 7)),
                sample(
                        "odd length that ends in zeros",
                        Octets.concat(tiff(ByteOrder.BIG_ENDIAN, 1, 2), Octets.zeros(5))),
                sample(
                        "even length that ends in zeros",
                        Octets.concat(tiff(ByteOrder.BIG_ENDIAN, 1, 2), Octets.zeros(6))),
                sample("three pages", tiff(ByteOrder.LITTLE_ENDIAN, 3, 5)),
                new Sample("BigTIFF", AssetFormat.BIGTIFF, big(ByteOrder.LITTLE_ENDIAN)),
                new Sample("big-endian BigTIFF", AssetFormat.BIGTIFF, big(ByteOrder.BIG_ENDIAN)));
    }

    /** A strip may have zeros behind it, and a directory may lead to no picture at all. */
    @Override
    protected boolean isWholeToo(Sample sample, int length) {
        return sample.format() == AssetFormat.BIGTIFF
                ? length >= 16 + 8 + 20 + 8
                : sample.name().contains("zeros") && length >= 8 + 2 + 2 * ENTRY + 4 + 2;
    }

    @Override
    protected List<Sample> realSamples() throws IOException {
        return corpus(AssetFormat.TIFF, "source-media", "tif", "tiff");
    }

    private static Sample sample(String name, Octets octets) {
        return new Sample(name, AssetFormat.TIFF, octets);
    }

    /** Pages of two entries each, then one strip of {@code data} octets, which all pages share. */
    private static Octets tiff(ByteOrder order, int pages, int data) {
        int page = 2 + 2 * ENTRY + 4;
        ByteBuffer file = ByteBuffer.allocate(8 + pages * page + data).order(order);
        file.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D));
        file.putShort((short) 42).putInt(8);
        for (int i = 0; i < pages; i++) {
            file.putShort((short) 2);
            file.putShort((short) 273).putShort((short) 4).putInt(1).putInt(8 + pages * page);
            file.putShort((short) 279).putShort((short) 4).putInt(1).putInt(data);
            file.putInt(i == pages - 1 ? 0 : 8 + (i + 1) * page);
        }
        while (file.hasRemaining()) {
            file.put((byte) (file.position() | 1));
        }
        return Octets.adopt(file.array());
    }

    private static Octets big(ByteOrder order) {
        return Octets.adopt(bigHead(order, 24).array());
    }

    private static ByteBuffer bigHead(ByteOrder order, int length) {
        ByteBuffer file = ByteBuffer.allocate(16 + 8 + 20 + 8 + length).order(order);
        file.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D));
        file.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(16);
        return file.putLong(1)
                .putShort((short) 256)
                .putShort((short) 4)
                .putLong(1)
                .putLong(7)
                .putLong(0);
    }

    private ContainerMap map(Octets octets) throws IOException, MalformedContentException {
        return map(AssetFormat.TIFF, octets);
    }

    @Test
    void the_store_is_the_only_entry_of_the_last_directory_and_the_end_of_the_file() throws Exception {
        Octets file = tiff(ByteOrder.LITTLE_ENDIAN, 2, 6);
        Octets tagged = laid(AssetFormat.TIFF, file, SampleMedia.store(100));

        assertThat(names(map(tagged)))
                .containsExactly("header", "directory", "directory", "data", "directory", "52545");
        assertThat(tagged.slice(file.length(), 18).hex())
                .isEqualTo("0100" + "41cd" + "0700" + "64000000" + "5c000000" + "00000000");
        assertThat(map(tagged).stores().get(0).extent()).isEqualTo(new ByteRange(0x5C, 100));
    }

    @Test
    void the_count_of_the_entry_is_left_out_of_the_hash_and_follows_the_store() throws Exception {
        Octets tagged = laid(AssetFormat.TIFF, tiff(ByteOrder.BIG_ENDIAN, 1, 6), SampleMedia.store(100));
        Asset asset = new Asset("sample", new OctetsSource(tagged), AssetFormat.TIFF);
        ContainerMap map = format().map(asset, LIMITS);
        ByteRange extent = map.stores().get(0).extent();
        List<ByteRange> fields = format().lengthFields(asset, Optional.of(extent), LIMITS);
        Layout layout = format().update(asset, map, new StoreUpdate(Octets.empty(), 0, 300), LIMITS);
        Octets updated = LayoutWriter.write(asset.source(), layout, SampleMedia.store(300));

        assertThat(fields).hasSize(1);
        assertThat(tagged.uint32At((int) fields.get(0).start())).isEqualTo(100);
        assertThat(updated.uint32At((int) fields.get(0).start())).isEqualTo(300);
        assertThat(map(updated).stores().get(0).extent().start()).isEqualTo(extent.start());
        int count = (int) fields.get(0).start();
        assertThat(updated.slice(0, count)).isEqualTo(tagged.slice(0, count));
        assertThat(updated.slice(count + 4, (int) extent.start() - count - 4))
                .isEqualTo(tagged.slice(count + 4, (int) extent.start() - count - 4));
    }

    /** A first directory that holds pixels and the store, as earlier versions of C2PA had it. */
    private static Octets inFirst(int storeAt) {
        Octets plain = tiff(ByteOrder.BIG_ENDIAN, 1, 40);
        byte[] file = Octets.concat(plain, SampleMedia.store(100)).toByteArray();
        ByteBuffer buffer = ByteBuffer.wrap(file);
        buffer.position(8 + 2 + ENTRY);
        buffer.putShort((short) 0xCD41).putShort((short) 7).putInt(100).putInt(storeAt);
        return Octets.adopt(file);
    }

    @Test
    void a_store_among_other_entries_is_read_and_taken_out_without_moving_anything() throws Exception {
        int length = tiff(ByteOrder.BIG_ENDIAN, 1, 40).length();
        Octets file = inFirst(length);
        Octets stripped = laid(AssetFormat.TIFF, file, Octets.empty());

        assertThat(map(file).stores().get(0).store()).isEqualTo(SampleMedia.store(100));
        assertThat(map(stripped).stores()).isEmpty();
        assertThat(stripped.length()).isEqualTo(length);
        assertThat(stripped.slice(8, 2 + ENTRY + 4).hex())
                .startsWith("0001" + "0111")
                .endsWith("00000000");
        assertThat(map(laid(AssetFormat.TIFF, file, SampleMedia.store(90))).stores())
                .hasSize(1);
    }

    @Test
    void a_store_in_the_middle_leaves_zeros() throws Exception {
        Octets file = Octets.concat(inFirst(tiff(ByteOrder.BIG_ENDIAN, 1, 40).length()), Octets.ofAscii("tail"));
        Octets stripped = laid(AssetFormat.TIFF, file, Octets.empty());

        assertThat(stripped.length()).isEqualTo(file.length());
        assertThat(stripped.slice(file.length() - 104, 100).isZero()).isTrue();
        assertThat(stripped.from(file.length() - 4)).isEqualTo(Octets.ofAscii("tail"));
    }

    @Test
    void what_is_no_store_is_reported_and_pixels_survive_its_removal() throws Exception {
        Octets file = inFirst(40);
        byte[] type = inFirst(tiff(ByteOrder.BIG_ENDIAN, 1, 40).length()).toByteArray();
        type[8 + 2 + ENTRY + 3] = 1;
        byte[] overlap = inFirst(4).toByteArray();

        assertThat(map(Octets.adopt(type)).suspicions()).hasSize(1);
        assertThat(map(Octets.adopt(overlap)).suspicions()).hasSize(1);
        assertThat(laid(AssetFormat.TIFF, file, Octets.empty()).from(40)).isEqualTo(file.from(40));
    }

    @Test
    void refuses_what_is_no_tiff_with_the_place() {
        byte[] circle = tiff(ByteOrder.BIG_ENDIAN, 2, 4).toByteArray();
        ByteBuffer.wrap(circle).putInt(8 + 2 * 30 - 4, 8);
        byte[] far = tiff(ByteOrder.BIG_ENDIAN, 1, 4).toByteArray();
        ByteBuffer.wrap(far).putInt(4, 4_000_000);
        byte[] none = tiff(ByteOrder.BIG_ENDIAN, 1, 4).toByteArray();
        ByteBuffer.wrap(none).putInt(4, 0);
        byte[] header = tiff(ByteOrder.BIG_ENDIAN, 1, 4).toByteArray();
        ByteBuffer.wrap(header).putInt(4, 6);
        List<Octets> broken =
                new ArrayList<>(List.of(Octets.empty(), Octets.ofAscii("II*"), Octets.ofAscii("XX*\0aaaaaaaa")));
        for (byte[] file : List.of(circle, far, none, header)) {
            broken.add(Octets.adopt(file));
        }
        for (Octets octets : broken) {
            assertThatExceptionOfType(MalformedContentException.class).isThrownBy(() -> map(octets));
        }
    }

    @Test
    void a_file_of_more_than_4_GiB_takes_a_store_only_as_BigTIFF(@TempDir Path folder) throws Exception {
        long length = (5L << 30) + 1;
        Path file = folder.resolve("large.tif");
        for (boolean big : new boolean[] {true, false}) {
            Octets head = big ? big(ByteOrder.LITTLE_ENDIAN) : tiff(ByteOrder.LITTLE_ENDIAN, 1, 6);
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(length);
                sparse.write(head.toByteArray());
            }
            try (FileSource source = FileSource.open(file)) {
                Asset asset = new Asset("large.tif", source, big ? AssetFormat.BIGTIFF : AssetFormat.TIFF);
                ContainerMap map = format().map(asset, LIMITS);
                if (big) {
                    Layout layout = format().lay(asset, map, Wish.forStore(1_000), LIMITS);
                    LaidOutSource planned = new LaidOutSource(source, layout);
                    ContainerMap again = map(AssetFormat.BIGTIFF, planned);
                    assertThat(again.stores().get(0).extent())
                            .isEqualTo(layout.slot().orElseThrow());
                    assertThat(again.stores().get(0).extent().start()).isGreaterThan(5L << 30);
                    Layout stripped = format().lay(
                                    new Asset("planned", planned, AssetFormat.BIGTIFF), again, Wish.strip(), LIMITS);
                    assertThat(stripped.length()).isGreaterThanOrEqualTo(length);
                } else {
                    assertThatExceptionOfType(MalformedContentException.class)
                            .isThrownBy(() -> format().lay(asset, map, Wish.forStore(1_000), LIMITS))
                            .withMessageContaining("--sidecar");
                }
            }
        }
    }

    @Test
    void finds_the_last_store_of_a_file_that_the_reference_signed() throws Exception {
        Octets signed = corpus(AssetFormat.TIFF, "peer-signed", "tif").get(0).octets();

        assertThat(map(signed).stores()).hasSize(1);
        assertThat(map(signed).stores().get(0).extent().end()).isEqualTo(signed.length());
        assertThat(map(laid(AssetFormat.TIFF, signed, Octets.empty())).stores()).isEmpty();
    }
}
