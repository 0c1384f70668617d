package org.estampille.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.ToolTerms;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.Contradiction;
import org.estampille.disclosure.RightsRecord;
import org.estampille.disclosure.TrailManifest;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonNumber;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;
import org.estampille.marks.MarkReading;

/** What formulas find under {@code estampille} ({@code specs/policies.md}). What is not known reads "unknown", never "no". */
record FactSheet(Dossier dossier, JsonObject parameters) {

    JsonObject facts() {
        Optional<Declaration> declaration = declaration();
        Map<String, JsonValue> facts = new LinkedHashMap<>();
        facts.put("today", new JsonText(dossier.today().toString()));
        facts.put("asset", asset(declaration));
        DeclaredFacts declared = new DeclaredFacts(
                declaration, dossier.disclosure().involvement().isGenerative(), dossier.today());
        facts.put("ai", ai(declared));
        facts.put("declaration", declared.whole());
        facts.put("roles", new RoleFacts(dossier.house().answers(), declaration).roles());
        facts.put("rights", rights());
        facts.put("release", release());
        facts.put("marks", marks());
        facts.put("parameters", parameters);
        facts.put("answers", HouseAnswers.known(dossier.house().answers()));
        return JsonObject.of(facts);
    }

    /** That of the newest manifest that has one; of those it was made from, none. */
    private Optional<Declaration> declaration() {
        return dossier.trail().manifests().stream()
                .filter(TrailManifest::holds)
                .filter(manifest -> manifest.place() == TrailManifest.Place.ACTIVE
                        || manifest.place() == TrailManifest.Place.PARENT)
                .flatMap(manifest -> manifest.declaration().stream())
                .findFirst();
    }

    private JsonObject asset(Optional<Declaration> declaration) {
        String format = dossier.view().format().orElse("");
        Map<String, JsonValue> asset = new LinkedHashMap<>();
        Dossier.Integrity integrity =
                dossier.integrity() == Dossier.Integrity.EARLY ? Dossier.Integrity.BROKEN : dossier.integrity();
        asset.put("integrity", new JsonText(integrity.name().toLowerCase(java.util.Locale.ROOT)));
        asset.put("signerTrusted", JsonBoolean.of(dossier.signerTrusted()));
        asset.put("format", new JsonText(format.isEmpty() ? DeclaredFacts.UNKNOWN : format));
        asset.put("kind", new JsonText(new ContentKind(format, dossier.view().document(), declaration).word()));
        asset.put("seconds", LabelFacts.seconds(dossier.view().seconds()));
        asset.put(
                "timeStamped",
                JsonBoolean.of(dossier.trail().manifests().stream()
                        .anyMatch(manifest -> manifest.place() == TrailManifest.Place.ACTIVE
                                && manifest.stampedAt().isPresent())));
        asset.put(
                "unreadPlaces",
                JsonArray.ofTexts(dossier.view().marks().map(MarkReading::unread).orElse(List.of()).stream()
                        .map(MarkReading.Unread::where)
                        .toList()));
        return JsonObject.of(asset);
    }

    private JsonObject ai(DeclaredFacts declared) {
        ContentDisclosure disclosure = dossier.disclosure();
        Map<String, JsonValue> ai = new LinkedHashMap<>();
        ai.put("involvement", new JsonText(disclosure.involvement().label()));
        ai.put("derived", new JsonText(disclosure.derivation().derived().label()));
        ai.put("signedMark", JsonBoolean.of(isMarked(disclosure)));
        List<JsonValue> statements = new ArrayList<>();
        for (AiStatement statement : disclosure.statements()) {
            Map<String, JsonValue> one = new LinkedHashMap<>();
            one.put("value", new JsonText(statement.value()));
            one.put("involvement", new JsonText(statement.involvement().label()));
            one.put("strength", new JsonText(statement.strength().label()));
            one.put("tool", new JsonText(statement.tool().orElse(DeclaredFacts.UNKNOWN)));
            statements.add(JsonObject.of(one));
        }
        ai.put("statements", JsonArray.of(statements));
        ai.put("contradictions", new JsonNumber(disclosure.contradictions().size()));
        ai.put(
                "hardContradictions",
                new JsonNumber(disclosure.contradictions().stream()
                        .filter(Contradiction::isHard)
                        .count()));
        ai.put("uses", JsonArray.of(declared.uses()));
        ai.put("persons", JsonArray.of(declared.persons()));
        ai.put("labels", JsonArray.of(declared.labels()));
        ai.put("deepfake", declared.deepfake());
        ai.put("text", declared.text());
        return JsonObject.of(ai);
    }

    /** Null where nobody looked, which is not the same as none. */
    private JsonValue marks() {
        return dossier.view()
                .marks()
                .<JsonValue>map(
                        reading -> new MarkFacts(reading, dossier.view().before(), dossier.disclosure()).marks())
                .orElse(JsonNull.NULL);
    }

    /** Whether a manifest that holds says in its signed actions or metadata that AI made or changed the content. */
    private boolean isMarked(ContentDisclosure disclosure) {
        return dossier.integrity() == Dossier.Integrity.HOLDS
                && disclosure.statements().stream()
                        .anyMatch(statement ->
                                statement.counts() && statement.involvement().isGenerative());
    }

    /** One entry for each statement about the terms of a tool. */
    private JsonArray rights() {
        List<JsonValue> lines = new ArrayList<>();
        for (TrailManifest manifest : dossier.trail().manifests()) {
            for (RightsRecord record : manifest.records()) {
                Map<String, JsonValue> one = new LinkedHashMap<>();
                ToolTerms terms = record.rights().terms();
                one.put("tool", new JsonText(record.rights().tool().name()));
                one.put("status", new JsonText(terms.rights().status().word()));
                one.put(
                        "trainsOnInputs",
                        new JsonText(terms.vendor().trainsOnInputs().value().word()));
                one.put("evidence", new JsonNumber(terms.evidence().size()));
                lines.add(JsonObject.of(one));
            }
        }
        return JsonArray.of(lines);
    }

    private JsonValue release() {
        if (dossier.release().isEmpty()) {
            return JsonNull.NULL;
        }
        Map<String, JsonValue> release = new LinkedHashMap<>();
        var stated = dossier.release().get();
        release.put(
                "windows",
                JsonArray.ofTexts(
                        stated.windows().stream().map(window -> window.word()).toList()));
        release.put("territories", JsonArray.ofTexts(stated.territories()));
        release.put(
                "workKind",
                new JsonText(stated.workKind().map(kind -> kind.word()).orElse(DeclaredFacts.UNKNOWN)));
        release.put("credits", JsonArray.ofTexts(stated.credits().orElse(List.of())));
        return JsonObject.of(release);
    }
}
