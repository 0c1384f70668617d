package org.estampille.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.estampille.asset.AssetFormat;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.detect.Detection.Detected;
import org.estampille.detect.Detection.Unsupported;
import org.junit.jupiter.api.Test;

/** Sound and documents, by what stands at their start and behind their tags. */
class TaggedSoundTest {

    private static final Octets TAG = Octets.concat(Octets.ofHex("4944330400000000000a"), Octets.zeros(10));

    /** MPEG 1 layer III, 32 kbit/s, 44.1 kHz: 104 octets. */
    private static final Octets FRAME = Octets.concat(Octets.ofHex("fffb1000"), Octets.zeros(100));

    private static Detection detect(Octets... octets) throws Exception {
        return AssetDetector.detect(new OctetsSource(Octets.concat(octets)));
    }

    @Test
    void tells_mpeg_audio_by_two_frames_or_by_one_behind_a_tag() throws Exception {
        assertThat(detect(FRAME, FRAME)).isEqualTo(new Detected(AssetFormat.MP3));
        assertThat(detect(TAG, FRAME)).isEqualTo(new Detected(AssetFormat.MP3));
        assertThat(detect(TAG, Octets.zeros(300), FRAME, FRAME)).isEqualTo(new Detected(AssetFormat.MP3));
        assertThat(detect(TAG, TAG, FRAME)).isEqualTo(new Detected(AssetFormat.MP3));
        assertThat(detect(Octets.zeros(300), FRAME, FRAME)).isEqualTo(new Detected(AssetFormat.MP3));
        assertThat(detect(Octets.zeros(300), FRAME, Octets.zeros(200))).isInstanceOf(Unsupported.class);
        assertThat(detect(Octets.zeros(5_000), FRAME, FRAME)).isInstanceOf(Unsupported.class);
        assertThat(detect(Octets.zeros(300))).isInstanceOf(Unsupported.class);
        assertThat(detect(FRAME)).isInstanceOf(Unsupported.class);
        assertThat(detect(FRAME, Octets.zeros(200))).isInstanceOf(Unsupported.class);
    }

    @Test
    void knows_other_rates_and_layers_of_mpeg_audio() throws Exception {
        Octets half = Octets.concat(Octets.ofHex("fff34000"), Octets.zeros(100));
        Octets second = Octets.concat(Octets.ofHex("fffd4400"), Octets.zeros(188));
        assertThat(detect(half, half)).isEqualTo(new Detected(AssetFormat.MP3));
        assertThat(detect(second, second)).isEqualTo(new Detected(AssetFormat.MP3));
    }

    @Test
    void tells_flac_with_and_without_a_tag() throws Exception {
        assertThat(detect(Octets.ofAscii("fLaC"), Octets.zeros(40))).isEqualTo(new Detected(AssetFormat.FLAC));
        assertThat(detect(TAG, Octets.ofAscii("fLaC"))).isEqualTo(new Detected(AssetFormat.FLAC));
    }

    @Test
    void takes_no_other_tagged_sound_for_mpeg_audio() throws Exception {
        assertThat(detect(TAG, Octets.ofHex("fff15080"), Octets.zeros(60))).isInstanceOf(Unsupported.class);
        assertThat(detect(TAG, Octets.ofAscii("MAC "), Octets.zeros(60))).isInstanceOf(Unsupported.class);
        assertThat(detect(TAG.slice(0, 10))).isInstanceOf(Unsupported.class);
    }

    @Test
    void tells_sound_in_ogg_from_pictures_in_ogg() throws Exception {
        Octets page = Octets.concat(Octets.ofAscii("OggS"), Octets.zeros(23), Octets.of(1, 30));
        assertThat(detect(page, Octets.ofAscii("\1vorbis"))).isEqualTo(new Detected(AssetFormat.OGG));
        assertThat(detect(page, Octets.of(0x80), Octets.ofAscii("theora"))).isEqualTo(new Unsupported("video/ogg"));
    }

    @Test
    void tells_documents() throws Exception {
        assertThat(detect(Octets.ofAscii("%PDF-1.7\n"))).isEqualTo(new Detected(AssetFormat.PDF));
    }
}
