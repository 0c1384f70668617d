package org.estampille.validate;

/**
 * One fact established about a manifest.
 *
 * @param code what was established
 * @param url the JUMBF reference of the box it is about, absolute; empty text where there is none
 * @param explanation one clause for people who look closer; never needed to decide
 */
public record Finding(StatusCode code, String url, String explanation) {

    public boolean isFailure() {
        return code.kind() == StatusCode.Kind.FAILURE;
    }

    /** Whether this keeps a manifest from being valid. A signer on no list does not: it only keeps it from being trusted. */
    public boolean breaksValidity() {
        return isFailure() && code != StatusCode.SIGNING_CREDENTIAL_UNTRUSTED;
    }
}
