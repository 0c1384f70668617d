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
    private final Map<String, List<RubricEvaluator>> alternatives;
    private final JsonObject document;

    RuleEvaluation(RuleProfile profile, Dossier dossier) {
        this.profile = profile;
        this.dossier = dossier;
        JsonObject facts = facts(profile, dossier);
        this.evaluator = evaluator(facts);
        this.alternatives = alternatives(facts);
        this.document = dossier.view().document().orElse(JsonObject.of(Map.of("manifests", JsonArray.of(List.of()))));
    }

    private static JsonObject facts(RuleProfile profile, Dossier dossier) {
        Map<String, JsonValue> parameters =
                new LinkedHashMap<>(profile.parameters().fields());
        parameters.putAll(dossier.house().parameters().fields());
        return new FactSheet(dossier, JsonObject.of(parameters)).facts();
    }

    private RubricEvaluator evaluator(JsonObject facts) {
        try {
            return new RubricEvaluator(profile.rubric(), profile.label(), Optional.of(facts), dossier.at());
        } catch (MalformedContentException e) {
            throw new IllegalStateException(profile.label() + " was read before: " + e.problem(), e);
        }
    }

    /** For each answer that the house says it does not know, what would be asked if it were one of the answers there are. */
    private Map<String, List<RubricEvaluator>> alternatives(JsonObject facts) {
        Map<String, List<RubricEvaluator>> all = new LinkedHashMap<>();
        JsonObject answers = HouseAnswers.known(dossier.house().answers());
        for (String name : HouseAnswers.unknown(dossier.house().answers())) {
            all.put(
                    name,
                    HouseAnswers.words(name).stream()
                            .map(word -> evaluator(facts.with("answers", answers.with(name, new JsonText(word)))))
                            .toList());
        }
        return all;
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

    private static Duty.Subject about(List<String> more) {
        if (more.contains("text")) {
            return Duty.Subject.TEXT;
        }
        return more.contains("also-text") ? Duty.Subject.CONTENT_AND_TEXT : Duty.Subject.CONTENT;
    }

    /** The duty that follows; nothing follows from a file that does not hold. */
    Optional<Duty> duty() {
        if (profile.answer().isEmpty() || dossier.integrity() != Dossier.Integrity.HOLDS) {
            return Optional.empty();
        }
        try {
            List<String> words = names(ask(evaluator, profile.answer().get()));
            return words.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Duty(words.get(0), words.get(1), about(words.subList(2, words.size()))));
        } catch (FormulaException | LimitExceededException e) {
            return Optional.empty();
        }
    }

    /** A rule is open where an answer that the house does not know could be one that it would not pass with. */
    private RuleResult result(ProfileRule rule) {
        RuleResult result = result(rule, evaluator);
        if (!isPassed(result)) {
            return result;
        }
        List<String> open = alternatives.entrySet().stream()
                .filter(answer -> answer.getValue().stream().anyMatch(asked -> !isPassed(result(rule, asked))))
                .map(answer -> "answers." + answer.getKey())
                .toList();
        return open.isEmpty() ? result : result(rule, rule.open(), UNKNOWN, open);
    }

    private static boolean isPassed(RuleResult result) {
        return result.outcome() == Outcome.PASS || result.outcome() == Outcome.NOT_APPLICABLE;
    }

    private RuleResult result(ProfileRule rule, RubricEvaluator asked) {
        LocalDate today = dossier.today();
        if (rule.from().filter(today::isBefore).isPresent()) {
            return result(rule, Outcome.NOT_APPLICABLE, "profile.later", texts(rule.from()));
        }
        if (rule.until().filter(today::isAfter).isPresent()) {
            return result(rule, Outcome.NOT_APPLICABLE, "profile.ended", texts(rule.until()));
        }
        try {
            if (rule.appliesIf().isPresent()
                    && !ask(asked, rule.appliesIf().get()).truth()) {
                return result(rule, Outcome.NOT_APPLICABLE, rule.id() + ".idle", List.of());
            }
            JsonValue violated = ask(asked, rule.violatedBy());
            if (violated.truth()) {
                return result(rule, rule.violation(), rule.id() + ".violated", names(violated));
            }
            JsonValue open =
                    rule.openIf().isPresent() ? ask(asked, rule.openIf().get()) : JsonNull.NULL;
            return open.truth()
                    ? result(rule, rule.open(), UNKNOWN, names(open))
                    : result(rule, Outcome.PASS, rule.id() + ".holds", List.of());
        } catch (FormulaException | LimitExceededException e) {
            return result(rule, Outcome.INDETERMINATE, FAILED, List.of(String.valueOf(e.getMessage())));
        }
    }

    private JsonValue ask(RubricEvaluator asked, String expression) throws FormulaException, LimitExceededException {
        return asked.ask(expression, document, Math.max(1, profile.rules().size()));
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
