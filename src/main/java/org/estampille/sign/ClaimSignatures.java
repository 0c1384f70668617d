package org.estampille.sign;

import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cose.CoseWriter;
import org.estampille.cose.SigStructure;
import org.estampille.cose.TimeStampHeader;

/** Claim signatures of a size fixed before the claim is known (C2PA 2.5 clauses 10.3.2.4 and 11.7). */
public final class ClaimSignatures {

    /** Octets set aside for a time-stamp token; real ones with their chains take 3,000 to 8,000. */
    private static final int TIME_STAMP = 12 << 10;
    /** Octets left over on purpose, so that the pad is never at one of the sizes no single byte string has. */
    private static final int SLACK = 64;

    private ClaimSignatures() {}

    /** Octets to reserve for a signature by {@code signer}. */
    public static int reserve(ClaimSigner signer, boolean timeStamped) {
        int signature = signer.algorithm()
                .signatureLength(signer.chain().publicKey())
                .orElseThrow(() -> new IllegalArgumentException("the key does not fit " + signer.algorithm()));
        Octets smallest =
                CoseWriter.write(protectedHeader(signer), CborValue.map().build(), Octets.zeros(signature));
        return smallest.length() + SLACK + (timeStamped ? TIME_STAMP : 0);
    }

    /**
     * Signs a claim, has the signature stamped when there is an authority, and fills up with zeros.
     *
     * @param claim the octets of the claim's CBOR
     * @param reservedLength from {@link #reserve}
     * @return a COSE_Sign1 of exactly {@code reservedLength} octets
     * @throws SigningException when signer or authority fail, or the result does not fit
     */
    public static Octets sign(
            ClaimSigner signer, Optional<TimeStampAuthority> authority, Octets claim, int reservedLength)
            throws SigningException {
        Octets header = protectedHeader(signer);
        Octets signature = signer.sign(SigStructure.signature1(header, claim));
        CborValue.MapBuilder unprotected = CborValue.map();
        if (authority.isPresent()) {
            Octets stamped = SigStructure.counterSignature(header, SigStructure.serialized(signature));
            Octets token = authority.get().stamp(stamped, signer.algorithm().hash());
            unprotected.put("sigTst2", TimeStampHeader.write(token));
        }
        int unpadded = CoseWriter.write(header, unprotected.build(), signature).length();
        Padding.fill(unprotected, reservedLength - unpadded);
        return CoseWriter.write(header, unprotected.build(), signature);
    }

    private static Octets protectedHeader(ClaimSigner signer) {
        return CoseWriter.protectedHeader(signer.algorithm(), signer.chain().der());
    }
}
