package org.estampille.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ReadOnlyBufferException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OctetsTest {

    private static final Octets COUNT = Octets.of(0, 1, 2, 3, 4, 5, 6, 7);

    @Test
    void slices_share_content_and_equal_by_content() {
        Octets slice = COUNT.slice(2, 3);
        assertThat(slice).isEqualTo(Octets.of(2, 3, 4)).hasSameHashCodeAs(Octets.of(2, 3, 4));
        assertThat(slice.slice(1, 1).at(0)).isEqualTo(3);
        assertThat(slice.from(3)).isEqualTo(Octets.empty());
        assertThat(slice).isNotEqualTo(Octets.of(2, 3)).isNotEqualTo(Octets.of(2, 3, 5));
    }

    @Test
    void never_reads_outside_a_slice() {
        Octets slice = COUNT.slice(2, 3);
        for (int index : new int[] {-1, 3, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> slice.at(index)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatThrownBy(() -> slice.slice(1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.slice(2, Integer.MAX_VALUE)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.uint32At(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void cannot_be_changed_from_outside() {
        byte[] bytes = {1, 2};
        Octets copy = Octets.copyOf(bytes);
        bytes[0] = 9;
        copy.toByteArray()[1] = 9;
        assertThat(copy).isEqualTo(Octets.of(1, 2));
        assertThatThrownBy(() -> copy.asBuffer().put(0, (byte) 9)).isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void joins_and_finds() {
        assertThat(Octets.concat(COUNT.slice(1, 2), Octets.empty(), COUNT.slice(6, 2)))
                .isEqualTo(Octets.of(1, 2, 6, 7));
        assertThat(Octets.concat(List.of())).isEqualTo(Octets.empty());
        assertThat(COUNT.indexOf(Octets.of(3, 4), 0)).contains(3);
        assertThat(COUNT.indexOf(Octets.of(3, 4), 4)).isEmpty();
        assertThat(COUNT.indexOf(Octets.of(7, 8), 0)).isEmpty();
        for (int value = 0; value < 8; value++) {
            assertThat(COUNT.slice(1, 7).indexOf(value, 2)).isEqualTo(value < 3 ? 7 : value - 1);
        }
        assertThat(Octets.of(1, 0xFF, 3).indexOf(0xFF, 0)).isEqualTo(1);
        assertThat(COUNT.slice(0, 3).indexOf(3, 0)).isEqualTo(3);
        assertThat(COUNT.startsWith(Octets.of(0, 1))).isTrue();
        assertThat(Octets.of(0).startsWith(COUNT)).isFalse();
        assertThat(Octets.zeros(3).isZero()).isTrue();
        assertThat(COUNT.isZero()).isFalse();
    }

    @Test
    void writes_numbers_and_text_as_formats_want_them() {
        assertThat(Octets.u16be(0x1234).hex()).isEqualTo("1234");
        assertThat(Octets.u32be(0xFFFF_FFFEL).hex()).isEqualTo("fffffffe");
        assertThat(Octets.u32le(0x12345678).hex()).isEqualTo("78563412");
        assertThat(Octets.u64be(1L << 40).hex()).isEqualTo("0000010000000000");
        assertThat(Octets.of(0xFF, 0xFF, 0xFF, 0xFF).uint32At(0)).isEqualTo(0xFFFF_FFFFL);
        assertThat(Octets.ofUtf8("é").hex()).isEqualTo("c3a9");
        assertThat(Octets.of(0xE9).latin1()).isEqualTo("é");
        assertThat(Octets.of(0xFF).utf8()).isEqualTo("\uFFFD");
        assertThat(Octets.of(1, 2).base64()).isEqualTo("AQI=");
        assertThat(Octets.zeros(33).toString()).endsWith("(33 octets)");
    }
}
