package org.estampille.stream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.xml.XmlElement;

/** The ranges of octets that a manifest states, and of which files they are, so that they can follow when the files change. */
final class DashRanges {

    private static final Set<String> NAMES = Set.of("range", "mediaRange", "indexRange");
    private static final Pattern STATED = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|"
                    + "(?<=[\\s:])(range|mediaRange|indexRange)\\s*=\\s*[\"'](\\d{1,18})-(\\d{1,18})[\"']",
            Pattern.DOTALL);

    private final XmlElement mpd;
    private final IdentityHashMap<XmlElement, Map<String, Path>> uses = new IdentityHashMap<>();

    DashRanges(XmlElement mpd) {
        this.mpd = mpd;
    }

    /**
     * Says of which file an attribute states a range.
     *
     * @throws MalformedContentException when it states one of two files
     */
    void use(XmlElement element, String attribute, Path file) throws MalformedContentException {
        if (element.attribute(attribute).isPresent()) {
            Path before = uses.computeIfAbsent(element, any -> new HashMap<>()).putIfAbsent(attribute, file);
            if (before != null && !before.equals(file)) {
                throw malformed("one range of octets for two files");
            }
        }
    }

    /** All ranges with their files, in the order of the text; ranges of no known file are left out. */
    List<StatedRange> stated(String text) throws MalformedContentException {
        List<Optional<Path>> inOrder = new ArrayList<>();
        collect(mpd, inOrder);
        List<StatedRange> stated = new ArrayList<>();
        Matcher matcher = STATED.matcher(text);
        int found = 0;
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                if (found == inOrder.size()) {
                    throw malformed("ranges of octets where none can be");
                }
                Optional<Path> file = inOrder.get(found++);
                long first = Long.parseLong(matcher.group(2));
                long last = Long.parseLong(matcher.group(3));
                if (last < first) {
                    throw malformed("a range of octets that ends before it starts");
                }
                file.ifPresent(path -> stated.add(new StatedRange(
                        path,
                        ByteRange.between(first, last + 1),
                        matcher.start(2),
                        matcher.end(3) - matcher.start(2),
                        StatedRange.Form.FIRST_AND_LAST)));
            }
        }
        if (found != inOrder.size()) {
            throw malformed("ranges of octets that cannot be read");
        }
        return stated;
    }

    private void collect(XmlElement element, List<Optional<Path>> inOrder) {
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            if (NAMES.contains(attribute.getKey()) && attribute.getValue().matches("\\d{1,18}-\\d{1,18}")) {
                inOrder.add(
                        Optional.ofNullable(uses.getOrDefault(element, Map.of()).get(attribute.getKey())));
            }
        }
        element.children().forEach(child -> collect(child, inOrder));
    }

    private static MalformedContentException malformed(String cause) {
        return new MalformedContentException(DashReader.FORMAT, new ByteRange(0, 0), cause);
    }
}
