package org.estampille.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * China's implicit label (GB 45438-2025 annex E), as it is found: with and without the outer key, with escaped quotes, as YAML.
 *
 * @param fields by name; no other than {@link #KEYS} where it is JSON
 * @param remarks where it departs from the standard
 * @param wellFormed whether a strict parser finds all seven fields, each a text, and a Label of the standard
 */
public record AigcLabel(Map<String, String> fields, List<LabelRemark> remarks, boolean wellFormed) {

    /** The seven fields, in the standard's order. */
    public static final List<String> KEYS = List.of(
            "Label",
            "ContentProducer",
            "ProduceID",
            "ReservedCode1",
            "ContentPropagator",
            "PropagateID",
            "ReservedCode2");

    private static final List<String> LABELS = List.of("1", "2", "3");
    private static final List<String> REQUIRED = KEYS.subList(0, 3);
    private static final JsonFactory STRICT = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(16).build())
            .build();
    private static final JsonFactory LENIENT = STRICT.rebuild()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    public AigcLabel {
        fields = Map.copyOf(fields);
        remarks = List.copyOf(remarks);
    }

    /** Whether an item is the place of such a label, or holds one. */
    static boolean isIn(MetadataItem item) {
        String name = item.name();
        boolean named = name.equals("AIGC") || name.endsWith(":AIGC") || name.endsWith("/AIGC");
        return named || holds(item.value(), "\"AIGC\"") || holds(item.value(), "&quot;AIGC&quot;");
    }

    private static boolean holds(String value, String key) {
        int at = value.indexOf(key);
        return at >= 0 && value.indexOf("Label", at) >= 0;
    }

    /** The label in an item; what cannot be parsed is a label without fields. */
    static AigcLabel of(MetadataItem item) {
        String text = item.value();
        List<LabelRemark> remarks = new ArrayList<>();
        if (text.contains("&quot;")) {
            text = text.replace("&quot;", "\"").replace("&amp;", "&");
            remarks.add(LabelRemark.of(LabelRemark.Kind.ESCAPED));
        }
        Map<String, String> fields = new TreeMap<>();
        int brace = text.indexOf('{');
        if (brace < 0 && item.location() == Location.FRONT_MATTER) {
            yaml(text, fields);
        } else if (brace >= 0) {
            json(text.substring(brace), fields, remarks);
        }
        boolean wellFormed =
                remarks.isEmpty() && fields.keySet().containsAll(KEYS) && LABELS.contains(fields.get("Label"));
        check(fields, remarks);
        return new AigcLabel(fields, remarks, wellFormed);
    }

    private static void yaml(String text, Map<String, String> fields) {
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String value = line.substring(colon + 1).strip();
                fields.put(line.substring(0, colon).strip(), value.replaceAll("^[\"']|[\"']$", ""));
            }
        }
    }

    private static void json(String text, Map<String, String> fields, List<LabelRemark> remarks) {
        try {
            json(text, STRICT, fields, remarks);
        } catch (StreamReadException e) {
            remarks.add(LabelRemark.of(LabelRemark.Kind.NO_JSON));
            fields.clear();
            try {
                json(text, LENIENT, fields, remarks);
            } catch (StreamReadException again) {
                // What was read up to there is all there is.
            }
        }
    }

    private static void json(String text, JsonFactory factory, Map<String, String> fields, List<LabelRemark> remarks) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            int depth = 0;
            String name = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth <= 0) {
                    return;
                }
                if (token == JsonToken.PROPERTY_NAME) {
                    name = parser.currentName();
                } else if (token.isScalarValue() && KEYS.contains(name)) {
                    fields.putIfAbsent(name, parser.getString());
                    if (token != JsonToken.VALUE_STRING) {
                        remarks.add(new LabelRemark(LabelRemark.Kind.NO_TEXT, name));
                    }
                }
            }
        }
    }

    private static void check(Map<String, String> fields, List<LabelRemark> remarks) {
        for (String key : KEYS) {
            if (!fields.containsKey(key)) {
                remarks.add(new LabelRemark(LabelRemark.Kind.MISSING, key));
            } else if (REQUIRED.contains(key) && fields.get(key).isBlank()) {
                remarks.add(new LabelRemark(LabelRemark.Kind.EMPTY, key));
            }
        }
        String label = fields.getOrDefault("Label", "1");
        if (!LABELS.contains(label)) {
            remarks.add(LabelRemark.of(LabelRemark.Kind.OTHER_VALUE));
        }
    }

    /** 1 is, 2 may be, 3 is suspected to be generated; anything else is a label all the same. */
    Strength strength() {
        return switch (fields.getOrDefault("Label", "")) {
            case "1" -> Strength.HARD;
            case "3" -> Strength.WEAK;
            default -> Strength.MEDIUM;
        };
    }

    Meaning meaning() {
        return switch (fields.getOrDefault("Label", "")) {
            case "2" -> Meaning.POSSIBLE;
            case "3" -> Meaning.SUSPECTED;
            default -> Meaning.GENERATED;
        };
    }

    /** Whether its values have only the printable characters that annex E allows: ASCII without space and backslash. */
    public boolean isPermitted() {
        return fields.values().stream()
                .flatMapToInt(String::chars)
                .allMatch(character -> character > ' ' && character < 0x7F && character != '\\');
    }

    String id() {
        return switch (fields.getOrDefault("Label", "")) {
            case "1" -> "aigc-1";
            case "2" -> "aigc-2";
            case "3" -> "aigc-3";
            default -> "aigc-other";
        };
    }

    Optional<String> producer() {
        return Optional.ofNullable(fields.get("ContentProducer")).filter(name -> !name.isBlank());
    }
}
