package org.estampille.technical;

import static org.assertj.core.api.Assertions.assertThat;

import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.bmff.Boxes;
import org.estampille.timecode.Rational;
import org.junit.jupiter.api.Test;

class MediaTimingTest {

    private static final Octets TEN_SECONDS =
            Boxes.full("mvhd", 0, 0, Octets.zeros(8), Octets.u32be(1_000), Octets.u32be(10_000), Octets.zeros(80));

    @Test
    void a_film_lasts_what_its_header_says() throws Exception {
        Octets film = Octets.concat(Boxes.ftyp(), Boxes.box("moov", TEN_SECONDS));

        assertThat(MediaTiming.read(new OctetsSource(film)).orElseThrow().seconds())
                .isEqualTo(new Rational(10, 1));
    }

    /** The header counts the samples in the movie box; those in fragments come on top. */
    @Test
    void a_film_that_goes_on_in_fragments_lasts_nobody_knows_how_long() throws Exception {
        Octets extended = Boxes.box("mvex", Boxes.full("trex", 0, 0, Octets.zeros(20)));
        Octets film = Octets.concat(Boxes.ftyp(), Boxes.box("moov", TEN_SECONDS, extended), Boxes.box("moof"));

        assertThat(MediaTiming.read(new OctetsSource(film))).isEmpty();
    }
}
