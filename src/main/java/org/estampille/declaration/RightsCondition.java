package org.estampille.declaration;

import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * Something the rights depend on.
 *
 * @param type what kind of condition
 * @param value such as the threshold
 * @param satisfied whether the production meets it
 * @param proofSha256 digest of the proof, kept elsewhere
 */
public record RightsCondition(Type type, Optional<String> value, Answer satisfied, Optional<String> proofSha256) {

    /** Kinds of condition. */
    public enum Type implements Term {
        REVENUE_THRESHOLD("revenueThreshold"),
        HEADCOUNT("headcount"),
        ATTRIBUTION("attribution"),
        WATERMARK("watermark"),
        PLAN_ACTIVE("planActive"),
        POLICY_COMPLIANCE("policyCompliance"),
        STOCK_AVATAR("stockAvatar"),
        OTHER("other");

        static final Vocabulary<Type> VOCABULARY = Vocabulary.of(values());

        private final String word;

        Type(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    static RightsCondition read(Fields fields) {
        return new RightsCondition(
                fields.requiredChoice("type", Type.VOCABULARY, Type.OTHER),
                fields.text("value"),
                fields.choice("satisfied", Answer.VOCABULARY).orElse(Answer.UNKNOWN),
                fields.notation("proofSha256", Notations::sha256, Notations.SHA256));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .put("type", type.word())
                .putText("value", value)
                .put("satisfied", satisfied.word())
                .putText("proofSha256", proofSha256)
                .build();
    }
}
