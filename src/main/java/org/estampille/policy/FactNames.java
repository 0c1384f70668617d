package org.estampille.policy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationExample;
import org.estampille.declaration.DeclarationOutcome;
import org.estampille.declaration.DeclarationReader;
import org.estampille.declaration.Release;
import org.estampille.declaration.ReleaseExample;
import org.estampille.declaration.ReleaseOutcome;
import org.estampille.declaration.ReleaseReader;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonValue;

/** The names that facts have: those of a specimen, a file of which everything is declared. */
final class FactNames {

    private static final Instant DAY = Instant.parse("2026-11-22T12:00:00Z");

    private FactNames() {}

    /**
     * A specimen of the facts for rules that compare with these parameters. Below {@code declaration} only the first names are known,
     * since a declaration has what was declared, and of answers none, since each rule may ask for its own.
     */
    static JsonObject specimen(JsonObject parameters) throws MalformedContentException {
        JsonObject marked = JsonObject.of(Map.of("marks", JsonArray.of(List.of(JsonObject.of(Map.of())))));
        String format = "video/mp4";
        Dossier dossier = Dossier.stated(
                        declaration(), CaseDisclosure.generated(), DAY, Optional.of(format), House.none())
                .seen(new AssetView(
                        Optional.empty(), Optional.of(format), CaseMarks.of(marked, "marks", format), Optional.empty()))
                .released(Optional.of(release()));
        JsonObject facts = new FactSheet(dossier, parameters).facts();
        return facts.with("answers", JsonNull.NULL)
                .with("declaration", names(facts.field("declaration").orElse(JsonNull.NULL)));
    }

    private static JsonValue names(JsonValue declaration) {
        Map<String, JsonValue> names = new LinkedHashMap<>();
        // The example leaves out what follows from its uses.
        names.put("digitalSourceType", JsonNull.NULL);
        if (declaration instanceof JsonObject fields) {
            fields.fields().keySet().forEach(name -> names.put(name, JsonNull.NULL));
        }
        return JsonObject.of(names);
    }

    private static Declaration declaration() {
        if (DeclarationReader.read(DeclarationExample.yaml(), "example")
                instanceof DeclarationOutcome.Declared declared) {
            return declared.declaration();
        }
        throw new IllegalStateException("the example of a declaration is none");
    }

    private static Release release() {
        if (ReleaseReader.read(Octets.ofUtf8(ReleaseExample.yaml()), "example")
                instanceof ReleaseOutcome.Stated stated) {
            return stated.release();
        }
        throw new IllegalStateException("the example of a release is none");
    }
}
