package org.estampille.declaration;

import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * Under which contract with the tool's vendor the output was made.
 *
 * @param holder who holds the account
 * @param plan the plan at the moment of generation
 * @param planProofSha256 digest of an invoice or plan page, kept elsewhere
 * @param region whose terms applied, such as {@code EEA}
 * @param licenceRef number of a negotiated contract or order
 */
public record Account(
        Optional<Holder> holder,
        Optional<String> plan,
        Optional<String> planProofSha256,
        Optional<String> region,
        Optional<String> licenceRef) {

    static final Account UNKNOWN =
            new Account(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Who holds an account.
     *
     * @param type a person or an organisation
     * @param role in the production
     * @param ref opaque reference or salted hash, no e-mail address
     */
    public record Holder(Optional<HolderType> type, Optional<String> role, Optional<String> ref) {

        static Holder read(Fields fields) {
            return new Holder(fields.choice("type", HolderType.VOCABULARY), fields.text("role"), fields.text("ref"));
        }

        CborValue.Map toCbor() {
            return CborValue.map()
                    .putText("type", type.map(HolderType::word))
                    .putText("role", role)
                    .putText("ref", ref)
                    .build();
        }
    }

    /** What kind of holder. */
    public enum HolderType implements Term {
        PERSON,
        ORGANISATION;

        static final Vocabulary<HolderType> VOCABULARY = Vocabulary.of(values());
    }

    static Account read(Fields fields) {
        return new Account(
                fields.group("holder", Holder::read),
                fields.text("plan"),
                fields.notation("planProofSha256", Notations::sha256, Notations.SHA256),
                fields.text("region"),
                fields.text("licenceRef"));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .putValue("holder", holder.map(Holder::toCbor))
                .putText("plan", plan)
                .putText("planProofSha256", planProofSha256)
                .putText("region", region)
                .putText("licenceRef", licenceRef)
                .build();
    }
}
