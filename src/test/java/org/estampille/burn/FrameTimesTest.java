package org.estampille.burn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Rational;
import org.junit.jupiter.api.Test;

/** Which frames of a finished film are looked at. */
final class FrameTimesTest {

    private static final String UNEVEN =
            "0.000000,K_\n0.500000,__\n0.040000,__\n4.000000,__\n4.998000,__\n-0.040000,_D\n9.000000,__\n";

    private static Span span(long from, long to) {
        return new Span(Rational.of(from), Optional.of(Rational.of(to)));
    }

    @Test
    void frames_that_do_not_last_alike_are_found_by_their_times() throws BurnException {
        FrameTimes times = FrameTimes.of(UNEVEN.lines());
        assertThat(times.ends(span(0, 1), Optional.empty())).containsExactly(0L, 2L);
        assertThat(times.ends(span(1, 5), Optional.empty())).containsExactly(3L);
        assertThat(times.ends(span(4, 9), Optional.empty())).containsExactly(4L);
        assertThat(times.ends(new Span(Rational.of(3), Optional.empty()), Optional.empty()))
                .containsExactly(3L, 5L);
    }

    @Test
    void a_stretch_without_a_frame_is_refused() throws BurnException {
        FrameTimes times = FrameTimes.of(UNEVEN.lines());
        assertThatThrownBy(() -> times.ends(span(6, 8), Optional.empty())).isInstanceOf(BurnException.class);
        assertThatThrownBy(() -> times.ends(span(10, 12), Optional.empty())).isInstanceOf(BurnException.class);
        FrameTimes untimed = FrameTimes.of("N/A,K_\nN/A,__\n".lines());
        assertThatThrownBy(() -> untimed.ends(span(1, 2), Optional.empty())).isInstanceOf(BurnException.class);
    }

    @Test
    void frames_that_last_alike_are_counted_and_the_end_is_looked_at_too() throws BurnException {
        FrameTimes times = FrameTimes.of("N/A,K_\n".repeat(250).lines());
        Optional<FrameRate> rate = FrameRate.parse("25");
        assertThat(times.ends(span(2, 4), rate)).containsExactly(50L, 99L);
        assertThat(times.ends(span(9, 12), rate)).containsExactly(225L, 249L);
        assertThat(List.of(times.ends(new Span(Rational.of(0), Optional.empty()), rate)))
                .containsExactly(List.of(0L, 249L));
        assertThatThrownBy(() -> times.ends(span(10, 12), rate)).isInstanceOf(BurnException.class);
    }
}
