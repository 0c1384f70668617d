package org.estampille.stream;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.estampille.xml.XmlElement;

/**
 * What in a DASH manifest may lead a player to media that is not judged here: everything but what is known to be read or to change
 * nothing (ISO/IEC 23009-1 clause 5). One representation described in two ways is among it, since players choose differently.
 */
final class DashDoubts {

    private static final List<String> KINDS = List.of("SegmentTemplate", "SegmentList", "SegmentBase");
    private static final Set<String> ONCE =
            Set.of("SegmentTemplate", "SegmentList", "SegmentBase", "SegmentTimeline", "Initialization", "BaseURL");
    private static final Set<String> READ = Set.of(
            "MPD",
            "Period",
            "AdaptationSet",
            "Representation",
            "SegmentTemplate",
            "SegmentList",
            "SegmentBase",
            "SegmentTimeline",
            "S",
            "SegmentURL",
            "Initialization",
            "BaseURL");
    private static final Set<String> SILENT = Set.of(
            "ProgramInformation",
            "Title",
            "Source",
            "Copyright",
            "ServiceDescription",
            "Scope",
            "Latency",
            "PlaybackRate",
            "OperatingQuality",
            "OperatingBandwidth",
            "Role",
            "Accessibility",
            "Rating",
            "Viewpoint",
            "Label",
            "GroupLabel",
            "FramePacking",
            "AudioChannelConfiguration",
            "ContentComponent",
            "Subset",
            "UTCTiming",
            "ProducerReferenceTime",
            "LeapSecondInformation",
            "Metrics",
            "Reporting",
            "Range",
            "Switching",
            "RandomAccess");
    private static final Set<String> DESCRIPTORS = Set.of("EssentialProperty", "SupplementalProperty");
    private static final List<String> SCHEMES = List.of(
            "urn:mpeg:mpegB:cicp:",
            "urn:mpeg:dash:adaptation-set-switching:",
            "urn:mpeg:dash:period-continuity:",
            "urn:mpeg:dash:period-connectivity:",
            "urn:mpeg:dash:srd:",
            "tag:dolby.com,",
            "http://dashif.org/guidelines/trickmode",
            "http://dashif.org/guidelines/last-segment-number");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "SegmentTemplate", Set.of("index", "bitstreamSwitching"),
            "SegmentURL", Set.of("index"),
            "S", Set.of("k"),
            "BaseURL", Set.of("byteRange"),
            "AdaptationSet", Set.of("initializationSetRef", "initializationPrincipal"));

    private final Set<String> found = new LinkedHashSet<>();

    private DashDoubts() {}

    /** Names of what is in doubt, each once. */
    static Set<String> in(XmlElement mpd) {
        DashDoubts doubts = new DashDoubts();
        doubts.look(mpd, List.of());
        return doubts.found;
    }

    private void look(XmlElement element, List<String> above) {
        String name = element.name();
        boolean descriptor = DESCRIPTORS.contains(name)
                && element.children().isEmpty()
                && SCHEMES.stream().anyMatch(element.attribute("schemeIdUri").orElse("")::startsWith);
        if (!READ.contains(name) && !SILENT.contains(name) && !descriptor) {
            found.add(shortened(name));
            return;
        }
        for (String attribute : element.attributes().keySet()) {
            boolean refused = ATTRIBUTES.getOrDefault(name, Set.of()).contains(attribute);
            if (refused || attribute.equals("href") || foreign(attribute)) {
                found.add(shortened(name + "@" + attribute));
            }
        }
        List<String> kinds = new ArrayList<>(above);
        KINDS.stream().filter(kind -> element.child(kind).isPresent()).forEach(kinds::add);
        if (kinds.stream().distinct().count() > 1) {
            found.add(String.join(" beside ", new LinkedHashSet<>(kinds)));
        }
        for (String once : ONCE) {
            if (element.children(once).size() > 1) {
                found.add("second " + once);
            }
        }
        twoWays(element);
        element.children().forEach(child -> look(child, kinds));
    }

    private void twoWays(XmlElement element) {
        if (element.child("SegmentTimeline").isPresent() && element.name().equals("SegmentTemplate")) {
            if (element.attribute("duration").isPresent()) {
                found.add("SegmentTimeline beside SegmentTemplate@duration");
            }
        }
        if (element.child("Initialization").isPresent()
                && element.attribute("initialization").isPresent()) {
            found.add("Initialization beside SegmentTemplate@initialization");
        }
    }

    /** Attributes of other name spaces are nobody's business here, unless they look like those that are read or link elsewhere. */
    private static boolean foreign(String attribute) {
        return attribute.startsWith("{")
                && !attribute.startsWith("{http://www.w3.org/2001/XMLSchema-instance}")
                && !attribute.startsWith("{http://www.w3.org/XML/1998/namespace}lang")
                && !attribute.startsWith("{urn:scte:dash:scte214-extensions}");
    }

    private static String shortened(String name) {
        return name.length() > 80 ? name.substring(0, 80) + "…" : name;
    }
}
