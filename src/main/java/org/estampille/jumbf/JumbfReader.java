package org.estampille.jumbf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** Reads superboxes eagerly; every box must lie inside its parent. */
public final class JumbfReader {

    private static final String FORMAT = "JUMBF";
    /** Two for each assertion a store may have, and some; hardly anything is as small and costs as much memory as a box. */
    private static final int MOST_BOXES = 1 << 18;

    private final ReadLimits limits;
    private int boxes;

    private JumbfReader(ReadLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads the superbox that {@code octets} start with; what follows it is not looked at.
     *
     * @throws MalformedContentException when the octets do not start with a well-formed superbox
     */
    public static SuperBox read(Octets octets, ReadLimits limits) throws MalformedContentException {
        ByteCursor cursor = new ByteCursor(FORMAT, octets, 0);
        JumbfBox box = new JumbfReader(limits).box(cursor, 0);
        if (box instanceof SuperBox superBox) {
            return superBox;
        }
        cursor.verify(false, "the outermost box is not a superbox");
        throw new AssertionError();
    }

    private JumbfBox box(ByteCursor cursor, int depth) throws MalformedContentException {
        LimitExceededException.check("JUMBF depth", depth, limits.depth());
        LimitExceededException.check("JUMBF boxes", ++boxes, Math.min(MOST_BOXES, limits.items()));
        long start = cursor.offset();
        Frame frame = frame(cursor);
        return frame.type.equals("jumb")
                ? superBox(frame, start, depth)
                : new ContentBox(frame.type, frame.payload, frame.octets());
    }

    private record Frame(String type, Octets header, Octets payload, Octets whole) {
        Octets octets() {
            return whole;
        }
    }

    private static Frame frame(ByteCursor cursor) throws MalformedContentException {
        Octets all = peekRest(cursor);
        long length = cursor.u32be();
        String type = cursor.fourcc();
        int header = 8;
        if (length == 1) {
            length = cursor.u64be();
            header = 16;
        } else if (length == 0) {
            length = all.length();
        }
        cursor.verify(length >= header, "box shorter than its header");
        Octets payload = cursor.take(length - header);
        return new Frame(type, all.slice(0, header), payload, all.slice(0, (int) length));
    }

    private static Octets peekRest(ByteCursor cursor) throws MalformedContentException {
        return cursor.peek(cursor.remaining());
    }

    private SuperBox superBox(Frame frame, long start, int depth) throws MalformedContentException {
        int header = frame.header.length();
        ByteCursor cursor = new ByteCursor(FORMAT, frame.payload, start + header);
        DescriptionBox description = description(cursor);
        List<JumbfBox> children = new ArrayList<>();
        while (!cursor.atEnd()) {
            children.add(box(cursor, depth + 1));
        }
        return new SuperBox(description, children, frame.octets(), header);
    }

    private static DescriptionBox description(ByteCursor cursor) throws MalformedContentException {
        long start = cursor.offset();
        Frame frame = frame(cursor);
        cursor.verify(frame.type.equals("jumd"), "a superbox does not start with 'jumd'");
        ByteCursor inner = new ByteCursor(FORMAT, frame.payload, start + frame.header.length());
        Octets type = inner.take(16);
        int toggles = inner.u8();
        String label = (toggles & 2) == 0 ? "" : inner.cString();
        inner.skip((toggles & 4) == 0 ? 0 : 4);
        inner.skip((toggles & 8) == 0 ? 0 : 32);
        Optional<Octets> salt = Optional.empty();
        if ((toggles & 16) != 0 && !inner.atEnd()) {
            Frame field = frame(inner);
            salt = field.type.equals("c2sh") ? Optional.of(field.payload) : Optional.empty();
        }
        return new DescriptionBox(type, toggles, label, salt, frame.octets());
    }
}
