package org.estampille.cut;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.timecode.FrameRate;

/** The door of the package. Tells the three kinds of list apart by content, not by name. */
public final class CutReader {

    /** The longest list, in octets. */
    public static final int LONGEST = 32 << 20;

    /** The most clips of one list. */
    static final int MOST_EVENTS = 100_000;

    private CutReader() {}

    /**
     * Reads a list.
     *
     * @param rate of the programme, where the user gives it; some lists name none
     */
    public static CutOutcome read(Octets file, Optional<FrameRate> rate) {
        if (file.length() > LONGEST) {
            return fault("is larger than " + (LONGEST >> 20) + " MiB");
        }
        String text = text(file);
        String start = text.stripLeading();
        try {
            Cut cut = start.startsWith("{")
                    ? OtioReader.read(text, rate)
                    : looksLikeEdl(start) ? new EdlReader(rate).read(text) : CsvCutReader.read(text, rate);
            return cut.events().isEmpty() ? fault("has no clip") : new CutOutcome.Read(cut);
        } catch (CutFault fault) {
            return new CutOutcome.Faulty(List.of(fault.problem()));
        } catch (ArithmeticException tooLarge) {
            return fault("has a time beyond all counting");
        }
    }

    /** Old lists are not UTF-8; every octet means something in Latin-1. */
    private static String text(Octets file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.toByteArray()))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return file.latin1();
        }
    }

    private static boolean looksLikeEdl(String text) {
        String upper = text.substring(0, Math.min(text.length(), 4_096)).toUpperCase(Locale.ROOT);
        return upper.startsWith("TITLE:")
                || upper.startsWith("FCM:")
                || upper.lines().anyMatch(line -> EdlReader.EVENT.matcher(line).matches());
    }

    private static CutOutcome fault(String message) {
        return new CutOutcome.Faulty(List.of(new CutOutcome.Problem(0, message)));
    }

    /** The last part of a path or address. */
    static String fileName(String path) {
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return path.substring(slash + 1);
    }
}
