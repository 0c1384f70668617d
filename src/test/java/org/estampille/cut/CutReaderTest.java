package org.estampille.cut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Rational;
import org.junit.jupiter.api.Test;

class CutReaderTest {

    private static CutOutcome outcome(String text, String rate) {
        return CutReader.read(
                Octets.ofUtf8(text),
                rate.isEmpty()
                        ? Optional.empty()
                        : Optional.of(FrameRate.parse(rate).orElseThrow()));
    }

    private static Cut cut(String text, String rate) {
        if (outcome(text, rate) instanceof CutOutcome.Read read) {
            return read.cut();
        }
        throw new AssertionError(outcome(text, rate).toString());
    }

    private static String fault(String text, String rate) {
        if (outcome(text, rate) instanceof CutOutcome.Faulty faulty) {
            CutOutcome.Problem first = faulty.problems().get(0);
            return first.line() + ": " + first.message();
        }
        throw new AssertionError("was read");
    }

    private static final String EDL = """
            TITLE: REEL 1
            FCM: DROP FRAME

            001  A001C002 V     C        01:00:00;00 01:00:02;00 01:00:58;00 01:01:00;02
            * FROM CLIP NAME: sh010
            * LOC: 01:00:58:12 RED     AI FACE
            M2   A001C002       059.9                01:00:00:00
            002  A001C002 V     C        01:00:02;00 01:00:02;00 01:01:00;02 01:01:00;02
            FCM: NON-DROP FRAME
            002  B002     V     D    030 02:00:00:00 02:00:04:00 01:01:00;02 01:01:04;02
            * FROM CLIP NAME: sh010
            * TO CLIP NAME: sh020
            * SOURCE FILE: /mnt/rushes/sh020.mov
            003  BL       V     C        00:00:00:00 00:00:01:00 01:01:04;02 01:01:05;02
            """;

    @Test
    void an_edl_counts_as_its_first_fcm_line_says_and_its_sources_as_the_last() {
        Cut cut = cut(EDL, "");
        assertThat(cut.title()).contains("REEL 1");
        assertThat(cut.rate().text()).isEqualTo("29.97 DF");
        assertThat(cut.notes()).singleElement().asString().contains("29.97 DF");
        assertThat(cut.events()).hasSize(3);
        CutEvent second = cut.events().get(1);
        assertThat(second.shot()).contains("sh020");
        assertThat(second.file()).contains("sh020.mov");
        assertThat(second.source().orElseThrow().in().label()).isEqualTo("02:00:00:00");
        assertThat(second.recordIn().label()).isEqualTo("01:01:00;02");
        assertThat(cut.events().get(2).isBlack()).isTrue();
    }

    @Test
    void speeds_markers_and_dissolves_of_an_edl_are_read() {
        CutEvent first = cut(EDL, "").events().get(0);
        assertThat(first.speed()).isEqualTo(new Rational(599, 300));
        assertThat(first.markers()).singleElement().asString().contains("AI FACE");
        assertThat(first.recordOut().label()).isEqualTo("01:01:01;02");
        assertThat(first.frames()).isEqualTo(90);
    }

    @Test
    void an_edl_with_a_label_that_does_not_exist_is_refused_with_its_line() {
        assertThat(fault("FCM: DROP FRAME\n001 A V C 00:01:00;00 00:01:01;00 01:00:00;00 01:00:01;00\n", ""))
                .startsWith("2: \"00:01:00;00\" is no time code at 29.97 DF");
        assertThat(fault("TITLE: X\n001 A V C 00:01:00:00 00:01:01:00 01:00:00:00 01:00:01:00\n", ""))
                .contains("names no frame rate");
        assertThat(fault("FCM: DROP FRAME\n", "25")).startsWith("1: says DROP FRAME, which is not how 25 counts");
        assertThat(fault("TITLE: X\n001 A V C nonsense\n", "25")).startsWith("2: is no event line");
        assertThat(fault("TITLE: X\n", "25")).contains("has no event line");
    }

    private static String time(int rate, int value) {
        return "{\"OTIO_SCHEMA\":\"RationalTime.1\",\"rate\":" + rate + ",\"value\":" + value + "}";
    }

    private static String range(int rate, int start, int length) {
        return "{\"start_time\":" + time(rate, start) + ",\"duration\":" + time(rate, length) + "}";
    }

    private static String item(String schema, String name, String more) {
        return "{\"OTIO_SCHEMA\":\"" + schema + ".1\",\"name\":\"" + name + "\"," + more + "}";
    }

