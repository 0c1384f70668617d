package org.estampille.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.formula.FormulaException;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;
import org.estampille.rubric.RubricEvaluator;

/** Asks the rules of a profile about one file: the signature first, then formula by formula. */
final class RuleEvaluation {

    private static final String UNKNOWN = "profile.unknown";
    private static final String FAILED = "profile.error";

    private final RuleProfile profile;
    private final Dossier dossier;
    private final RubricEvaluator evaluator;
    private final JsonObject document;

    RuleEvaluation(RuleProfile profile, Dossier dossier) {
        this.profile = profile;
        this.dossier = dossier;
        this.evaluator = evaluator(profile, dossier);
        this.document = dossier.view().document().orElse(JsonObject.of(Map.of("manifests", JsonArray.of(List.of()))));
    }

    private static RubricEvaluator evaluator(RuleProfile profile, Dossier dossier) {
        Map<String, JsonValue> parameters =
                new LinkedHashMap<>(profile.parameters().fields());
        parameters.putAll(dossier.house().parameters().fields());
        JsonObject facts = new FactSheet(dossier, JsonObject.of(parameters)).facts();
        try {
            return new RubricEvaluator(profile.rubric(), profile.label(), Optional.of(facts), dossier.at());
        } catch (MalformedContentException e) {
            throw new IllegalStateException(profile.label() + " was read before: " + e.problem(), e);
        }
    }

    List<RuleResult> results() {
        List<RuleResult> results = new ArrayList<>();
        results.add(RightsGate.integrity(dossier));
        boolean holds = dossier.integrity() == Dossier.Integrity.HOLDS;
        if (holds) {
            results.add(RightsGate.signer(dossier));
            RuleResult agreement = RightsGate.agreement(dossier);
            results.add(profile.hasLaw() ? agreement.ofLaw() : agreement);
        }
        for (ProfileRule rule : profile.rules()) {
            if (holds || rule.withoutManifest() && dossier.integrity() == Dossier.Integrity.ABSENT) {
                results.add(result(rule));
            }
        }
        return results;
    }

    /** The duty that follows; nothing follows from a file that does not hold. */
    private static Duty.Subject about(List<String> more) {
        if (more.contains("text")) {
            return Duty.Subject.TEXT;
        }
        return more.contains("also-text") ? Duty.Subject.CONTENT_AND_TEXT : Duty.Subject.CONTENT;
    }

    Optional<Duty> duty() {
        if (profile.answer().isEmpty() || dossier.integrity() != Dossier.Integrity.HOLDS) {
            return Optional.empty();
        }
        try {
            List<String> words = names(ask(profile.answer().get()));
            return words.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Duty(words.get(0), words.get(1), about(words.subList(2, words.size()))));
        } catch (FormulaException | LimitExceededException e) {
            return Optional.empty();
        }
    }

    private RuleResult result(ProfileRule rule) {
        LocalDate today = dossier.today();
        if (rule.from().filter(today::isBefore).isPresent()) {
            return result(rule, Outcome.NOT_APPLICABLE, "profile.later", texts(rule.from()));
        }
        if (rule.until().filter(today::isAfter).isPresent()) {
            return result(rule, Outcome.NOT_APPLICABLE, "profile.ended", texts(rule.until()));
        }
        try {
            if (rule.appliesIf().isPresent() && !ask(rule.appliesIf().get()).truth()) {
                return result(rule, Outcome.NOT_APPLICABLE, rule.id() + ".idle", List.of());
            }
            JsonValue violated = ask(rule.violatedBy());
            if (violated.truth()) {
                return result(rule, rule.violation(), rule.id() + ".violated", names(violated));
            }
            JsonValue open = rule.openIf().isPresent() ? ask(rule.openIf().get()) : JsonNull.NULL;
            return open.truth()
                    ? result(rule, rule.open(), UNKNOWN, names(open))
                    : result(rule, Outcome.PASS, rule.id() + ".holds", List.of());
        } catch (FormulaException | LimitExceededException e) {
            return result(rule, Outcome.INDETERMINATE, FAILED, List.of(String.valueOf(e.getMessage())));
        }
    }

    private JsonValue ask(String expression) throws FormulaException, LimitExceededException {
        return evaluator.ask(expression, document, Math.max(1, profile.rules().size()));
    }

    private static List<String> texts(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).stream().toList();
    }

    private static List<String> names(JsonValue found) {
        return found instanceof JsonArray array
                ? array.items().stream()
                        .filter(JsonText.class::isInstance)
                        .map(item -> ((JsonText) item).value())
                        .distinct()
                        .limit(20)
                        .toList()
                : List.of();
    }

    private static RuleResult result(ProfileRule rule, Outcome outcome, String reason, List<String> details) {
        return new RuleResult(
                rule.id(),
                outcome,
                reason,
                details,
                RuleWords.in(rule.words().basis(), "en").orElse(""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(rule.words()),
                rule.law(),
                Optional.empty(),
                false);
    }
}
