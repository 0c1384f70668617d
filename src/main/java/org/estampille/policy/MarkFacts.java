package org.estampille.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.MarkedDisclosure;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;
import org.estampille.marks.AigcLabel;
import org.estampille.marks.Location;
import org.estampille.marks.Mark;
import org.estampille.marks.MarkReading;

/**
 * Marks outside of manifests as formulas find them, those that were lost on the way here among them.
 *
 * @param reading of the file
 * @param before of the file it was made from, where that was asked about
 * @param disclosure with the contradictions between marks and what is signed
 */
record MarkFacts(MarkReading reading, Optional<MarkReading> before, ContentDisclosure disclosure) {

    JsonArray marks() {
        List<JsonValue> facts = new ArrayList<>();
        for (Mark mark : reading.marks()) {
            String kept =
                    before.isEmpty() ? DeclaredFacts.UNKNOWN : isIn(before.get(), mark) ? DeclaredFacts.YES : "new";
            facts.add(fact(mark, mark.where(), kept));
        }
        for (Mark mark : before.map(MarkReading::ofAi).orElse(List.of())) {
            if (!isIn(reading, mark)) {
                facts.add(fact(mark, "the parent, " + mark.where(), DeclaredFacts.NO));
            }
        }
        return JsonArray.of(facts);
    }

    private static boolean isIn(MarkReading reading, Mark mark) {
        return reading.marks().stream().anyMatch(other -> other.fingerprint().equals(mark.fingerprint()));
    }

    private JsonObject fact(Mark mark, String where, String kept) {
        Map<String, JsonValue> fact = new LinkedHashMap<>();
        fact.put("where", new JsonText(where));
        fact.put("location", new JsonText(mark.location().label()));
        fact.put("layer", new JsonText(mark.location() == Location.WATERMARK ? "watermark" : "metadata"));
        fact.put("standard", new JsonText(standard(mark)));
        fact.put("meaning", new JsonText(mark.meaning().label()));
        fact.put("generator", new JsonText(mark.generator().orElse(DeclaredFacts.UNKNOWN)));
        fact.put("strength", new JsonText(mark.strength().label()));
        fact.put("conflictsWithDeclaration", JsonBoolean.of(conflicts(mark)));
        fact.put("preservedFromInput", new JsonText(kept));
        mark.implicitLabel().ifPresent(label -> add(label, fact));
        return JsonObject.of(fact);
    }

    private static String standard(Mark mark) {
        return mark.implicitLabel().isPresent() ? "aigc" : mark.isSourceType() ? "iptc" : "none";
    }

    private static void add(AigcLabel label, Map<String, JsonValue> fact) {
        fact.put("wellFormed", JsonBoolean.of(label.wellFormed()));
        fact.put("permitted", JsonBoolean.of(label.isPermitted()));
        for (String key : AigcLabel.KEYS) {
            fact.put(key, new JsonText(label.fields().getOrDefault(key, "")));
        }
    }

    private boolean conflicts(Mark mark) {
        AiStatement said = MarkedDisclosure.statement(mark);
        return disclosure.contradictions().stream()
                .anyMatch(contradiction -> contradiction.one().equals(said)
                        || contradiction.other().equals(said));
    }
}
