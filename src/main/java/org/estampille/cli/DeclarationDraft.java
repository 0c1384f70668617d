package org.estampille.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;
import org.estampille.cut.Cut;
import org.estampille.cut.CutEvent;
import org.estampille.declaration.Declaration;

/** Puts answers into the fields of a declaration. Whether they are right is for the reader of declarations to say. */
final class DeclarationDraft {

    private final NewDeclarationOptions answers;
    private final ToolNames tools;
    private final Optional<CataloguedTerms> terms;

    DeclarationDraft(NewDeclarationOptions answers, ToolNames tools, Optional<CataloguedTerms> terms) {
        this.answers = answers;
        this.tools = tools;
        this.terms = terms;
    }

    /**
     * The fields.
     *
     * @param cut whose time codes to use
     * @param clips of that cut that were made with AI
     */
    CborValue.Map fields(Optional<Cut> cut, List<CutEvent> clips) {
        boolean none = DeclarationQuestions.extent(answers).equals(Optional.of("none"));
        CborValue.MapBuilder map = CborValue.map()
                .put("schema", Declaration.SCHEMA)
                .put("title", answers.title.orElse(""))
                .putText("workKind", answers.workKind);
        declaredBy().ifPresent(who -> map.put("declaredBy", who));
        map.putText("digitalSourceType", none ? answers.sourceType : Optional.empty())
                .putText(
                        "frameRate",
                        answers.frameRate.or(() -> cut.map(list -> list.rate().text())))
                .putText(
                        "startTimecode",
                        answers.startTimecode.or(
                                () -> cut.map(list -> list.start().label())));
        if (!none) {
            map.put("uses", CborValue.array(List.of(use(clips))));
        }
        List<CborValue> persons = persons();
        if (!persons.isEmpty()) {
            map.put("persons", CborValue.array(persons));
        }
        deepfakeAssessment().ifPresent(assessment -> map.put("deepfakeAssessment", assessment));
        return map.build();
    }

    private Optional<CborValue.Map> declaredBy() {
        return answers.declaredBy.isPresent() || answers.organisation.isPresent()
                ? Optional.of(CborValue.map()
                        .putText("name", answers.declaredBy)
                        .putText("organisation", answers.organisation)
                        .build())
                : Optional.empty();
    }

    private Optional<CborValue.Map> deepfakeAssessment() {
        return answers.deepfake.map(deepfake -> CborValue.map()
                .put("deepfake", deepfake)
                .putText("exemption", answers.exemption)
                .build());
    }

    private CborValue.Map use(List<CutEvent> clips) {
        CborValue.MapBuilder use = CborValue.map()
                .putText("description", answers.description)
                .put("extent", DeclarationQuestions.extent(answers).orElse(""))
                .put("inFinalOutput", answers.inFinal.orElse("yes"))
                .putText("digitalSourceType", answers.sourceType)
                .putText(
                        "modality",
                        answers.preset.map(preset -> preset.modality().word()))
                .putTexts("operations", DeclarationQuestions.operations(answers))
                .putText("department", answers.preset.map(DeclarePreset::department))
                .putText(
                        "stage",
                        answers.stage.or(() ->
                                answers.preset.map(preset -> preset.stage().word())))
                .putText("generatedAt", answers.generatedOn)
                .put("tool", tool());
        List<CborValue> ranges = ranges(clips);
        if (!ranges.isEmpty()) {
            use.put("ranges", CborValue.array(ranges));
        }
        use.putTexts("persons", references());
        answers.reviewedBy.ifPresent(
                name -> use.put("humanReview", CborValue.map().put("by", name).build()));
        if (terms.isPresent()) {
            terms(use, terms.get());
        } else {
            answers.plan.ifPresent(
                    plan -> use.put("account", CborValue.map().put("plan", plan).build()));
        }
        return use.build();
    }

    private static void terms(CborValue.MapBuilder use, CataloguedTerms terms) {
        use.put("account", terms.account()).put("rights", terms.rights());
        terms.vendor().ifPresent(vendor -> use.put("vendor", vendor));
        use.put("evidence", terms.evidence());
        terms.review().ifPresent(review -> use.put("review", review));
    }

    private CborValue.Map tool() {
        String name = answers.tool.orElse("");
        List<String> vendors = tools.vendors(name);
        return CborValue.map()
                .put("name", name)
                .putText(
                        "vendor",
                        terms.map(known -> known.row().vendor())
                                .or(() -> vendors.size() == 1 ? Optional.of(vendors.get(0)) : Optional.empty()))
                .putText("channel", terms.flatMap(known -> known.row().channel()))
                .putText("model", answers.model)
                .putText("modelVersion", answers.modelVersion)
                .build();
    }

    private List<CborValue> ranges(List<CutEvent> clips) {
        List<CborValue> ranges = new ArrayList<>();
        for (int i = 0; i < Math.max(answers.shots.size(), answers.timecodes.size()); i++) {
            ranges.add(range(shot(i), element(answers.timecodes, i)));
        }
        for (CutEvent clip : clips) {
            ranges.add(CborValue.map()
                    .put("shot", clip.name())
                    .put("tcIn", clip.recordIn().label())
                    .put("tcOut", clip.recordOut().label())
                    .put("track", clip.track())
                    .build());
        }
        return ranges;
    }

    /** One shot may have several parts. */
    private Optional<String> shot(int index) {
        return element(answers.shots, answers.shots.size() == 1 ? 0 : index);
    }

    private static Optional<String> element(List<String> texts, int index) {
        return index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
    }

    private static CborValue range(Optional<String> shot, Optional<String> span) {
        Optional<String> out =
                span.filter(text -> text.contains("-")).map(text -> text.substring(text.indexOf('-') + 1));
        return CborValue.map()
                .putText("shot", shot)
                .putText("tcIn", span.map(text -> text.split("-", 2)[0].strip()))
                .putText("tcOut", out.map(String::strip))
                .build();
    }

    private List<String> references() {
        return answers.persons.stream()
                .filter(person -> !person.equals("none"))
                .map(person -> person.split(":", 3)[0].strip())
                .toList();
    }

    private List<CborValue> persons() {
        List<CborValue> persons = new ArrayList<>();
        for (String person : answers.persons) {
            String[] parts = person.split(":", 3);
            if (!person.equals("none")) {
                persons.add(CborValue.map()
                        .put("ref", parts[0].strip())
                        .putText("replicaType", answers.replica)
                        .put("consent", parts.length > 1 ? parts[1].strip() : "unknown")
                        .putText("consentRef", parts.length > 2 ? Optional.of(parts[2].strip()) : Optional.empty())
                        .build());
            }
        }
        return persons;
    }
}
