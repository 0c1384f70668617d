package org.estampille.terms;

/**
 * What terms leave with the vendor.
 *
 * @param licenceBack whether the vendor may use the output
 * @param trainsOnInputs whether it trains on what goes in
 * @param trainsOnOutputs whether it trains on what comes out
 * @param indemnity whether it answers for claims of others
 * @param warrantyOfTitle whether it warrants that rights exist
 */
public record VendorSide(
        Provision licenceBack,
        Provision trainsOnInputs,
        Provision trainsOnOutputs,
        Provision indemnity,
        Provision warrantyOfTitle) {

    static final VendorSide UNKNOWN = new VendorSide(
            Provision.UNKNOWN, Provision.UNKNOWN, Provision.UNKNOWN, Provision.UNKNOWN, Provision.UNKNOWN);

    static VendorSide read(TermsFields fields) {
        return new VendorSide(
                fields.provision("licenceBack"),
                fields.provision("trainsOnInputs"),
                fields.provision("trainsOnOutputs"),
                fields.provision("indemnity"),
                fields.provision("warrantyOfTitle"));
    }
}
