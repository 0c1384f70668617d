package org.estampille.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.disclosure.ContentDisclosure;
import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void shows_terminal_sequences_instead_of_sending_them() {
        assertThat(SafeText.line("a\u001b[31mred\u0007\r\n")).isEqualTo("a<U+001B>[31mred<U+0007><U+000D><U+000A>");
    }

    @Test
    void shows_bidirectional_controls_and_invisible_letters() {
        assertThat(SafeText.line("gpj.\u202Eexe")).isEqualTo("gpj.<U+202E>exe");
        assertThat(SafeText.line("a\u200Bb\uFEFF")).isEqualTo("a<U+200B>b<U+FEFF>");
        assertThat(SafeText.line("x" + Character.toString(0xE0041))).isEqualTo("x<U+E0041>");
    }

    @Test
    void shows_lone_surrogates() {
        assertThat(SafeText.line("a\uD800b")).isEqualTo("a<U+D800>b");
        assertThat(SafeText.wellFormed("a\uD800b")).isEqualTo("a\uFFFDb");
    }

    @Test
    void leaves_the_writing_of_people_alone() {
        assertThat(SafeText.line("Été à Łódź, 東京 🎬")).isEqualTo("Été à Łódź, 東京 🎬");
    }

    @Test
    void a_line_of_json_holds_nothing_but_plain_ascii_without_markup() {
        VerificationReport report = new VerificationReport(
                "<b>\u202E\u0000\uD800é&'.jpg",
                Optional.empty(),
                0,
                VerificationReport.State.ABSENT,
                VerificationReport.Source.NONE,
                Optional.empty(),
                List.of(),
                ContentDisclosure.nothing(),
                List.of(),
                Optional.empty(),
                Instant.EPOCH);
        String line = new JsonReport().line(report);
        assertThat(line).matches("[ -~]+").doesNotContain("<", ">", "&", "'");
        assertThat(line).contains("\\u202E", "\\u0000", "\\uFFFD", "\\u00E9");
    }
}
