package org.estampille.catalogue;

import java.util.Optional;

/** Who holds the vendor-side rights in what the tool gave out, as the tool's terms say. */
public enum RightsStatus {
    /** The vendor transfers whatever rights it has. */
    ASSIGNED("assigned", "cédé"),
    /** The vendor keeps title and permits uses. */
    LICENSED("licensed", "concédé"),
    /** The vendor acknowledges the user's ownership or disclaims its own; nothing is transferred. */
    OWNED_BY_USER("owned-by-user-as-between-parties", "reconnu"),
    /** The terms say that no right exists, or give the output to all. */
    PUBLIC_DOMAIN_OR_NONE("public-domain-or-none", "sans-droit"),
    /** The vendor says that it owns the output. */
    RETAINED_BY_VENDOR("retained-by-vendor", "réservé"),
    /** A permission that ends where commerce begins. */
    NON_COMMERCIAL_ONLY("non-commercial-only", "concédé"),
    /** Nobody has seen the clause. */
    UNKNOWN("unknown", "inconnu");

    private final String word;
    private final String french;

    RightsStatus(String word, String french) {
        this.word = word;
        this.french = french;
    }

    /** As written, such as {@code retained-by-vendor}. */
    public String word() {
        return word;
    }

    /** The word of French practice: cédé, concédé, reconnu, réservé, sans-droit, inconnu. */
    public String statusFr() {
        return french;
    }

    /** The status that {@code word} names. */
    public static Optional<RightsStatus> ofWord(String word) {
        for (RightsStatus status : values()) {
            if (status.word.equals(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
