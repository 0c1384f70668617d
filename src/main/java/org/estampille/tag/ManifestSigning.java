package org.estampille.tag;

import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.manifest.AssertionDraft;
import org.estampille.manifest.ListedAssertion;
import org.estampille.manifest.ManifestWriter;
import org.estampille.sign.ClaimSignatures;
import org.estampille.sign.SigningException;

/** Signs the claim, and the identity assertion where somebody else stands behind the statements. */
final class ManifestSigning implements ManifestWriter.Signing<SigningException> {

    private final TaggingTools tools;
    private final Optional<HouseIdentity> identity;
    private final int claimLength;

    /** @param claimLength octets of the claim signature */
    ManifestSigning(TaggingTools tools, Optional<HouseIdentity> identity, int claimLength) {
        this.tools = tools;
        this.identity = identity;
        this.claimLength = claimLength;
    }

    /** Zeros of the same length, to learn how long the store will be. */
    record Blank(Optional<HouseIdentity> identity, boolean stamped, int claimLength)
            implements ManifestWriter.Signing<RuntimeException> {

        @Override
        public Octets sign(Octets claim) {
            return Octets.zeros(claimLength);
        }

        @Override
        public Optional<AssertionDraft> about(List<ListedAssertion> others) {
            return identity.map(actor -> IdentityContent.of(actor, others)
                    .draft(Octets.zeros(ClaimSignatures.reserve(actor.signer(), stamped))));
        }
    }

    static Blank blank(TaggingTools tools, Optional<HouseIdentity> identity) {
        boolean stamped = tools.timeStamps().isPresent();
        return new Blank(identity, stamped, ClaimSignatures.reserve(tools.signer(), stamped));
    }

    @Override
    public Octets sign(Octets claim) throws SigningException {
        return ClaimSignatures.sign(tools.signer(), tools.timeStamps(), claim, claimLength);
    }

    @Override
    public Optional<AssertionDraft> about(List<ListedAssertion> others) throws SigningException {
        if (identity.isEmpty()) {
            return Optional.empty();
        }
        HouseIdentity actor = identity.get();
        IdentityContent content = IdentityContent.of(actor, others);
        int length = ClaimSignatures.reserve(actor.signer(), tools.timeStamps().isPresent());
        return Optional.of(
                content.draft(ClaimSignatures.sign(actor.signer(), tools.timeStamps(), content.signed(), length)));
    }
}
