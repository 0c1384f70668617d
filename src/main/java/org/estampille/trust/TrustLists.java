package org.estampille.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All lists a user imported.
 *
 * @param lists in the order of their names
 */
public record TrustLists(List<TrustList> lists) {

    public TrustLists {
        lists = List.copyOf(lists);
    }

    /** No list at all: nobody is trusted through one. */
    public static TrustLists none() {
        return new TrustLists(List.of());
    }

    /** The anchors of every list of that kind. */
    public TrustAnchors anchors(TrustList.Kind kind) {
        TrustAnchors all = TrustAnchors.empty();
        for (TrustList list : lists) {
            if (list.origin().kind() == kind) {
                all = all.merge(list.anchors());
            }
        }
        return all;
    }

    /** Whether some list could make a claim signer trusted. */
    public boolean coverClaimSigners() {
        for (TrustList list : lists) {
            if (isForClaims(list.origin().kind())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first list that vouches for a claim signer: through an issuer, or by naming the signer's own certificate. A list is
     * only asked about leaves that have one of its key purposes (C2PA 2.5 clause 13.5.1.2).
     */
    public Optional<TrustList> vouchingFor(CertificateChain chain, Instant at, CertificateCache cache) {
        List<String> purposes = CertificateProfile.purposes(chain.leaf());
        for (TrustList list : lists) {
            if (isForClaims(list.origin().kind()) && list.speaksOf(purposes) && vouches(list, chain, at, cache)) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    private static boolean vouches(TrustList list, CertificateChain chain, Instant at, CertificateCache cache) {
        if (list.origin().kind() == TrustList.Kind.ALLOWED) {
            return chain.leaf().getBasicConstraints() < 0
                    && list.anchors().counts(chain.leaf(), at)
                    && new CertificateChain(List.of(chain.leaf())).isValidAt(at);
        }
        return ChainValidator.evaluate(chain, list.anchors(), at, Purpose.CLAIM_SIGNING, cache)
                .isTrusted();
    }

    private static boolean isForClaims(TrustList.Kind kind) {
        return switch (kind) {
            case CLAIM, VENDOR, ALLOWED -> true;
            case TSA, CAWG -> false;
        };
    }
}
