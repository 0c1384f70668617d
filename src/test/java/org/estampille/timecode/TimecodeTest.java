package org.estampille.timecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimecodeTest {

    private static FrameRate rate(String text) {
        return FrameRate.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "23.976, 24000/1001, 24",
        "23.98, 24000/1001, 24",
        "24, 24, 24",
        "25, 25, 25",
        "29.97, 30000/1001, 30",
        "29.97 NDF, 30000/1001, 30",
        "29.97 DF, 30000/1001, 30",
        "29.97df, 30000/1001, 30",
        "30, 30, 30",
        "47.952, 48000/1001, 48",
        "47.95, 48000/1001, 48",
        "48, 48, 48",
        "50, 50, 50",
        "59.94, 60000/1001, 60",
        "59.94 DF, 60000/1001, 60",
        "60, 60, 60",
        "24000/1001, 24000/1001, 24",
        "24.0, 24, 24"
    })
    void rates_are_exact_however_they_are_written(String text, String exact, int nominal) {
        assertThat(rate(text).perSecond().text()).isEqualTo(exact);
        assertThat(rate(text).nominal()).isEqualTo(nominal);
        assertThat(rate(text).dropFrame()).isEqualTo(text.matches(".*\\d *(?i)DF"));
        assertThat(FrameRate.parse(rate(text).text())).contains(rate(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "x", "25 DF", "30 DF", "23.976 DF", "29.9", "1/0", "500", "30000/1002", "-25", "DF"})
    void what_is_no_rate_is_refused(String text) {
        assertThat(FrameRate.parse(text)).isEmpty();
    }

    @Test
    void every_frame_of_a_drop_frame_day_has_a_label_of_its_own_that_leads_back() {
        for (String text : new String[] {"29.97 DF", "59.94 DF"}) {
            FrameRate rate = rate(text);
            String before = "";
            for (long frame = 0; frame < rate.framesPerDay(); frame++) {
                String label = new Timecode(rate, frame).label();
                if (label.compareTo(before) <= 0
                        || Timecode.parse(label, rate).orElseThrow().frame() != frame) {
                    throw new AssertionError(rate.text() + " frame " + frame + " is " + label + " after " + before);
                }
                before = label;
            }
            assertThat(before).startsWith("23:59:59;");
        }
        assertThat(rate("29.97 DF").framesPerDay()).isEqualTo(2_589_408);
        assertThat(rate("59.94 DF").framesPerDay()).isEqualTo(5_178_816);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23.976", "24", "25", "29.97", "30", "47.952", "48", "50", "59.94", "60"})
    void frames_round_trip_at_every_rate(String text) {
        FrameRate rate = rate(text);
        Random random = new Random(12);
        for (int i = 0; i < 5_000; i++) {
            long frame = random.nextLong(rate.framesPerDay());
            Timecode timecode = new Timecode(rate, frame);
            assertThat(Timecode.parse(timecode.label(), rate)).contains(timecode);
            assertThat(rate.nearestFrame(timecode.seconds())).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "00:00:59;29, 1799",
        "00:01:00;02, 1800",
        "00:09:59;29, 17981",
        "00:10:00;00, 17982",
        "00:11:00;02, 19782",
        "01:00:00;00, 107892",
        "23:59:59;29, 2589407"
    })
    void drop_frame_labels_count_as_the_standard_counts(String label, long frame) {
        assertThat(Timecode.parse(label, rate("29.97 DF")).orElseThrow().frame())
                .isEqualTo(frame);
        assertThat(new Timecode(rate("29.97 DF"), frame).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:01:00;00", "00:01:00;01", "00:09:00;00", "12:59:00;01", "00:00:00:00", "00:00:00;30"})
    void labels_that_drop_frame_counting_skips_are_refused(String label) {
        assertThat(Timecode.parse(label, rate("29.97 DF"))).isEmpty();
    }

    @Test
    void at_twice_the_rate_twice_as_many_labels_are_skipped() {
        FrameRate fast = rate("59.94 DF");
        for (int frame = 0; frame < 4; frame++) {
            assertThat(Timecode.parse("00:01:00;0" + frame, fast)).isEmpty();
        }
        assertThat(Timecode.parse("00:01:00;04", fast).orElseThrow().frame()).isEqualTo(3600);
        assertThat(Timecode.parse("00:10:00;00", fast).orElseThrow().frame()).isEqualTo(35_964);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24:00:00:00",
                "00:60:00:00",
                "00:00:60:00",
                "00:00:00:25",
                "0:00:00:00",
                "00:00:00",
                "aa:00:00:00",
                "00:00:00;00",
                "00-00-00-00",
                "00:00:00:٠٠"
            })
    void what_is_no_label_is_refused(String label) {
        assertThat(Timecode.parse(label, FrameRate.of(25))).isEmpty();
    }

    @Test
    void a_day_wraps_and_arithmetic_crosses_skipped_labels() {
        FrameRate drop = rate("29.97 DF");
        assertThat(Timecode.parse("00:00:59;29", drop).orElseThrow().plus(1).label())
                .isEqualTo("00:01:00;02");
        assertThat(Timecode.parse("23:59:59;29", drop).orElseThrow().plus(1).label())
                .isEqualTo("00:00:00;00");
        assertThat(Timecode.parse("00:00:00;00", drop).orElseThrow().plus(-1).label())
                .isEqualTo("23:59:59;29");
    }

    @Test
    void an_hour_of_labels_is_an_hour_of_the_clock_only_when_numbers_are_skipped() {
        assertThat(Timecode.parse("01:00:00:00", rate("29.97")).orElseThrow().seconds())
                .isEqualTo(new Rational(18018, 5));
        Rational drop =
                Timecode.parse("01:00:00;00", rate("29.97 DF")).orElseThrow().seconds();
        assertThat(drop).isEqualTo(new Rational(107_892L * 1001, 30_000));
        assertThat(Rational.of(3600).minus(drop)).isEqualTo(new Rational(9, 2500));
        assertThat(Timecode.parse("00:00:10:00", rate("23.976"))
                        .orElseThrow()
                        .at(FrameRate.of(25))
                        .label())
                .isEqualTo("00:00:10:00");
    }

    @Test
    void impossible_values_cannot_be_built() {
        assertThatThrownBy(() -> new FrameRate(Rational.of(25), true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Timecode(FrameRate.of(25), 25L * 86_400))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rational(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
