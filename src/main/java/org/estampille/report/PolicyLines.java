package org.estampille.report;

import java.util.List;
import java.util.Optional;
import org.estampille.policy.RuleResult;
import org.estampille.policy.Verdict;
import tools.jackson.core.JsonGenerator;

/** Verdicts of policies as JSON. */
record PolicyLines(JsonGenerator json, Language language) {

    void write(List<Verdict> verdicts) {
        json.writeArrayPropertyStart("policies");
        for (Verdict verdict : verdicts) {
            json.writeStartObject();
            text("profile", verdict.profile());
            optional("version", verdict.version());
            text("verdict", verdict.decision().name());
            optional("duty", verdict.duty().map(duty -> duty.word()));
            optional("dutyBasis", verdict.duty().map(duty -> duty.basis()));
            text("notice", new PolicySentences(language).notice(verdict));
            json.writeArrayPropertyStart("rules");
            verdict.rules().forEach(this::rule);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void rule(RuleResult rule) {
        PolicySentences words = new PolicySentences(language);
        json.writeStartObject();
        text("id", rule.id());
        text("outcome", rule.outcome().name());
        text("reason", words.reason(rule));
        text("field", rule.field());
        optional("evidence", rule.evidence());
        optional(
                "advice",
                Optional.of(rule)
                        .filter(open -> open.outcome().isOpen())
                        .map(words::advice)
                        .filter(advice -> !advice.isBlank()));
        optional("tool", rule.tool());
        optional("where", rule.where());
        optional("basis", Optional.of(words.basis(rule)).filter(basis -> !basis.isEmpty()));
        optional("waiver", words.waiver(rule));
        json.writeEndObject();
    }

    private void optional(String name, Optional<String> value) {
        if (value.isPresent()) {
            text(name, value.get());
        } else {
            json.writeNullProperty(name);
        }
    }

    private void text(String name, String value) {
        json.writeStringProperty(name, SafeText.wellFormed(value));
    }
}
