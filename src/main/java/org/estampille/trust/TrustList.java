package org.estampille.trust;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Certificates a user imported as a list, and where they came from (C2PA 2.5 clause 13.4).
 *
 * @param origin what the list is
 * @param keyPurposes object identifiers; only a leaf with one of them may be trusted through this list
 * @param anchors the certificates: issuers, or for {@link Kind#ALLOWED} those of signers themselves
 */
public record TrustList(Origin origin, Set<String> keyPurposes, TrustAnchors anchors) {

    /** What a list is imported for. */
    public enum Kind {
        /** Issuers of claim signers, such as the C2PA trust list. */
        CLAIM,
        /** Issuers of time-stamping authorities. */
        TSA,
        /** Issuers of those who sign CAWG identity assertions. */
        CAWG,
        /** Issuers of claim signers, on the word of one vendor. */
        VENDOR,
        /** Claim signers themselves; the private credential store of the standard. */
        ALLOWED;

        /** The word on the command line and in reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that label. */
        public static Optional<Kind> ofLabel(String label) {
            for (Kind kind : values()) {
                if (kind.label().equals(label)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }

        /**
         * The key purposes a list of this kind vouches for unless the user says otherwise: the C2PA trust list is about
         * c2pa-kp-claimSigning and nothing else, so that its issuers' mail certificates sign no claims.
         */
        public Set<String> keyPurposes() {
            return switch (this) {
                case CLAIM -> Set.of(Purpose.C2PA_CLAIM_SIGNING);
                case TSA -> Set.copyOf(Purpose.TIME_STAMPING.keyPurposes());
                case CAWG, VENDOR, ALLOWED -> Set.copyOf(Purpose.CLAIM_SIGNING.keyPurposes());
            };
        }
    }

    /**
     * Where a list came from.
     *
     * @param name the user's name for it
     * @param kind what it is for
     * @param imported when
     * @param source name of the imported file, without its folder
     * @param sha256 of the imported file, lower-case hexadecimal
     * @param issue which edition it is, where the file says
     */
    public record Origin(
            String name, Kind kind, Instant imported, String source, String sha256, Optional<Issue> issue) {}

    /**
     * An edition of a published list (ETSI TS 119 602 clause 6.3).
     *
     * @param scheme the name of the list; empty text without one
     * @param sequence the number of the edition, higher with each
     * @param issued when it was published
     * @param nextUpdate when a newer one is due at the latest
     */
    public record Issue(String scheme, long sequence, Instant issued, Optional<Instant> nextUpdate) {}

    public TrustList {
        keyPurposes = Set.copyOf(keyPurposes);
    }

    /** Whether this list says anything about such a leaf. */
    boolean speaksOf(List<String> extendedKeyUsage) {
        for (String purpose : extendedKeyUsage) {
            if (keyPurposes.contains(purpose)) {
                return true;
            }
        }
        return false;
    }
}
