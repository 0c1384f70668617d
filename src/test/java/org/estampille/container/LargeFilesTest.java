package org.estampille.container;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
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
}
