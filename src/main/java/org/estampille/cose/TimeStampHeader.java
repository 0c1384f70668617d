package org.estampille.cose;

import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;

/** The time-stamp in the headers of a COSE_Sign1 (C2PA 2.5 clauses 10.3.2.5 and 14.8.1.1). */
public sealed interface TimeStampHeader {

    /** Neither {@code sigTst} nor {@code sigTst2}. */
    record Absent() implements TimeStampHeader {}

    /** A header that does not hold exactly one token. */
    record Malformed() implements TimeStampHeader {}

    /**
     * {@code sigTst}, version 1: the claim was stamped, not the signature.
     *
     * @param response a DER TimeStampResp
     */
    record OfClaim(Octets response) implements TimeStampHeader {}

    /**
     * {@code sigTst2}, version 2: the signature was stamped.
     *
     * @param token a DER TimeStampToken
     */
    record OfSignature(Octets token) implements TimeStampHeader {}

    /** Reads the value {@code {tstTokens: [{val: bytes}]}}. */
    static TimeStampHeader read(CborValue value, boolean second) {
        List<CborValue> tokens = value.asMap()
                .flatMap(map -> map.get("tstTokens"))
                .flatMap(CborValue::asList)
                .orElse(List.of());
        if (tokens.size() != 1) {
            return new Malformed();
        }
        Optional<Octets> octets =
                tokens.get(0).asMap().flatMap(map -> map.get("val")).flatMap(CborValue::asOctets);
        if (octets.isEmpty()) {
            return new Malformed();
        }
        return second ? new OfSignature(octets.get()) : new OfClaim(octets.get());
    }

    /** The header value that carries {@code token}. */
    static CborValue write(Octets token) {
        CborValue item = CborValue.map().put("val", token).build();
        return CborValue.map().put("tstTokens", CborValue.array(List.of(item))).build();
    }
}
