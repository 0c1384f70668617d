package org.estampille.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.cbor.CborValue;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.Boxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExclusionMatcherTest {

    // 0: ftyp 28 | 28: moov( 36: trak( 44: tkhd 20 ) 64: trak( 72: tkhd 20 ) ) | 92: free 10 | 102: free 12 | 114:
    // meta( 126: iloc 16 )
    private static final Octets FILE = Octets.concat(
            Boxes.box("ftyp", Octets.zeros(20)),
            Boxes.box(
                    "moov",
                    Boxes.box("trak", Boxes.full("tkhd", 1, 0x000003, Octets.zeros(8))),
                    Boxes.box("trak", Boxes.full("tkhd", 0, 0x000007, Octets.zeros(8)))),
            Boxes.box("free", Octets.of(1, 2)),
            Boxes.box("free", Octets.of(1, 2, 3, 4)),
            Boxes.full("meta", 0, 0, Boxes.full("iloc", 0, 0, Octets.zeros(4))));

    private static List<String> match(CborValue.MapBuilder exclusion) throws Exception {
        OctetsSource source = new OctetsSource(FILE);
        BoxExclusion read = BoxExclusion.read(new Fields("test", exclusion.build()));
        assertThat(BoxExclusion.read(new Fields("test", read.write()))).isEqualTo(read);
        return new ExclusionMatcher(source, Bound.LIMITS)
                .match(BmffFile.read(source, Bound.LIMITS).boxes(), List.of(read)).ranges().stream()
                        .map(ByteRange::toString)
                        .toList();
    }

    private static CborValue.MapBuilder at(String xpath) {
        return CborValue.map().put("xpath", xpath);
    }

    @ParameterizedTest
    @CsvSource({
        "/ftyp,0+28",
        "/free,92+22",
        "/free[1],92+10",
        "/free[2],102+12",
        "/free[3],",
        "/moov/trak/tkhd,44+20 72+20",
        "/moov/trak[2]/tkhd,72+20",
        "/moov[1]/trak[1]/tkhd[1],44+20",
        "/moov/trak[2]/tkhd[2],",
        "/meta/iloc,126+16",
        "/ftyp/isom,",
        "ftyp,",
        "//tkhd,",
        "/moov//tkhd,",
        "/free[0],",
        "/free[01],",
        "/free[x],",
        "/free[1,",
        "/fre,",
        "/,"
    })
    void a_path_selects_boxes(String xpath, String ranges) throws Exception {
        assertThat(String.join(" ", match(at(xpath)))).isEqualTo(ranges == null ? "" : ranges);
    }

    @Test
    void length_counts_the_header() throws Exception {
        assertThat(match(at("/free").put("length", 12))).containsExactly("102+12");
        assertThat(match(at("/free").put("length", 4))).isEmpty();
    }

    @Test
    void data_must_stand_at_their_offset_from_the_start_of_the_box() throws Exception {
        assertThat(match(at("/free").put("data", CborValue.array(List.of(data(8, 1), data(11, 4))))))
                .containsExactly("102+12");
        assertThat(match(at("/free").put("data", CborValue.array(List.of(data(0, 1))))))
                .isEmpty();
        assertThat(match(at("/free").put("data", CborValue.array(List.of(data(12, 4))))))
                .isEmpty();
        assertThat(match(at("/free").put("data", CborValue.array(List.of(data(Long.MAX_VALUE, 4))))))
                .isEmpty();
    }

    private static CborValue data(long offset, int... value) {
        return CborValue.map()
                .put("offset", offset)
                .put("value", Octets.of(value))
                .build();
    }

    @Test
    void version_and_flags_match_only_boxes_that_have_them() throws Exception {
        assertThat(match(at("/moov/trak/tkhd").put("version", 1))).containsExactly("44+20");
        assertThat(match(at("/ftyp").put("version", 0))).isEmpty();
        assertThat(match(at("/moov/trak/tkhd").put("flags", Octets.of(0, 0, 3))))
                .containsExactly("44+20");
        assertThat(match(at("/moov/trak/tkhd").put("flags", Octets.of(0, 0, 3)).put("exact", false)))
                .containsExactly("44+20", "72+20");
        assertThat(match(at("/moov/trak/tkhd").put("flags", Octets.of(0, 0, 4)).put("exact", false)))
                .containsExactly("72+20");
        assertThat(match(at("/ftyp").put("flags", Octets.zeros(3)).put("exact", false)))
                .isEmpty();
    }

    @Test
    void subsets_are_counted_from_the_start_of_the_box_and_end_with_it() throws Exception {
        assertThat(match(at("/free[2]").put("subset", subsets(2, 3, 9, 100)))).containsExactly("104+3", "111+3");
        assertThat(match(at("/free[2]").put("subset", subsets(10, 0)))).containsExactly("112+2");
        assertThat(match(at("/free").put("subset", subsets(11, 0)))).containsExactly("113+1");
        assertThat(match(at("/free[2]").put("subset", subsets(12, 5)))).isEmpty();
    }

    private static CborValue subsets(long... numbers) {
        List<CborValue> subsets = new java.util.ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            subsets.add(CborValue.map()
                    .put("offset", numbers[i])
                    .put("length", numbers[i + 1])
                    .build());
        }
        return CborValue.array(subsets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9,1,2,1", "2,3,4,1", "-1,2", "1,-2", "5,9223372036854775807"})
    void subsets_out_of_order_overlapping_or_negative_are_malformed(String numbers) {
        long[] values = java.util.Arrays.stream(numbers.split(","))
                .mapToLong(Long::parseLong)
                .toArray();
        assertThatThrownBy(() -> match(at("/free").put("subset", subsets(values))))
                .isInstanceOf(MalformedContentException.class);
    }

    @Test
    void flags_of_another_length_and_a_missing_path_are_malformed() {
        assertThatThrownBy(() -> match(at("/free").put("flags", Octets.zeros(4))))
                .isInstanceOf(MalformedContentException.class);
        assertThatThrownBy(() -> match(CborValue.map())).isInstanceOf(MalformedContentException.class);
    }

    @Test
    void fields_that_are_null_count_as_absent() throws Exception {
        CborValue nothing = CborValue.Simple.NULL;
        assertThat(match(at("/ftyp")
                        .put("length", nothing)
                        .put("data", nothing)
                        .put("subset", nothing)
                        .put("flags", nothing)))
                .containsExactly("0+28");
    }
}
