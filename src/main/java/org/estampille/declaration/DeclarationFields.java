package org.estampille.declaration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.estampille.catalogue.DigitalSourceType;
import org.estampille.cbor.CborValue;
import org.estampille.yaml.YamlNode;

/** The fields of a declaration, the same in YAML and in the assertion that carries it. */
final class DeclarationFields {

    private static final Vocabulary<String> SCHEMAS = Vocabulary.of(List.of(Declaration.SCHEMA), schema -> schema);

    private DeclarationFields() {}

    static Declaration read(Fields fields, Function<Fields, AiUse> use) {
        fields.choice("schema", SCHEMAS);
        Optional<TimeBase> timeBase = TimeBase.read(fields);
        timeBase.ifPresent(fields::within);
        Declaration declaration = new Declaration(
                fields.requiredTitle("title"),
                fields.text("workId"),
                fields.text("description"),
                fields.choice("workKind", WorkKind.VOCABULARY),
                fields.group("declaredBy", Declaration.DeclaredBy::read),
                fields.choice("digitalSourceType", Declaration.SOURCE_TYPES),
                fields.truth("allActionsIncluded").orElse(false),
                timeBase,
                fields.groups("uses", use),
                fields.groups("persons", Person::read),
                fields.groups("roles", ActRole::read),
                fields.notation("firstExposure", Moment::day, Notations.DAY),
                fields.list("territories", fields::territory),
                fields.group("editorialResponsibility", EditorialResponsibility::read),
                fields.group("deepfakeAssessment", DeepfakeAssessment::read),
                fields.group("humanReview", HumanReview::read),
                fields.groups("labels", VisibleLabel::read),
                fields.groups("upstream", UpstreamDeclaration::read),
                fields.group("trainingMining", TrainingMining::read));
        checkSourceType(fields, declaration);
        checkUses(fields);
        checkPersons(fields, declaration);
        fields.done();
        return declaration;
    }

    /** Without AI in the file only its maker knows where the content comes from; with AI the whole cannot be free of it. */
    private static void checkSourceType(Fields fields, Declaration declaration) {
        Extent extent = declaration.extent();
        Optional<DigitalSourceType> type = declaration.digitalSourceType();
        boolean usesLost = fields.countOf("uses") != declaration.uses().size();
        if (extent == Extent.NONE && !fields.has("digitalSourceType") && !usesLost) {
            fields.problem(
                    "digitalSourceType",
                    "is missing; no AI use shows in the file, so say where its content comes from. Allowed: "
                            + String.join(", ", Declaration.SOURCE_TYPES.words()));
        }
        if (type.isPresent() && extent.compareTo(Extent.MODIFIED) >= 0 && !extent.allows(type.get())) {
            fields.problem(
                    "digitalSourceType",
                    type.get().code() + " does not go with uses that make the file " + extent.word()
                            + "; leave it out and " + extent.usualSourceType().code() + " is used");
        }
    }

    /** What refers to a use by its id must mean one use; uses that could not be read count too. */
    private static void checkUses(Fields fields) {
        Map<String, Integer> lines = new HashMap<>();
        List<YamlNode> uses = fields.written("uses")
                .filter(YamlNode.Sequence.class::isInstance)
                .map(written -> ((YamlNode.Sequence) written).items())
                .orElse(List.of());
        for (int i = 0; i < uses.size(); i++) {
            if (uses.get(i) instanceof YamlNode.Mapping use
                    && use.get("id").orElse(use) instanceof YamlNode.Scalar id
                    && !id.text().isBlank()) {
                Integer first = lines.putIfAbsent(id.text(), id.line());
                if (first != null) {
                    fields.problems()
                            .add(
                                    id.line(),
                                    fields.pathOf("uses") + "[" + i + "].id",
                                    Problems.quoted(id.text()) + " is the id of the use on line " + first
                                            + " already; give each use its own");
                }
            }
        }
    }

    private static void checkPersons(Fields fields, Declaration declaration) {
        List<String> refs = new ArrayList<>();
        for (Person person : declaration.persons()) {
            if (refs.contains(person.ref())) {
                fields.problem("persons", "has " + Problems.quoted(person.ref()) + " twice");
            }
            refs.add(person.ref());
        }
        checkReferences(fields);
    }

    /** As they are written, so that one pass tells of them beside whatever else is wrong. */
    private static void checkReferences(Fields fields) {
        List<Optional<String>> written = items(fields.written("persons")).stream()
                .map(person -> person instanceof YamlNode.Mapping group
                        ? group.get("ref").flatMap(DeclarationFields::scalar)
                        : Optional.<String>empty())
                .toList();
        if (written.contains(Optional.<String>empty())) {
            return;
        }
        List<String> refs = written.stream().flatMap(Optional::stream).toList();
        List<YamlNode> uses = items(fields.written("uses"));
        for (int i = 0; i < uses.size(); i++) {
            Optional<YamlNode> named =
                    uses.get(i) instanceof YamlNode.Mapping use ? use.get("persons") : Optional.empty();
            for (YamlNode item : items(named)) {
                Optional<String> ref = scalar(item);
                if (ref.isPresent() && !refs.contains(ref.get())) {
                    String hint = Suggestion.nearest(ref.get(), refs)
                            .map(name -> "; did you mean \"" + name + "\"?")
                            .orElse("; add that person under persons");
                    fields.problemIn(
                            "uses", i, "persons", "refers to the unknown person " + Problems.quoted(ref.get()) + hint);
                }
            }
        }
    }

    private static List<YamlNode> items(Optional<YamlNode> list) {
        return list.isPresent() && list.get() instanceof YamlNode.Sequence sequence ? sequence.items() : List.of();
    }

    private static Optional<String> scalar(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    static CborValue.Map toCbor(Declaration declaration) {
        return CborValue.map()
                .put("schema", Declaration.SCHEMA)
                .put("title", declaration.title())
                .putText("workId", declaration.workId())
                .putText("description", declaration.description())
                .putText("workKind", declaration.workKind().map(WorkKind::word))
                .putValue("declaredBy", declaration.declaredBy().map(Declaration.DeclaredBy::toCbor))
                .putText("digitalSourceType", declaration.digitalSourceType().map(DigitalSourceType::code))
                .put("allActionsIncluded", declaration.allActionsIncluded())
                .putText(
                        "frameRate",
                        declaration.timeBase().map(base -> base.rate().text()))
                .putText(
                        "startTimecode",
                        declaration.timeBase().map(base -> base.start().label()))
                .putValue("uses", Lists.orNothing(declaration.uses(), AiUse::toCbor))
                .putValue("persons", Lists.orNothing(declaration.persons(), Person::toCbor))
                .putValue("roles", Lists.orNothing(declaration.roles(), ActRole::toCbor))
                .putText("firstExposure", declaration.firstExposure().map(LocalDate::toString))
                .putTexts("territories", declaration.territories())
                .putValue(
                        "editorialResponsibility",
                        declaration.editorialResponsibility().map(EditorialResponsibility::toCbor))
                .putValue("deepfakeAssessment", declaration.deepfakeAssessment().map(DeepfakeAssessment::toCbor))
                .putValue("humanReview", declaration.humanReview().map(HumanReview::toCbor))
                .putValue("labels", Lists.orNothing(declaration.labels(), VisibleLabel::toCbor))
                .putValue("upstream", Lists.orNothing(declaration.upstream(), UpstreamDeclaration::toCbor))
                .putValue("trainingMining", declaration.trainingMining().map(TrainingMining::toCbor))
                .build();
    }
}
