package org.estampille.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.junit.jupiter.api.Test;

/** Content is shown whole as far as a person can read it, and never without end. */
final class CborLinesTest {

    @Test
    void long_texts_and_long_lists_are_whole() {
        String text = "word ".repeat(1_000).strip();
        CborValue list = new CborValue.Array(Collections.nCopies(500, new CborValue.Text(text)));
        CborLines lines = CborLines.of(list, 1 << 22);
        assertThat(lines.lines()).hasSize(500).allMatch(line -> line.equals("- " + text));
        assertThat(lines.isCut()).isFalse();
    }

    @Test
    void what_would_never_end_is_cut_and_says_so() {
        CborValue list = new CborValue.Array(Collections.nCopies(500, new CborValue.Text("x".repeat(1_000))));
        CborLines lines = CborLines.of(list, 10_500);
        assertThat(lines.isCut()).isTrue();
        assertThat(lines.lines().stream().mapToInt(String::length).sum()).isLessThanOrEqualTo(10_500);
        assertThat(lines.lines()).hasSizeBetween(10, 11);
        CborLines empty = CborLines.of(new CborValue.Array(Collections.nCopies(500, new CborValue.Text(""))), 30);
        assertThat(empty.lines()).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void octets_are_cut_after_32_with_their_number_and_large_numbers_are_numbers() {
        CborValue list = new CborValue.Array(List.of(
                new CborValue.Bytes(Octets.concat(Octets.of(new int[64]), Octets.of(1))),
                new CborValue.Big(BigInteger.ONE.shiftLeft(64))));
        assertThat(CborLines.of(list, 1_000).lines())
                .containsExactly("- " + "00".repeat(32) + "… (65 octets)", "- 18446744073709551616");
    }
}
