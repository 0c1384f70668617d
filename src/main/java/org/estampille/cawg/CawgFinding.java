package org.estampille.cawg;

/**
 * One fact established about an identity assertion.
 *
 * @param code what was established
 * @param explanation one clause for people who look closer; never needed to decide
 */
public record CawgFinding(CawgCode code, String explanation) {

    public boolean isFailure() {
        return code.kind() == CawgCode.Kind.FAILURE;
    }
}
