package org.estampille.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationOutcome;
import org.estampille.declaration.DeclarationReader;
import org.estampille.declaration.Release;
import org.estampille.declaration.ReleaseOutcome;
import org.estampille.declaration.ReleaseReader;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;
import org.estampille.rubric.RubricReader;

/** A table of cases by which profiles are tested: a declaration, who asks, and what must come of it. */
public final class CaseTable {

    private static final String FORMAT = "table of cases";

    private CaseTable() {}

    /**
     * A case and what came of it.
     *
     * @param id of the case
     * @param title what it is about, by language
     * @param expected in words such as {@code REVIEW ask-legal (GL 114)}
     * @param found in the same words
     */
    public record Result(String id, Map<String, String> title, String expected, String found) {

        /** Whether it came out as expected. */
        public boolean passes() {
            return expected.equals(found);
        }
    }

    /**
     * Judges the cases of the table that are for one profile.
     *
     * @throws MalformedContentException when the table, or a declaration in it, cannot be read
     */
    public static List<Result> judge(String table, String profile) throws MalformedContentException {
        Profile rules = BundledProfiles.named(profile).orElseThrow(() -> malformed("there is no profile " + profile));
        List<Result> results = new ArrayList<>();
        for (JsonValue value : list(RubricReader.readParts(table).information(), "cases")) {
            if (value instanceof JsonObject one
                    && text(one, "profile").orElse(profile).equals(profile)) {
                results.add(judge(one, rules));
            }
        }
        if (results.isEmpty()) {
            throw malformed("it has no case for " + profile + "; it wants 'cases', a list of groups");
        }
        return results;
    }

    private static Result judge(JsonObject one, Profile rules) throws MalformedContentException {
        Verdict verdict = rules.judge(dossier(one));
        JsonObject expect = group(one, "expect");
        Optional<String> rule = text(expect, "rule");
        String expected = text(expect, "verdict").orElse("") + " "
                + text(expect, "duty").orElse("-") + " ("
                + text(expect, "paragraph").orElse("-") + ")"
                + rule.map(id -> " " + id + " " + text(expect, "outcome").orElse(""))
                        .orElse("");
        String duty = verdict.duty()
                .map(found -> found.word() + " (" + found.basis() + ")")
                .orElse("- (-)");
        String found = verdict.decision().name() + " " + duty
                + rule.map(id -> " " + id + " " + outcome(verdict, id)).orElse("");
        java.util.Map<String, String> title = new java.util.LinkedHashMap<>();
        group(one, "title").fields().forEach((language, words) -> title.put(language, plain(words)));
        return new Result(text(one, "id").orElse(""), title, expected, found);
    }

    private static String outcome(Verdict verdict, String id) {
        return verdict.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .map(rule -> rule.outcome().name())
                .findFirst()
                .orElse("");
    }

    /** An unaltered file of a trusted signer that says what the case says. */
    private static Dossier dossier(JsonObject one) throws MalformedContentException {
        Declaration declaration = declaration(one);
        boolean marked = one.field("marked").orElse(JsonNull.NULL) == JsonBoolean.TRUE;
        String format = text(one, "format").orElse("video/mp4");
        AssetView view = new AssetView(
                Optional.empty(),
                Optional.of(format),
                CaseMarks.of(one, "marks", format),
                CaseMarks.of(one, "before", format));
        return Dossier.stated(
                        declaration,
                        marked ? CaseDisclosure.generated() : ContentDisclosure.nothing(),
                        today(one),
                        Optional.of(format),
                        house(one))
                .seen(view)
                .released(release(one));
    }

    private static Optional<Release> release(JsonObject one) throws MalformedContentException {
        if (one.field("release").isEmpty()) {
            return Optional.empty();
        }
        String id = text(one, "id").orElse("a case");
        String json = group(one, "release").with("title", new JsonText(id)).json();
        ReleaseOutcome outcome = ReleaseReader.read(Octets.ofUtf8(json), id);
        if (outcome instanceof ReleaseOutcome.Stated stated) {
            return Optional.of(stated.release());
        }
        throw malformed(id + ": " + (outcome instanceof ReleaseOutcome.Faulty faulty ? faulty.problems() : ""));
    }

    private static House house(JsonObject one) throws MalformedContentException {
        JsonObject answers = group(one, "answers");
        for (Map.Entry<String, JsonValue> answer : answers.fields().entrySet()) {
            Optional<String> fault = HouseAnswers.fault(answer.getKey(), answer.getValue());
            if (fault.isPresent()) {
                throw malformed(text(one, "id").orElse("a case") + ": " + answer.getKey() + " " + fault.get());
            }
        }
        House house = House.none().with(HouseAnswers.read(answers), group(one, "parameters"));
        return one.field("roles").isPresent()
                ? house.answering(HouseAnswers.ROLES, JsonArray.of(list(one, "roles")))
                : house;
    }

    private static Instant today(JsonObject one) {
        return LocalDate.parse(text(one, "today").orElse("2026-11-22"))
                .atTime(12, 0)
                .toInstant(ZoneOffset.UTC);
    }

    private static Declaration declaration(JsonObject one) throws MalformedContentException {
        String id = text(one, "id").orElse("a case");
        String json = group(one, "declaration").with("title", new JsonText(id)).json();
        DeclarationOutcome outcome = DeclarationReader.read(json, id);
        if (outcome instanceof DeclarationOutcome.Declared declared) {
            return declared.declaration();
        }
        throw malformed(id + ": " + (outcome instanceof DeclarationOutcome.Faulty faulty ? faulty.problems() : ""));
    }

    private static String plain(JsonValue value) {
        return value instanceof JsonText text ? text.value() : value.json();
    }

    private static Optional<String> text(JsonObject group, String name) {
        return group.field(name).filter(JsonText.class::isInstance).map(CaseTable::plain);
    }

    private static JsonObject group(JsonObject object, String name) {
        return object.field(name).orElse(JsonNull.NULL) instanceof JsonObject group ? group : JsonObject.of(Map.of());
    }

    private static List<JsonValue> list(JsonObject object, String name) {
        return object.field(name).orElse(JsonNull.NULL) instanceof JsonArray array ? array.items() : List.of();
    }

    static MalformedContentException malformed(String cause) {
        return new MalformedContentException(FORMAT, new ByteRange(0, 0), cause);
    }
}
