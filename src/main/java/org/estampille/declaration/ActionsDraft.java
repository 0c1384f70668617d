package org.estampille.declaration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.catalogue.C2paAction;
import org.estampille.catalogue.Operation;
import org.estampille.cbor.CborValue;

/**
 * The content of {@code c2pa.actions.v2} (C2PA 2.5 clause 16.4.1): inception first, then one action for each use that shows.
 * Written so that every trait of the conformance rubric 0.2 for specification 2.4 holds.
 */
final class ActionsDraft {

    private static final String OWN = "org.estampille.";
    private static final long TEXT_TIME = 0;

    private final Declaration declaration;
    private final List<CborValue> actions = new ArrayList<>();
    private final List<Long> indexes = new ArrayList<>();

    private ActionsDraft(Declaration declaration) {
        this.declaration = declaration;
    }

    static ActionsDraft of(Declaration declaration, Inception inception) {
        ActionsDraft draft = new ActionsDraft(declaration);
        if (inception instanceof Inception.Opened opened) {
            draft.opened(opened);
        } else {
            draft.created();
        }
        return draft;
    }

    /** In the order of the uses that show, the place of each one's action. */
    List<Long> indexes() {
        return List.copyOf(indexes);
    }

    CborValue.Map content(Inception inception) {
        return CborValue.map()
                .put("actions", CborValue.array(actions))
                .put("allActionsIncluded", declaration.allActionsIncluded() || isMereReopening(inception))
                .build();
    }

    /** Opened and saved again as it was: the standard wants true then. */
    private boolean isMereReopening(Inception inception) {
        return actions.size() == 1 && inception instanceof Inception.Opened;
    }

    /** The first use that made the whole file is the creation itself. */
    private void created() {
        CborValue.MapBuilder first = CborValue.map()
                .put("action", C2paAction.CREATED.label())
                .put("digitalSourceType", declaration.sourceType().uri());
        int maker = 0;
        while (maker < declaration.uses().size()
                && !declaration.uses().get(maker).generatesAll()) {
            maker++;
        }
        if (maker < declaration.uses().size()) {
            describe(first, declaration.uses().get(maker));
        }
        actions.add(first.build());
        for (int i = 0; i < declaration.uses().size(); i++) {
            if (i == maker) {
                indexes.add(0L);
            } else if (declaration.uses().get(i).shows()) {
                add(declaration.uses().get(i));
            }
        }
    }

    private void opened(Inception.Opened opened) {
        CborValue.Map parameters = CborValue.map()
                .put("ingredients", CborValue.array(List.of(opened.parentIngredientHashedUri())))
                .build();
        actions.add(CborValue.map()
                .put("action", C2paAction.OPENED.label())
                .put("parameters", parameters)
                .build());
        for (AiUse use : declaration.uses()) {
            if (use.shows()) {
                add(use);
            }
        }
        if (actions.size() == 1 && !opened.unchanged() && !declaration.allActionsIncluded()) {
            actions.add(CborValue.map()
                    .put("action", C2paAction.UNKNOWN.label())
                    .put("digitalSourceType", declaration.sourceType().uri())
                    .build());
        }
    }

    private void add(AiUse use) {
        indexes.add((long) actions.size());
        CborValue.MapBuilder action = CborValue.map()
                .put("action", action(use).label())
                .put("digitalSourceType", use.sourceType().uri());
        describe(action, use);
        actions.add(action.build());
    }

    /**
     * The action all operations agree on, otherwise the general one. What AI made or changed is never called an enhancement:
     * that word stands for changes that leave the meaning alone.
     */
    static C2paAction action(AiUse use) {
        Optional<C2paAction> agreed = Optional.empty();
        for (Operation operation : use.operations()) {
            C2paAction wanted = operation.action();
            if (agreed.isPresent() && agreed.get() != wanted) {
                return C2paAction.EDITED;
            }
            agreed = Optional.of(wanted);
        }
        C2paAction action = agreed.orElse(C2paAction.EDITED);
        boolean enhancesTooMuch = action == C2paAction.ENHANCED && use.extent() != Extent.ASSISTIVE;
        boolean languagesMissing = action == C2paAction.TRANSLATED
                && (use.sourceLanguage().isEmpty() || use.targetLanguage().isEmpty());
        return enhancesTooMuch || languagesMissing ? C2paAction.EDITED : action;
    }

    private void describe(CborValue.MapBuilder action, AiUse use) {
        List<CborValue> changes = new ArrayList<>();
        use.ranges()
                .forEach(range -> range.onTimeLine(declaration.timeBase())
                        .regionOfInterest()
                        .ifPresent(changes::add));
        action.put("softwareAgent", agent(use.tool()))
                .putText("description", use.description())
                .putValue("when", use.generatedAt().flatMap(Moment::exact).map(ActionsDraft::time))
                .putValue("changes", Lists.orNothing(changes, change -> change))
                .put("parameters", parameters(use));
    }

    private static CborValue.Map agent(Tool tool) {
        return CborValue.map()
                .put("name", tool.name())
                .putText("version", tool.version())
                .build();
    }

    private static CborValue time(Instant instant) {
        return new CborValue.Tag(TEXT_TIME, CborValue.of(instant.toString()));
    }

    /** What has no field of its own. Nothing of persons or prompts: an actions assertion can never be redacted. */
    private CborValue.Map parameters(AiUse use) {
        List<String> shots = new ArrayList<>();
        use.ranges().forEach(range -> range.shot().ifPresent(shots::add));
        boolean translated = action(use) == C2paAction.TRANSLATED;
        return CborValue.map()
                .putText("sourceLanguage", translated ? use.sourceLanguage() : Optional.empty())
                .putText("targetLanguage", translated ? use.targetLanguage() : Optional.empty())
                .put(OWN + "extent", use.extent().word())
                .putText(OWN + "use", use.id())
                .putText(OWN + "department", use.department())
                .putText(OWN + "stage", use.stage().map(WorkStage::word))
                .putTexts(
                        OWN + "operations",
                        use.operations().stream().map(Operation::code).toList())
                .putTexts(OWN + "shots", shots)
                .build();
    }
}
