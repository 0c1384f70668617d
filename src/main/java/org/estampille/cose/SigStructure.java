package org.estampille.cose;

import java.util.List;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;

/** The octets that are signed or stamped in place of a payload (RFC 9052 clause 4.4). External data is always empty. */
public final class SigStructure {
    private SigStructure() {}

    /**
     * What a claim signature covers.
     *
     * @param protectedOctets the protected header as stored
     * @param payload the octets of the claim
     */
    public static Octets signature1(Octets protectedOctets, Octets payload) {
        return structure("Signature1", protectedOctets, payload);
    }

    /**
     * What a time-stamp covers: for {@code sigTst} the payload is the claim, for {@code sigTst2} the {@link #serialized}
     * signature (C2PA 2.5 clause 10.3.2.5.2).
     */
    public static Octets counterSignature(Octets protectedOctets, Octets payload) {
        return structure("CounterSignature", protectedOctets, payload);
    }

    /** A signature as the byte string it is in the COSE_Sign1, head included. */
    public static Octets serialized(Octets signature) {
        return CborWriter.write(CborValue.of(signature));
    }

    private static Octets structure(String context, Octets protectedOctets, Octets payload) {
        return CborWriter.write(CborValue.array(List.of(
                CborValue.of(context),
                CborValue.of(protectedOctets),
                CborValue.of(Octets.empty()),
                CborValue.of(payload))));
    }
}
