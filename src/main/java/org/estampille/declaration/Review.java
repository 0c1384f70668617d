package org.estampille.declaration;

import java.time.LocalDate;
import java.util.Optional;
import org.estampille.catalogue.RightsStatus;
import org.estampille.cbor.CborValue;

/**
 * Who checked a rights status, and what came of it.
 *
 * @param declared the class of the vendor's wording
 * @param concluded the reviewer's reading, which may differ
 * @param by the reviewer
 * @param role of the reviewer
 * @param credentialRef the reviewer's credential
 * @param at when
 * @param recheckBy by when to look again
 * @param conflictsResolved whether contradictions between sources were settled
 */
public record Review(
        RightsStatus declared,
        RightsStatus concluded,
        Optional<String> by,
        Optional<String> role,
        Optional<String> credentialRef,
        Optional<Moment> at,
        Optional<LocalDate> recheckBy,
        Optional<Boolean> conflictsResolved) {

    static Review read(Fields fields) {
        return new Review(
                fields.choice("declared", Rights.STATUSES).orElse(RightsStatus.UNKNOWN),
                fields.choice("concluded", Rights.STATUSES).orElse(RightsStatus.UNKNOWN),
                fields.text("by"),
                fields.text("role"),
                fields.text("credentialRef"),
                fields.notation("at", Moment::of, Moment.EXPECTED),
                fields.notation("recheckBy", Moment::day, Notations.DAY),
                fields.truth("conflictsResolved"));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .put("declared", declared.word())
                .put("concluded", concluded.word())
                .putText("by", by)
                .putText("role", role)
                .putText("credentialRef", credentialRef)
                .putText("at", at.map(Moment::text))
                .putText("recheckBy", recheckBy.map(LocalDate::toString))
                .putValue("conflictsResolved", conflictsResolved.map(CborValue::of))
                .build();
    }
}
