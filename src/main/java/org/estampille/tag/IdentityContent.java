package org.estampille.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.manifest.AssertionDraft;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.ListedAssertion;

/**
 * The assertion {@code cawg.identity} with an X.509 signature (CAWG Identity Assertion 1.3 clauses 5.1 and 8.2.1): over the hard
 * binding and the statements about AI, rights and metadata. What may be redacted later on its own is not among them.
 *
 * @param payload what is signed
 */
record IdentityContent(CborValue.Map payload) {

    private static final String LABEL = "cawg.identity";
    private static final Set<String> COVERED = Set.of(
            "c2pa.actions.v2",
            "c2pa.ai-disclosure",
            "org.estampille.output-rights",
            "org.estampille.declaration",
            "cawg.training-mining",
            "cawg.metadata");

    static IdentityContent of(HouseIdentity identity, List<ListedAssertion> others) {
        List<CborValue> references = new ArrayList<>();
        for (ListedAssertion assertion : others) {
            String base = assertion.label().base();
            if (COVERED.contains(base) || BindingAssertion.isHardBinding(base)) {
                references.add(assertion.hashedUri());
            }
        }
        return new IdentityContent(CborValue.map()
                .put("referenced_assertions", CborValue.array(references))
                .put("sig_type", "cawg.x509.cose")
                .putTexts("role", identity.roles())
                .build());
    }

    /** The octets the actor signs: the deterministic encoding. */
    Octets signed() {
        return CborWriter.write(payload);
    }

    /** The assertion; the actor speaks, not the signer of the claim. */
    AssertionDraft draft(Octets signature) {
        return AssertionDraft.cbor(
                LABEL,
                CborValue.map()
                        .put("signer_payload", payload)
                        .put("signature", signature)
                        .put("pad1", Octets.empty())
                        .build(),
                AssertionDraft.Attribution.GATHERED);
    }
}
