package org.estampille.container.svg;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.svg.Markup.Element;
import org.estampille.container.svg.Markup.Manifest;
import org.estampille.xml.DocumentType;

/**
 * One pass over the markup of an SVG file: every element must end, in the order of nesting. The octets are taken as characters,
 * which holds for UTF-8 and every other encoding in which markup is ASCII.
 */
final class MarkupScan {

    private static final String NAMESPACE = "http://c2pa.org/manifest";
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
    private static final int METADATA_DEPTH = 2;

    /** An element whose end was not seen yet. */
    private record Open(String name, int start, int contentStart, List<Tag.Declaration> declarations) {}

    private final String text;
    private final ReadLimits limits;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Element> metadata = new ArrayList<>();
    private final List<Manifest> manifests = new ArrayList<>();
    private Optional<Tag> root = Optional.empty();
    private int at;
    private long elements;

    MarkupScan(Octets octets, ReadLimits limits) {
        this.text = octets.latin1();
        this.limits = limits;
    }

    Markup scan() throws MalformedContentException {
        at = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        for (int next = text.indexOf('<', at); next >= 0; next = text.indexOf('<', at)) {
            verify(!open.isEmpty() || text.substring(at, next).isBlank(), at, "text outside the picture");
            at = next;
            token();
        }
        verify(open.isEmpty() && root.isPresent(), text.length(), "ends before the picture does");
        verify(text.substring(at).isBlank(), at, "text outside the picture");
        Tag tag = root.orElseThrow();
        return new Markup(tag.range(), tag.name(), tag.isEmpty(), metadata, manifests);
    }

    private void token() throws MalformedContentException {
        if (text.startsWith("<?", at)) {
            at = behind("?>", at + 2);
        } else if (text.startsWith("<!--", at)) {
            at = behind("-->", at + 4);
        } else if (text.startsWith("<![CDATA[", at) && !open.isEmpty()) {
            at = behind("]]>", at);
        } else if (text.startsWith("<!DOCTYPE", at) && root.isEmpty()) {
            at = behindDocumentType();
        } else if (text.startsWith("</", at)) {
            end();
        } else {
            start();
        }
    }

    private int behind(String wanted, int from) throws MalformedContentException {
        int found = text.indexOf(wanted, from);
        verify(found >= 0, at, "markup without an end");
        return found + wanted.length();
    }

    private int behindDocumentType() throws MalformedContentException {
        OptionalInt end = DocumentType.end(text, at);
        verify(end.isPresent(), at, "a document type without an end");
        return end.getAsInt();
    }

    private void start() throws MalformedContentException {
        verify(root.isEmpty() || !open.isEmpty(), at, "a second picture");
        elements++;
        LimitExceededException.check("XML elements", elements, limits.items());
        Tag tag = Tag.at(text, at);
        if (root.isEmpty()) {
            verify(tag.localName().equals("svg"), at, "the first element is not svg");
            root = Optional.of(tag);
        }
        Open element = new Open(tag.name(), at, (int) tag.range().end(), tag.declarations());
        at = (int) tag.range().end();
        open.push(element);
        if (tag.isEmpty()) {
            close(at, at);
        }
    }

    private void end() throws MalformedContentException {
        int start = at;
        at = behind(">", at);
        String name = text.substring(start + 2, at - 1).stripTrailing();
        verify(!open.isEmpty() && open.element().name().equals(name), start, "an end tag that ends nothing");
        close(start, at);
    }

    private void close(int contentEnd, int end) {
        Open element = open.element();
        Element closed = new Element(
                ByteRange.between(element.start(), end),
                ByteRange.between(Math.min(element.contentStart(), contentEnd), contentEnd));
        String local = Tag.localName(element.name());
        if (local.equals("metadata") && open.size() == METADATA_DEPTH) {
            metadata.add(closed);
        } else if (local.equals("manifest") && isC2pa(element.name())) {
            manifests.add(new Manifest(closed, fault(closed)));
        }
        open.pop();
    }

    private boolean isC2pa(String name) {
        String prefix = Tag.prefix(name);
        for (Open element : open) {
            for (Tag.Declaration declaration : element.declarations()) {
                if (declaration.prefix().equals(prefix)) {
                    return declaration.namespace().equals(NAMESPACE);
                }
            }
        }
        return prefix.equals("c2pa");
    }

    private Optional<String> fault(Element element) {
        boolean placed = open.size() == METADATA_DEPTH + 1
                && Tag.localName(parent().name()).equals("metadata");
        if (!placed) {
            return Optional.of("a C2PA manifest outside the metadata of the picture");
        }
        String content = text.substring(
                (int) element.content().start(), (int) element.content().end());
        return content.indexOf('<') >= 0 || content.isBlank()
                ? Optional.of("a C2PA manifest element that holds no text, or more than that")
                : Optional.empty();
    }

    private Open parent() {
        Open self = open.pop();
        Open parent = open.element();
        open.push(self);
        return parent;
    }

    private static void verify(boolean condition, int where, String cause) throws MalformedContentException {
        if (!condition) {
            throw malformed(where, cause);
        }
    }

    private static MalformedContentException malformed(int where, String cause) {
        return new MalformedContentException(SvgFormat.NAME, new ByteRange(where, 0), cause);
    }
}
