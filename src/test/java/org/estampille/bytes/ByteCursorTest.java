package org.estampille.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ByteCursorTest {

    @Test
    void reads_numbers_of_both_orders() throws Exception {
        ByteCursor cursor = cursor("01" + "0203" + "0302" + "fffffffe" + "feffffff" + "0000000100000000" + "61626364");
        assertThat(cursor.u8()).isEqualTo(1);
        assertThat(cursor.u16be()).isEqualTo(0x0203);
        assertThat(cursor.u16le()).isEqualTo(0x0203);
        assertThat(cursor.u32be()).isEqualTo(0xFFFF_FFFEL);
        assertThat(cursor.u32le()).isEqualTo(0xFFFF_FFFEL);
        assertThat(cursor.u64be()).isEqualTo(1L << 32);
        assertThat(cursor.fourcc()).isEqualTo("abcd");
        assertThat(cursor.atEnd()).isTrue();
    }

    @Test
    void stays_put_on_a_failed_read_and_says_where_it_is() throws Exception {
        ByteCursor cursor = cursor("0102");
        cursor.u8();
        assertThatThrownBy(cursor::u32be).isInstanceOfSatisfying(MalformedContentException.class, e -> {
            assertThat(e.where().start()).isEqualTo(1_001);
            assertThat(e.format()).isEqualTo("TEST");
        });
        assertThat(cursor.remaining()).isEqualTo(1);
        assertThat(cursor.u8()).isEqualTo(2);
    }

    @Test
    void refuses_counts_that_are_negative_or_past_the_end() throws Exception {
        for (long count : new long[] {-1, 3, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> cursor("0102").take(count)).isInstanceOf(MalformedContentException.class);
            assertThatThrownBy(() -> cursor("0102").skip(count)).isInstanceOf(MalformedContentException.class);
            assertThatThrownBy(() -> cursor("0102").peek(count)).isInstanceOf(MalformedContentException.class);
        }
        assertThatThrownBy(() -> cursor("8000000000000000").u64be()).isInstanceOf(MalformedContentException.class);
    }

    @Test
    void peeks_without_moving_and_takes_the_rest() throws Exception {
        ByteCursor cursor = cursor("010203");
        assertThat(cursor.peek(2)).isEqualTo(Octets.of(1, 2));
        assertThat(cursor.offset()).isEqualTo(1_000);
        cursor.skip(1);
        assertThat(cursor.rest()).isEqualTo(Octets.of(2, 3));
        assertThat(cursor.rest()).isEqualTo(Octets.empty());
    }

    @Test
    void reads_text_up_to_its_zero() throws Exception {
        ByteCursor cursor = cursor("c3a90061");
        assertThat(cursor.cString()).isEqualTo("é");
        assertThat(cursor.position()).isEqualTo(3);
        assertThatThrownBy(cursor::cString).isInstanceOf(MalformedContentException.class);
        assertThatThrownBy(() -> cursor("").cString()).isInstanceOf(MalformedContentException.class);
    }

    private static ByteCursor cursor(String hex) {
        return new ByteCursor("TEST", Octets.ofHex(hex), 1_000);
    }
}
