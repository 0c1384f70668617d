package org.estampille.container.svg;

import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;

/**
 * A start tag or an empty-element tag.
 *
 * @param range from {@code <} to {@code >}
 * @param name with its prefix
 * @param isEmpty whether no end tag follows
 * @param declarations of namespaces
 */
record Tag(ByteRange range, String name, boolean isEmpty, List<Declaration> declarations) {

    /** A namespace and what stands for it; an empty prefix for the default one. */
    record Declaration(String prefix, String namespace) {}

    Tag {
        declarations = List.copyOf(declarations);
    }

    /** Reads the tag that starts at {@code start}. */
    static Tag at(String text, int start) throws MalformedContentException {
        Reading reading = new Reading(text, start);
        String name = reading.name();
        List<Declaration> declarations = new ArrayList<>();
        while (true) {
            reading.skipBlanks();
            if (reading.takes(">")) {
                return new Tag(reading.range(), name, false, declarations);
            }
            if (reading.takes("/>")) {
                return new Tag(reading.range(), name, true, declarations);
            }
            String attribute = reading.name();
            String value = reading.value();
            if (attribute.equals("xmlns") || attribute.startsWith("xmlns:")) {
                declarations.add(new Declaration(attribute.equals("xmlns") ? "" : localName(attribute), value));
            }
        }
    }

    String localName() {
        return localName(name);
    }

    static String localName(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    static String prefix(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    /** A place that moves through a tag. */
    private static final class Reading {

        private final String text;
        private final int start;
        private int at;

        Reading(String text, int start) {
            this.text = text;
            this.start = start;
            this.at = start + 1;
        }

        ByteRange range() {
            return ByteRange.between(start, at);
        }

        void skipBlanks() {
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
        }

        boolean takes(String wanted) {
            boolean found = text.startsWith(wanted, at);
            at += found ? wanted.length() : 0;
            return found;
        }

        String name() throws MalformedContentException {
            int from = at;
            while (at < text.length() && isName(text.charAt(at))) {
                at++;
            }
            verify(at > from, "no name where one should stand in a tag");
            return text.substring(from, at);
        }

        String value() throws MalformedContentException {
            skipBlanks();
            verify(takes("="), "an attribute without a value");
            skipBlanks();
            verify(at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\''), "a value without quotes");
            int end = text.indexOf(text.charAt(at), at + 1);
            verify(end >= 0, "a value without an end");
            String value = text.substring(at + 1, end);
            verify(value.indexOf('<') < 0, "an angle bracket in a value");
            at = end + 1;
            return value;
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t' || c == '\n' || c == '\r';
        }

        private static boolean isName(char c) {
            return c > ' ' && "/>=<\"'&".indexOf(c) < 0;
        }

        private void verify(boolean condition, String cause) throws MalformedContentException {
            if (!condition) {
                throw new MalformedContentException(
                        SvgFormat.NAME, ByteRange.between(start, Math.min(at, text.length())), cause);
            }
        }
    }
}
