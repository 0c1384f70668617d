package org.estampille.container.bmff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.estampille.container.bmff.Layouts.LIMITS;
import static org.estampille.container.bmff.Layouts.assertSameMedia;
import static org.estampille.container.bmff.Layouts.strip;
import static org.estampille.container.bmff.Layouts.tag;

import java.util.List;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Item locations, fragments and segment indexes after boxes have moved. */
class BmffRelocationTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void item_locations_of_every_version_move(int version) throws Exception {
        for (int sizes : new int[] {0x4400, 0x4440, 0x0440, 0x8880, 0x4480, 0x8844}) {
            if (version == 0 && (sizes & 0xF) != 0) {
                continue;
            }
            Octets probe = meta(version, sizes, 0);
            long payload = Boxes.ftyp().length() + probe.length() + 8L;
            Octets file =
                    Octets.concat(Boxes.ftyp(), meta(version, sizes, payload), Boxes.box("mdat", Boxes.media(900, 3)));
            OctetsSource after = tag(file, false);
            assertSameMedia(new OctetsSource(file), after);
            assertThat(strip(after)).isEqualTo(file);
        }
    }

    /** An item of two extents in the media box and one kept in the box itself. */
    private static Octets meta(int version, int sizes, long payload) {
        int offsetWidth = sizes >>> 12;
        int baseWidth = sizes >>> 4 & 15;
        int indexWidth = version == 0 ? 0 : sizes & 15;
        long base = baseWidth == 0 ? 0 : payload;
        Octets extents = Octets.empty();
        int count = offsetWidth == 0 ? 1 : 2;
        for (int i = 0; i < count; i++) {
            long offset = payload - base + i * 300L;
            extents = Octets.concat(
                    extents, number(indexWidth, i + 1), number(offsetWidth, offset), number(sizes >>> 8 & 15, 200));
        }
        Octets method0 = version == 0 ? Octets.empty() : Octets.u16be(0);
        Octets item = Octets.concat(
                id(version, 1), method0, Octets.u16be(0), number(baseWidth, base), Octets.u16be(count), extents);
        Octets inside = Octets.concat(
                id(version, 2),
                version == 0 ? Octets.empty() : Octets.u16be(1),
                Octets.u16be(version == 0 ? 1 : 0),
                number(baseWidth, 7),
                Octets.u16be(0));
        Octets iloc = Boxes.full(
                "iloc", version, 0, Octets.u16be(sizes), version < 2 ? Octets.u16be(2) : Octets.u32be(2), item, inside);
        return Boxes.full("meta", 0, 0, Boxes.full("hdlr", 0, 0, Octets.zeros(20)), iloc);
    }

    private static Octets id(int version, int id) {
        return version < 2 ? Octets.u16be(id) : Octets.u32be(id);
    }

    private static Octets number(int width, long value) {
        return width == 0 ? Octets.empty() : width == 4 ? Octets.u32be(value) : Octets.u64be(value);
    }

    @Test
    void fragments_with_absolute_base_offsets_move() throws Exception {
        Octets ftyp = Boxes.ftyp();
        Octets moov = Boxes.moov(Boxes.stco());
        long moof = ftyp.length() + (long) moov.length();
        long mdat = moof + moof(0, 0).length() + 8;
        for (long[] split : new long[][] {{moof, mdat - moof}, {0, mdat}, {mdat, 0}}) {
            Octets tfra = Boxes.full(
                    "tfra",
                    0,
                    0,
                    Octets.u32be(1),
                    Octets.u32be(0),
                    Octets.u32be(1),
                    Octets.u32be(0),
                    Octets.u32be(moof),
                    Octets.zeros(3));
            Octets file = Octets.concat(
                    ftyp,
                    moov,
                    moof(split[0], split[1]),
                    Boxes.box("mdat", Boxes.media(500, 4)),
                    Boxes.box("mfra", tfra));
            OctetsSource after = tag(file, true);
            assertSameMedia(new OctetsSource(file), after);
            assertThat(strip(after)).isEqualTo(file);
        }
    }

    private static Octets moof(long base, long run) {
        Octets tfhd = Boxes.full("tfhd", 0, 1, Octets.u32be(1), Octets.u64be(base));
        Octets trun = Boxes.full("trun", 0, 1, Octets.u32be(1), Octets.u32be(run));
        return Boxes.box("moof", Boxes.box("traf", tfhd, trun));
    }

    @Test
    void a_segment_index_changes_only_when_boxes_between_come_or_go() throws Exception {
        Octets merkle = Boxes.provenance("merkle", Octets.zeros(50));
        Octets fragment = Octets.concat(Boxes.box("moof", Octets.zeros(30)), Boxes.box("mdat", Boxes.media(200, 6)));
        int each = merkle.length() + fragment.length();
        Octets sidx = Boxes.full(
                "sidx",
                0,
                0,
                Octets.zeros(12),
                Octets.u32be(0),
                Octets.u32be(2),
                Octets.u32be(each),
                Octets.zeros(8),
                Octets.u32be(0x8000_0000L | each),
                Octets.zeros(8));
        Octets file = Octets.concat(Boxes.ftyp(), Boxes.moov(), sidx, merkle, fragment, merkle, fragment);
        OctetsSource stripped = new OctetsSource(strip(new OctetsSource(file)));
        List<Long> moofs = BmffFile.read(stripped, LIMITS).named("moof").stream()
                .map(box -> box.range().start())
                .toList();
        assertThat(References.of(stripped)).containsExactly(moofs.get(0), moofs.get(1), stripped.length());
        Octets again = strip(tag(stripped.octets(), false));
        assertThat(again).isEqualTo(stripped.octets());
    }
}
