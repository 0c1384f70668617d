package org.estampille.marks;

import static org.estampille.marks.Containing.*;

import java.util.List;
import org.estampille.bytes.Octets;

/** AIFF with its chunks of text, and AVI with user data in its pictures. */
final class MarkedSound {

    private static final String AIGC = "{\"AIGC\":{\"Label\":\"1\",\"ContentProducer\":\"x\",\"ProduceID\":\"1\","
            + "\"ReservedCode1\":\"\",\"ContentPropagator\":\"x\",\"PropagateID\":\"1\",\"ReservedCode2\":\"\"}}";
    private static final String SUNO = "made with suno; created=2026-01-05T10:00:00Z; id=" + MarkedFiles.UUID;

    private MarkedSound() {}

    static Octets aiffChunk(String id, Octets content) {
        Octets padded = content.length() % 2 == 0 ? content : join(content, Octets.of(0));
        return join(ascii(id), Octets.u32be(content.length()), padded);
    }

    static Octets aiff(String type, Octets... chunks) {
        Octets sound = aiffChunk("SSND", Octets.zeros(10));
        Octets body = join(ascii(type), aiffChunk("COMM", Octets.zeros(18)), join(chunks), sound);
        return join(ascii("FORM"), Octets.u32be(body.length()), body);
    }

    private static Octets id3(Octets... frames) {
        Octets sound = mp3(frames);
        return sound.slice(0, sound.length() - 421);
    }

    /** @param marked whether the units of the picture stand behind start codes */
    static Octets avi(String code, boolean marked, String userData) {
        boolean h265 = code.equals("HEVC");
        Octets message = join(Octets.ofHex("0123456789abcdef0123456789abcdef"), ascii(userData));
        Octets unit = join(
                h265 ? Octets.of(39 << 1, 1) : Octets.of(6), Octets.of(5, message.length()), message, Octets.of(0x80));
        Octets picture = join(marked ? Octets.of(0, 0, 0, 1) : Octets.u32be(unit.length()), unit);
        Octets stream = riffChunk(
                "LIST",
                join(
                        ascii("strl"),
                        riffChunk("strh", join(ascii("vids"), Octets.zeros(52))),
                        riffChunk("strf", join(Octets.zeros(16), ascii(code), Octets.zeros(20)))));
        Octets header = riffChunk("LIST", join(ascii("hdrl"), riffChunk("avih", Octets.zeros(56)), stream));
        Octets movie = riffChunk("LIST", join(ascii("movi"), riffChunk("00dc", picture)));
        Octets body = join(ascii("AVI "), header, movie);
        return join(ascii("RIFF"), Octets.u32le(body.length()), body);
    }

    static void add(List<MarkedFiles.Case> cases) {
        Octets label = frame("TXXX", join(Octets.of(3), ascii("AIGC\0"), ascii(AIGC)));
        Octets comment = join(Octets.zeros(4), Octets.zeros(2), Octets.of(0, 14), ascii("Made with Suno"));
        add(cases, "anno.aiff", aiff("AIFF", aiffChunk("ANNO", ascii(SUNO))), "suno-comment", Strength.HARD);
        add(cases, "anno.aifc", aiff("AIFC", aiffChunk("ANNO", ascii(SUNO))), "suno-comment", Strength.HARD);
        add(
                cases,
                "comment.aiff",
                aiff("AIFF", aiffChunk("COMT", join(Octets.of(0, 1), comment))),
                "suno-comment",
                Strength.HARD);
        cases.add(new MarkedFiles.Case(
                "label.aiff", aiff("AIFF", aiffChunk("ID3 ", id3(label))), "aigc-1", Location.ID3, Strength.HARD));
        cases.add(new MarkedFiles.Case(
                "label-chunk.aiff",
                aiff("AIFF", aiffChunk("AIGC", ascii(AIGC))),
                "aigc-1",
                Location.APP_SEGMENT,
                Strength.HARD));
        for (String code : List.of("H264", "avc1", "HEVC")) {
            for (boolean marked : new boolean[] {true, false}) {
                String name = code + (marked ? "-marked" : "-prefixed") + ".avi";
                cases.add(new MarkedFiles.Case(
                        name, avi(code, marked, "kling-ai"), "sei-kling-ai", Location.SEI, Strength.MEDIUM));
            }
        }
    }

    private static void add(
            List<MarkedFiles.Case> cases, String name, Octets octets, String fingerprint, Strength strength) {
        cases.add(new MarkedFiles.Case(name, octets, fingerprint, Location.AIFF_TEXT, strength));
    }
}