    @Test
    void gaps_transitions_nested_stacks_and_foreign_rates_of_otio_fall_into_place() {
        String nested = item(
                "Stack",
                "nest",
                "\"source_range\":" + range(25, 10, 20) + ",\"children\":["
                        + item(
                                "Track",
                                "inner",
                                "\"children\":["
                                        + item("Clip", "a", "\"source_range\":" + range(25, 100, 15)) + ","
                                        + item("Clip", "b", "\"source_range\":" + range(25, 200, 40)) + "]")
                        + "]");
        String timeline = item(
                "Timeline",
                "T",
                "\"global_start_time\":" + time(25, 90_000)
                        + ",\"tracks\":"
                        + item(
                                "Stack",
                                "",
                                "\"children\":["
                                        + item(
                                                "Track",
                                                "v",
                                                "\"kind\":\"Video\",\"children\":["
                                                        + item("Gap", "", "\"source_range\":" + range(25, 0, 50)) + ","
                                                        + nested + ","
                                                        + item(
                                                                "Clip",
                                                                "c",
                                                                "\"source_range\":" + range(50, 0, 100)
                                                                        + ",\"markers\":[{\"name\":\"AI\"}],\"effects\":[{\"OTIO_SCHEMA\":\"LinearTimeWarp.1\",\"time_scalar\":0.5}]"
                                                                        + ",\"media_reference\":{\"target_url\":\"file:///x/my%20file.mov\",\"available_range\":"
                                                                        + range(50, 0, 500) + "}")
                                                        + ","
                                                        + item(
                                                                "Transition",
                                                                "",
                                                                "\"in_offset\":" + time(25, 4) + ",\"out_offset\":"
                                                                        + time(25, 6))
                                                        + ","
                                                        + item("Clip", "d", "\"source_range\":" + range(25, 30, 25))
                                                        + "]")
                                        + ","
                                        + item(
                                                "Track",
                                                "a",
                                                "\"kind\":\"Audio\",\"children\":["
                                                        + item("Clip", "m", "\"source_range\":" + range(25, 0, 25))
                                                        + "]")
                                        + "]"));
        Cut cut = cut(timeline, "");
        assertThat(cut.events())
                .extracting(event -> event.name() + " " + event.track() + " "
                        + event.recordIn().label() + " " + event.recordOut().label())
                .containsExactly(
                        "a V1 01:00:02:00 01:00:02:05",
                        "b V1 01:00:02:05 01:00:02:20",
                        "c V1 01:00:02:20 01:00:05:01",
                        "d V1 01:00:04:16 01:00:05:20",
                        "m A1 01:00:00:00 01:00:01:00");
        CutEvent c = cut.events().get(2);
        assertThat(c.file()).contains("my file.mov");
        assertThat(c.speed()).isEqualTo(new Rational(1, 2));
        assertThat(c.markers()).containsExactly("AI");
        assertThat(cut.events().get(0).source().orElseThrow().in().label()).isEqualTo("00:00:04:10");
        assertThat(c.isPicture()).isTrue();
        assertThat(cut.events().get(4).isPicture()).isFalse();
    }

    @Test
    void a_list_in_csv_may_mark_its_ai_shots_and_part_its_columns_otherwise() {
        Cut cut = cut(
                "Clip Name;Rec In;Rec Out;AI\n\"a;b\";01:00:00:00;01:00:01:00;yes\nc;01:00:01:00;01:00:02:00;\n", "25");
        assertThat(cut.events().get(0).shot()).contains("a;b");
        assertThat(cut.events().get(0).ai()).contains(true);
        assertThat(cut.events().get(1).ai()).isEmpty();
        assertThat(cut("name,in,out,fps\nx,00:00:00:00,00:00:01:00,23.976\n", "")
                        .rate()
                        .text())
                .isEqualTo("23.976");
        assertThat(fault("name,in,out\nx,00:00:00:00,00:00:00:25\n", "25"))
                .startsWith("2: \"00:00:00:25\" is no time code");
        assertThat(fault("name,in,out\nx,,00:00:00:20\n", "25"))
                .startsWith("2: has no time code in the column \"record in\"");
        assertThat(fault("hello\n", "25")).contains("is no OpenTimelineIO, no CMX 3600");
    }

    @Test
    void rows_keep_their_line_whatever_stands_between_quotes() {
        assertThat(CsvRows.read("shot, note\r\n\r\n a ,\"two\nlines, \"\"quoted\"\"\" \n;;\nb\n"))
                .containsExactly(
                        new CsvRows.Row(1, List.of("shot", "note")),
                        new CsvRows.Row(3, List.of("a", "two\nlines, \"quoted\"")),
                        new CsvRows.Row(5, List.of(";;")),
                        new CsvRows.Row(6, List.of("b")));
        assertThat(CsvRows.read("a\tb, c\n\"never\tclosed\n"))
                .containsExactly(
                        new CsvRows.Row(1, List.of("a", "b, c")), new CsvRows.Row(2, List.of("never\tclosed")));
        assertThat(CsvRows.read(" \n,,\n")).isEmpty();
    }

    @Test
    void hostile_lists_are_refused() {
        assertThat(fault("{\"a\":".repeat(5_000), "25")).contains("is not JSON");
        assertThat(fault("{}", "25")).contains("no OpenTimelineIO timeline");
        assertThat(fault("{\"OTIO_SCHEMA\":\"Timeline.1\",\"tracks\":{}}", "25"))
                .contains("has no clip");
        assertThat(fault("", "25")).contains("is empty");
    }
}
