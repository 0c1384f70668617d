package org.estampille.declaration;

import org.estampille.cbor.CborValue;

/**
 * What else the vendor's terms say that a production must know.
 *
 * @param licenceBack whether the vendor may use the output
 * @param trainsOnInputs whether it trains on what goes in
 * @param trainsOnOutputs whether it trains on what comes out
 * @param indemnity whether it answers for claims of others
 * @param warrantyOfTitle whether it warrants that rights exist
 */
public record VendorTerms(
        Noted<Stance> licenceBack,
        Noted<Stance> trainsOnInputs,
        Noted<Stance> trainsOnOutputs,
        Noted<Stance> indemnity,
        Noted<Stance> warrantyOfTitle) {

    /** Yes, no, or a way out. */
    public enum Stance implements HyphenatedTerm {
        YES,
        NO,
        OPT_OUT_TAKEN,
        OPT_OUT_AVAILABLE,
        UNKNOWN;

        static final Vocabulary<Stance> VOCABULARY = Vocabulary.of(values());
    }

    static VendorTerms read(Fields fields) {
        return new VendorTerms(
                stance(fields, "licenceBack"),
                stance(fields, "trainsOnInputs"),
                stance(fields, "trainsOnOutputs"),
                stance(fields, "indemnity"),
                stance(fields, "warrantyOfTitle"));
    }

    private static Noted<Stance> stance(Fields fields, String name) {
        return Noted.read(fields, name, Stance.VOCABULARY, Stance.UNKNOWN);
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .put("licenceBack", licenceBack.toCbor())
                .put("trainsOnInputs", trainsOnInputs.toCbor())
                .put("trainsOnOutputs", trainsOnOutputs.toCbor())
                .put("indemnity", indemnity.toCbor())
                .put("warrantyOfTitle", warrantyOfTitle.toCbor())
                .build();
    }
}
