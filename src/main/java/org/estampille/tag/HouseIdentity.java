package org.estampille.tag;

import java.util.List;
import org.estampille.sign.ClaimSigner;

/**
 * Who stands behind the statements beside the signer of the claim: a named actor with a certificate (CAWG Identity Assertion 1.3
 * clause 8.2).
 *
 * @param signer the actor's key and certificate
 * @param roles what the actor was for the file, such as {@code cawg.publisher}
 */
public record HouseIdentity(ClaimSigner signer, List<String> roles) {
    public HouseIdentity {
        roles = List.copyOf(roles);
    }
}
