package org.estampille.report;

import java.util.ArrayList;
import java.util.List;
import org.estampille.disclosure.Derivation;
import org.estampille.disclosure.DerivedClass;
import tools.jackson.core.JsonGenerator;

/**
 * What an asset was made from and what was said of it before, for people and for machines.
 *
 * @param words of {@link Words#ofTexts}
 */
record DerivationLines(Words words) {

    private static final int MOST = 12;

    /** The class of the whole, where ingredients or amendments make it worth a line, then a line for each ingredient. */
    List<String> ingredients(Derivation derivation) {
        List<String> lines = new ArrayList<>();
        if (derivation.ingredients().isEmpty()) {
            return lines;
        }
        lines.add(words.word("derived", derived(derivation.derived())));
        for (Derivation.Part part : derivation.ingredients().subList(0, Math.min(MOST, count(derivation)))) {
            String title = part.title().orElseGet(() -> words.word("untitled"));
            lines.add(relationship(part) + " " + words.word("rights.line", title, derived(part.derived())));
        }
        if (count(derivation) > MOST) {
            lines.add(words.word("ingredients.more", count(derivation) - MOST));
        }
        return lines;
    }

    private static int count(Derivation derivation) {
        return derivation.ingredients().size();
    }

    private String relationship(Derivation.Part part) {
        String other = words.word("relationship.other");
        String known = words.term("relationship", part.relationship());
        return known.equals(part.relationship()) ? other : known;
    }

    private String derived(DerivedClass derived) {
        return words.word("derived." + derived.label());
    }

    /** One line for each statement, the newest first; none where there is only one. */
    List<String> history(Derivation derivation) {
        List<String> lines = new ArrayList<>();
        if (derivation.history().size() < 2) {
            return lines;
        }
        for (Derivation.Amendment amendment : derivation.history()) {
            String verb = verb(amendment.kind());
            String dated = amendment
                    .at()
                    .map(at ->
                            words.word("amendment.at", verb, at.replaceFirst("\\.\\d+(?=Z$|[+-]\\d\\d:\\d\\d$)", "")))
                    .orElse(verb);
            String line = amendment
                    .reason()
                    .map(reason -> words.word("rights.line", dated, reason))
                    .orElse(dated);
            lines.add(lines.isEmpty() ? words.word("amendment.now", line) : line);
        }
        return lines;
    }

    private String verb(String kind) {
        String known = words.term("amendment", kind);
        return known.equals(kind) ? words.word("amendment.other") : known;
    }

    /** The fields {@code derived}, {@code madeFrom} and {@code history}. */
    static void write(JsonGenerator json, Derivation derivation) {
        JsonFields fields = new JsonFields(json);
        json.writeStringProperty("derived", derivation.derived().label());
        json.writeArrayPropertyStart("madeFrom");
        for (Derivation.Part part : derivation.ingredients()) {
            json.writeStartObject();
            fields.text("url", part.url());
            fields.optional("title", part.title());
            fields.text("relationship", part.relationship());
            fields.text("derived", part.derived().label());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("history");
        for (Derivation.Amendment amendment : derivation.history()) {
            json.writeStartObject();
            fields.text("manifest", amendment.manifest());
            fields.text("kind", amendment.kind());
            fields.optional("at", amendment.at());
            fields.optional("reason", amendment.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
