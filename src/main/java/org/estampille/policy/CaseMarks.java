package org.estampille.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;
import org.estampille.marks.AigcLabel;
import org.estampille.marks.Location;
import org.estampille.marks.Mark;
import org.estampille.marks.MarkReading;
import org.estampille.marks.Meaning;
import org.estampille.marks.Strength;

/** The implicit labels of China's standard that a case names: where each stands, and its fields. */
final class CaseMarks {

    private CaseMarks() {}

    /** What was found in the file; empty where the case names no such list, as if nobody had looked. */
    static Optional<MarkReading> of(JsonObject one, String list, String format) throws MalformedContentException {
        if (!(one.field(list).orElse(JsonArray.of(List.of())) instanceof JsonArray named)
                || one.field(list).isEmpty()) {
            return Optional.empty();
        }
        List<Mark> marks = new ArrayList<>();
        for (JsonValue value : named.items()) {
            if (value instanceof JsonObject label) {
                marks.add(mark(label));
            }
        }
        return Optional.of(new MarkReading(format, marks, List.of()));
    }

    private static Mark mark(JsonObject written) throws MalformedContentException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String key : AigcLabel.KEYS) {
            text(written, key).ifPresent(value -> fields.put(key, value));
        }
        boolean whole = fields.keySet().containsAll(AigcLabel.KEYS)
                && List.of("1", "2", "3").contains(fields.get("Label"));
        String place = text(written, "location").orElse(Location.XMP.label());
        return new Mark(
                "aigc-" + fields.getOrDefault("Label", "other"),
                Arrays.stream(Location.values())
                        .filter(known -> known.label().equals(place))
                        .findFirst()
                        .orElseThrow(() -> CaseTable.malformed("there is no place of marks '" + place + "'")),
                place,
                "AIGC",
                written.json(),
                Optional.empty(),
                Meaning.GENERATED,
                Strength.HARD,
                List.of(),
                Optional.of(new AigcLabel(fields, List.of(), whole)));
    }

    private static Optional<String> text(JsonObject group, String name) {
        return group.field(name).filter(JsonText.class::isInstance).map(value -> ((JsonText) value).value());
    }
}
