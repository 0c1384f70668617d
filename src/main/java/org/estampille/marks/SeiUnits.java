package org.estampille.marks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.estampille.bytes.Octets;

/** User data in the supplemental enhancement information of coded pictures (H.264 annex D, H.265 annex D). */
final class SeiUnits {

    /** The place in which it stands, for reports. */
    static final String PLACE = "SEI (H.264, H.265)";

    /** What AV1 has in its stead (AV1 clause 5.8), and nothing here reads. */
    static final String AV1_PLACE = "metadata OBU (AV1)";

    private static final Octets START_CODE = Octets.of(0, 0, 1);
    private static final int UUID = 16;
    private static final int MOST_UNITS = 2_000;
    private static final int USER_DATA_REGISTERED = 4;
    private static final int USER_DATA_UNREGISTERED = 5;

    private final MetadataItems items;
    private final boolean h265;

    SeiUnits(MetadataItems items, boolean h265) {
        this.items = items;
        this.h265 = h265;
    }

    /** Units that follow each other, each behind its length in {@code lengthSize} octets. */
    void prefixed(Octets window, int lengthSize) {
        int at = 0;
        for (int unit = 0; unit < MOST_UNITS && at + lengthSize < window.length(); unit++) {
            long length = 0;
            for (int i = 0; i < lengthSize; i++) {
                length = length << 8 | window.at(at + i);
            }
            at += lengthSize;
            if (length == 0 || at + length > window.length()) {
                return;
            }
            unit(window.slice(at, (int) length));
            at += (int) length;
        }
    }

    /** Units that follow each other, each behind a start code (H.264 annex B, H.265 annex B). */
    void marked(Octets window) {
        Optional<Integer> code = window.indexOf(START_CODE, 0);
        for (int unit = 0; unit < MOST_UNITS && code.isPresent(); unit++) {
            int start = code.get() + START_CODE.length();
            code = window.indexOf(START_CODE, start);
            int end = code.orElse(window.length());
            if (end > start) {
                unit(window.slice(start, end - start));
            }
        }
    }

    /** A unit alone. */
    void one(Octets unit) {
        if (unit.length() > 0) {
            unit(unit);
        }
    }

    private void unit(Octets unit) {
        int type = h265 ? unit.at(0) >> 1 & 0x3F : unit.at(0) & 0x1F;
        boolean information = h265 ? type == 39 || type == 40 : type == 6;
        int header = h265 ? 2 : 1;
        if (information && unit.length() > header) {
            messages(withoutEmulation(unit.from(header)));
        }
    }

    private void messages(Octets content) {
        int at = 0;
        while (at + 2 < content.length()) {
            int type = 0;
            while (at < content.length() && content.at(at) == 0xFF) {
                type += 0xFF;
                at++;
            }
            type += at < content.length() ? content.at(at++) : 0;
            int size = 0;
            while (at < content.length() && content.at(at) == 0xFF) {
                size += 0xFF;
                at++;
            }
            size += at < content.length() ? content.at(at++) : 0;
            if (size > content.length() - at) {
                return;
            }
            Octets payload = content.slice(at, size);
            if (type == USER_DATA_UNREGISTERED && size > UUID) {
                add(payload.from(UUID), payload.slice(0, UUID).hex());
            } else if (type == USER_DATA_REGISTERED) {
                add(payload, "itu-t-t35");
            }
            at += size;
        }
    }

    private void add(Octets text, String name) {
        String where = (h265 ? "H.265" : "H.264") + " SEI of the first pictures";
        items.add(Location.SEI, where, name, printable(text));
    }

    private static String printable(Octets octets) {
        return new String(octets.toByteArray(), StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\uFFFD]+", " ");
    }

    /** Without the octet 3 that keeps start codes out of the payload (H.264 clause 7.4.1). */
    private static Octets withoutEmulation(Octets octets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length());
        int zeros = 0;
        for (int i = 0; i < octets.length(); i++) {
            int octet = octets.at(i);
            if (zeros >= 2 && octet == 3) {
                zeros = 0;
                continue;
            }
            zeros = octet == 0 ? zeros + 1 : 0;
            out.write(octet);
        }
        return Octets.adopt(out.toByteArray());
    }
}
