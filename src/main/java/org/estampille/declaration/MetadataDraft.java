package org.estampille.declaration;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.JsonText;

/**
 * The content of {@code cawg.metadata}: title and the AI properties of IPTC Photo Metadata 2025.1 and Video Metadata Hub 1.7 in
 * the JSON-LD serialisation of XMP. The properties speak of systems that generate, so tools that only helped stay out. Each
 * property holds one text, so several tools share it, parted by semicolons.
 */
final class MetadataDraft {

    private static final String CONTEXT = """
            {"@context":{"dc":"http://purl.org/dc/elements/1.1/",\
            "Iptc4xmpExt":"http://iptc.org/std/Iptc4xmpExt/2008-02-29/"}""";

    private static final String PREFIX = "Iptc4xmpExt:";

    private final StringBuilder json = new StringBuilder(CONTEXT);

    private MetadataDraft() {}

    static String jsonLd(Declaration declaration) {
        Set<String> systems = new LinkedHashSet<>();
        Set<String> versions = new LinkedHashSet<>();
        for (AiUse use : declaration.uses()) {
            if (use.shows() && use.extent().compareTo(Extent.MODIFIED) >= 0) {
                systems.add(system(use.tool()));
                use.tool().modelVersion().or(() -> use.tool().version()).ifPresent(versions::add);
            }
        }
        MetadataDraft draft = new MetadataDraft();
        draft.put("dc:title", Set.of(declaration.title()));
        draft.put("dc:description", declaration.description().map(Set::of).orElse(Set.of()));
        draft.put(
                "Iptc4xmpExt:DigitalSourceType", Set.of(declaration.sourceType().uri()));
        draft.put("Iptc4xmpExt:AISystemUsed", systems);
        draft.put("Iptc4xmpExt:AISystemVersionUsed", versions);
        return draft.json.append('}').toString();
    }

    /** The IPTC properties by local name, prompts included; for metadata outside of the manifest. */
    static Map<String, String> iptc(Declaration declaration) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String json :
                List.of(jsonLd(declaration), promptsJsonLd(declaration).orElse("{}"))) {
            CborValue.Map map;
            try {
                map = JsonText.read(Octets.ofUtf8(json), ReadLimits.standard())
                        .asMap()
                        .orElseThrow();
            } catch (MalformedContentException e) {
                throw new IllegalStateException("metadata just written is JSON", e);
            }
            for (CborValue.Entry entry : map.entries()) {
                String name = entry.key().asText().orElse("");
                if (name.startsWith(PREFIX)) {
                    properties.put(
                            name.substring(PREFIX.length()),
                            entry.value().asText().orElse(""));
                }
            }
        }
        return properties;
    }

    /** What the tools were asked and by whom, apart from the rest so that it can be redacted; empty when nobody says. */
    static Optional<String> promptsJsonLd(Declaration declaration) {
        Set<String> prompts = new LinkedHashSet<>();
        Set<String> writers = new LinkedHashSet<>();
        for (AiUse use : declaration.uses()) {
            if (use.shows() && use.extent().compareTo(Extent.MODIFIED) >= 0) {
                use.prompt().ifPresent(prompts::add);
                use.promptWriter().ifPresent(writers::add);
            }
        }
        if (prompts.isEmpty() && writers.isEmpty()) {
            return Optional.empty();
        }
        MetadataDraft draft = new MetadataDraft();
        draft.put("Iptc4xmpExt:AIPromptInformation", prompts);
        draft.put("Iptc4xmpExt:AIPromptWriterName", writers);
        return Optional.of(draft.json.append('}').toString());
    }

    /** The engine and the model, as the property asks. */
    private static String system(Tool tool) {
        Optional<String> model = tool.model().filter(name -> !name.equals(tool.name()));
        return tool.name() + model.map(name -> " (" + name + ")").orElse("");
    }

    private void put(String property, Set<String> values) {
        if (!values.isEmpty()) {
            json.append(",\"").append(property).append("\":\"");
            escape(String.join("; ", values));
            json.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                json.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    json.append(Character.forDigit(c >> shift & 0xF, 16));
                }
            } else {
                json.append(c);
            }
        }
    }
}
