package org.estampille.cawg;

import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.JsonText;

/**
 * An identity claims aggregation (clause 8.1.2): a W3C verifiable credential, data model 1.1 or 2.0, as far as it is needed here.
 *
 * @param octets what the aggregator signed
 * @param content the same, read
 * @param subject its {@code credentialSubject}
 */
record VerifiableCredential(Octets octets, CborValue.Map content, CborValue.Map subject) {

    private static final String CONTEXT_1 = "https://www.w3.org/2018/credentials/v1";
    private static final String CONTEXT_2 = "https://www.w3.org/ns/credentials/v2";
    private static final String CONTEXT_CAWG = "https://cawg.io/identity/1.1/ica/context/";

    /**
     * Reads the payload of a signature.
     *
     * @throws MalformedContentException when it is no such credential
     */
    static VerifiableCredential read(Octets octets, ReadLimits limits) throws MalformedContentException {
        CborValue.Map content = JsonText.read(octets, limits).asMap().orElseThrow(() -> malformed("not a JSON object"));
        if (Fields.haveDuplicates(content)) {
            throw malformed("a name stands there twice");
        }
        List<CborValue> contexts = Fields.items(content, "@context");
        if (!has(contexts, CONTEXT_1) && !has(contexts, CONTEXT_2) || !has(contexts, CONTEXT_CAWG)) {
            throw malformed("@context is not that of an identity claims aggregation");
        }
        List<CborValue> types = Fields.items(content, "type");
        if (!has(types, "VerifiableCredential") || !has(types, "IdentityClaimsAggregationCredential")) {
            throw malformed("type is not that of an identity claims aggregation");
        }
        return new VerifiableCredential(
                octets,
                content,
                Fields.map(content, "credentialSubject").orElseThrow(() -> malformed("no credentialSubject")));
    }

    private static boolean has(List<CborValue> items, String text) {
        return items.contains(CborValue.of(text));
    }

    private static MalformedContentException malformed(String cause) {
        return new MalformedContentException("verifiable credential", new ByteRange(0, 0), cause);
    }

    /** The DID of who made it, which stands in {@code issuer} or {@code issuer.id}. */
    Optional<String> issuer() {
        return Fields.text(content, "issuer")
                .or(() -> Fields.map(content, "issuer").flatMap(issuer -> Fields.text(issuer, "id")))
                .filter(VerifiableCredential::isDid);
    }

    /** {@code did:}, a method of small letters and digits, and an identifier of its own (W3C DID 1.0 clause 3.1). */
    private static boolean isDid(String text) {
        int end = text.indexOf(':', 4);
        if (!text.startsWith("did:") || end <= 4 || end == text.length() - 1) {
            return false;
        }
        for (int i = 4; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean small = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            boolean other = i > end && (c >= 'A' && c <= 'Z' || "._-:%".indexOf(c) >= 0);
            if (i != end && !small && !other) {
                return false;
            }
        }
        return true;
    }

    /** Whether it can be revoked by a list of a known kind; empty when it has no {@code credentialStatus}. */
    Optional<Boolean> hasBitstringStatus() {
        Optional<CborValue> status = content.get("credentialStatus");
        if (status.isEmpty()) {
            return Optional.empty();
        }
        for (CborValue entry : status.get().asList().orElse(List.of(status.get()))) {
            Optional<CborValue.Map> map = entry.asMap();
            if (map.isPresent()
                    && Fields.text(map.get(), "statusPurpose").equals(Optional.of("revocation"))
                    && Fields.text(map.get(), "type").equals(Optional.of("BitstringStatusListEntry"))) {
                return Optional.of(true);
            }
        }
        return Optional.of(false);
    }
}
