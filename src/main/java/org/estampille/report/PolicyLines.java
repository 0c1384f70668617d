package org.estampille.report;

import java.util.List;
import java.util.Optional;
import org.estampille.policy.RuleResult;
import org.estampille.policy.Verdict;
import tools.jackson.core.JsonGenerator;

/** Verdicts of policies as JSON. */
record PolicyLines(JsonGenerator json, Language language) {

    void write(List<Verdict> verdicts) {
        JsonFields fields = new JsonFields(json);
        json.writeArrayPropertyStart("policies");
        for (Verdict verdict : verdicts) {
            json.writeStartObject();
            fields.text("profile", verdict.profile());
            fields.optional("version", verdict.version());
            fields.text("verdict", verdict.decision().name());
            fields.optional("duty", verdict.duty().map(duty -> duty.word()));
            fields.optional("dutyBasis", verdict.duty().map(duty -> duty.basis()));
            fields.text("notice", new PolicySentences(language).notice(verdict));
            json.writeArrayPropertyStart("rules");
            verdict.rules().forEach(this::rule);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void rule(RuleResult rule) {
        JsonFields fields = new JsonFields(json);
        PolicySentences words = new PolicySentences(language);
        json.writeStartObject();
        fields.text("id", rule.id());
        fields.text("outcome", rule.outcome().name());
        fields.text("reason", words.reason(rule));
        fields.text("field", rule.field());
        fields.optional("evidence", rule.evidence());
        fields.optional(
                "advice",
                Optional.of(rule)
                        .filter(open -> open.outcome().isOpen())
                        .map(words::advice)
                        .filter(advice -> !advice.isBlank()));
        fields.optional("tool", rule.tool());
        fields.optional("where", rule.where());
        fields.optional("basis", Optional.of(words.basis(rule)).filter(basis -> !basis.isEmpty()));
        fields.optional("waiver", words.waiver(rule));
        json.writeEndObject();
    }
}
