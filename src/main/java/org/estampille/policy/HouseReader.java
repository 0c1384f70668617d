package org.estampille.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonValue;
import org.estampille.rubric.Rubric;
import org.estampille.rubric.RubricReader;

/** Reads house files ({@code specs/policies.md}): what no rule would look at is refused, with its line. */
public final class HouseReader {

    private static final String HOUSE = "house";
    private static final List<String> DOCUMENT = List.of("rubric_metadata", HOUSE, "variables", "expressions");
    private static final List<String> GROUPS =
            List.of("owner", "parameters", "answers", "waivers", "title", "includes", "allowed", "answer", "law");
    private static final List<String> WAIVER = List.of("rule", "profile", "reason", "by", "role", "until");
    private static final String NAMES = "names with values, such as ";

    private final String text;
    private final Rubric rubric;
    private final FileGroup group;

    private HouseReader(String text, Rubric rubric, JsonObject house) {
        this.text = text;
        this.rubric = rubric;
        this.group = new FileGroup(text, HOUSE, Optional.empty(), List.of(HOUSE), house);
    }

    /**
     * Reads a house file: in its first document {@code house} with parameters, answers and waivers, then rules if it has any.
     *
     * @throws MalformedContentException when it is not one, or names what no rule knows; the message names line and cause
     */
    public static House read(String text) throws MalformedContentException {
        Rubric rubric = RubricReader.readParts(text);
        if (!(rubric.information().field(HOUSE).orElse(JsonNull.NULL) instanceof JsonObject house)) {
            throw new MalformedContentException(
                    "policy file",
                    new ByteRange(0, 0),
                    "the first document has no group 'house'; it holds parameters, answers and waivers");
        }
        new FileGroup(text, "the first document", Optional.empty(), List.of(), rubric.information())
                .requireOnly(DOCUMENT);
        return new HouseReader(text, rubric, house).house();
    }

    private House house() throws MalformedContentException {
        group.requireOnly(GROUPS);
        requireIncludes();
        List<Waiver> waivers = new ArrayList<>();
        for (JsonValue waiver : group.list("waivers", "a list, each with rule, reason, by and until")) {
            waivers.add(waiver(waiver, waivers.size() + 1));
        }
        String name = ProfileReader.word(rubric.name());
        JsonObject parameters = group.group("parameters", NAMES + "{requireApproval: true}");
        Optional<RuleProfile> rules = rubric.statements().isEmpty()
                ? Optional.empty()
                : Optional.of(new ProfileReader(text, Optional.of(FactNames.specimen(parameters)))
                        .profile(rubric, name, group));
        JsonObject answers = group.group("answers", NAMES + "{roles: [none]}");
        House house = new House(
                name, ProfileReader.word(rubric.version()), group.text("owner"), parameters, answers, waivers, rules);
        requireKnown(house);
        requireValues(house);
        return house.with(HouseAnswers.read(answers), parameters);
    }

    private Waiver waiver(JsonValue value, int number) throws MalformedContentException {
        List<String> path = List.of(HOUSE, "waivers", Integer.toString(number - 1));
        JsonObject fields = value instanceof JsonObject object ? object : JsonObject.of(Map.of());
        FileGroup waiver = new FileGroup(text, "waiver " + number, Optional.empty(), path, fields);
        waiver.requireOnly(WAIVER);
        return new Waiver(
                waiver.required("rule"),
                waiver.text("profile"),
                waiver.required("reason"),
                waiver.required("by"),
                waiver.text("role"),
                waiver.day("until")
                        .orElseThrow(() -> waiver.malformed("", "waiver " + number + " needs 'until', its last day")));
    }

    private void requireKnown(House house) throws MalformedContentException {
        for (KnownNames.Stranger unknown : KnownNames.of(house).unknownIn(house)) {
            throw within(unknown.path()).malformed("", unknown.place() + ": " + unknown.sentence());
        }
    }

    private void requireIncludes() throws MalformedContentException {
        for (JsonValue include : group.list("includes", "a list of profiles")) {
            String profile = ProfileReader.word(include);
            if (BundledProfiles.named(profile).isEmpty()) {
                throw group.malformed("includes", "includes: " + FileGroup.stranger(profile, BundledProfiles.names()));
            }
        }
    }

    private void requireValues(House house) throws MalformedContentException {
        for (ParameterValues.Fault fault : ParameterValues.faultsIn(house)) {
            throw within(List.of("parameters", fault.name()))
                    .malformed(
                            "",
                            "parameters: " + fault.name() + " wants " + fault.wanted() + ", not " + fault.written());
        }
        KnownNames known = KnownNames.bundled();
        for (Map.Entry<String, JsonValue> answer : house.answers().fields().entrySet()) {
            Optional<String> fault = known.answers().contains(answer.getKey())
                    ? HouseAnswers.fault(answer.getKey(), answer.getValue())
                    : Optional.empty();
            if (fault.isPresent()) {
                throw within(List.of("answers", answer.getKey()))
                        .malformed("", "answers: " + answer.getKey() + " " + fault.get());
            }
        }
    }

    private FileGroup within(List<String> more) {
        List<String> path = new ArrayList<>(List.of(HOUSE));
        path.addAll(more);
        return new FileGroup(text, HOUSE, Optional.empty(), path, group.fields());
    }
}
