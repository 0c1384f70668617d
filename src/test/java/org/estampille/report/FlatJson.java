package org.estampille.report;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A JSON document as one line for each leaf, so that two documents can be compared without regard to order and spelling. */
final class FlatJson {

    /** Marks an array of numbers that may stand for octets. */
    static final String OCTETS = "numbers of ";

    private final Map<String, String> leaves = new TreeMap<>();

    private FlatJson() {}

    /** Path to value. Statuses of a validator count by code and place; how it explains them does not. */
    static Map<String, String> of(JsonNode document) {
        FlatJson flat = new FlatJson();
        flat.add("", document, false);
        return flat.leaves;
    }

    private void add(String path, JsonNode node, boolean assertions) {
        if (node.isEmpty() && (node.isObject() || node.isArray())) {
            if (assertions || !isStatuses(path)) {
                leaves.put(path, node.isObject() ? "{}" : "[]");
            }
        } else if (node.isObject()) {
            node.properties()
                    .forEach(property -> add(
                            path + "/" + property.getKey(),
                            property.getValue(),
                            assertions || property.getKey().equals("assertions")));
        } else if (node.isArray() && assertions && isOctets(node)) {
            leaves.put(path, OCTETS + octets(node));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                item(path, i, node.get(i), assertions);
            }
        } else {
            leaves.put(path, scalar(node));
        }
    }

    private static boolean isStatuses(String path) {
        return path.endsWith("/success") || path.endsWith("/informational") || path.endsWith("/failure");
    }

    private void item(String path, int index, JsonNode item, boolean assertions) {
        if (!assertions && item.has("code")) {
            leaves.put(path + "/" + item.path("code").stringValue() + " " + place(item), "stated");
        } else if (!assertions && item.has("ingredientAssertionURI")) {
            add(path + "/" + item.path("ingredientAssertionURI").stringValue(), item.path("validationDeltas"), false);
        } else {
            add(path + "/" + index, item, assertions);
        }
    }

    /** The place of a status, absolute references in their usual spelling. */
    private static String place(JsonNode status) {
        return status.path("url").stringValue("").replace("self#jumbf=c2pa/", "self#jumbf=/c2pa/");
    }

    /** Whether an array of numbers may stand for octets. */
    private static boolean isOctets(JsonNode array) {
        for (JsonNode item : array) {
            if (!item.isInt() || item.intValue() < 0 || item.intValue() > 255) {
                return false;
            }
        }
        return array.size() > 2;
    }

    private static String octets(JsonNode array) {
        byte[] octets = new byte[array.size()];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) array.get(i).intValue();
        }
        return "b64'" + Base64.getEncoder().encodeToString(octets) + "'";
    }

    private static String scalar(JsonNode node) {
        if (node.isNumber()) {
            return new BigDecimal(node.asString()).stripTrailingZeros().toPlainString();
        }
        String text = node.isString() ? node.stringValue() : node.toString();
        if (text.length() >= 20 && text.charAt(4) == '-' && text.charAt(10) == 'T') {
            try {
                return OffsetDateTime.parse(text).toInstant().toString();
            } catch (DateTimeException e) {
                return text; // looks like a time and is none
            }
        }
        return text;
    }
}
