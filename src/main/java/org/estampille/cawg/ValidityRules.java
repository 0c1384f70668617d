package org.estampille.cawg;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/** The period in which a credential holds (clause 8.1.5, verify the credential's validity range). */
final class ValidityRules {

    private final CawgFindings findings;

    ValidityRules(CawgFindings findings) {
        this.findings = findings;
    }

    /**
     * Compares the dates of both data models; a credential that has both is held to both.
     *
     * @param times now, and the trusted time-stamps of claim and credential
     */
    void check(VerifiableCredential credential, List<Instant> times) {
        boolean starts = false;
        for (String name : new String[] {"validFrom", "issuanceDate"}) {
            Optional<CborValue> value = credential.content().get(name);
            starts |= value.isPresent();
            if (value.isPresent() && !holds(value.get(), times, true)) {
                findings.add(CawgCode.ICA_VALID_FROM_INVALID, name + " is no date or too late");
            }
        }
        if (!starts) {
            findings.add(CawgCode.ICA_VALID_FROM_MISSING, "neither validFrom nor issuanceDate");
        }
        for (String name : new String[] {"validUntil", "expirationDate"}) {
            Optional<CborValue> value = credential.content().get(name);
            if (value.isPresent() && !holds(value.get(), times, false)) {
                findings.add(CawgCode.ICA_VALID_UNTIL_INVALID, name + " is no date or past");
            }
        }
    }

    private static boolean holds(CborValue value, List<Instant> times, boolean begins) {
        Optional<Instant> date = value.asText().flatMap(ValidityRules::date);
        if (date.isEmpty()) {
            return false;
        }
        for (Instant time : times) {
            if (begins ? date.get().isAfter(time) : date.get().isBefore(time)) {
                return false;
            }
        }
        return true;
    }

    /** A date-time of RFC 3339. */
    static Optional<Instant> date(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
