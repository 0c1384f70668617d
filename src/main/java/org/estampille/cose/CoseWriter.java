package org.estampille.cose;

import java.util.List;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;

/** Writes the COSE_Sign1 of a claim signature box: tagged, without a payload. */
public final class CoseWriter {
    private CoseWriter() {}

    /**
     * The protected header of a claim signature: algorithm and certificates (C2PA 2.5 clause 13.5).
     *
     * @param der the certificates in DER, the signer's own first, without the trust anchor
     */
    public static Octets protectedHeader(SignatureAlgorithm algorithm, List<Octets> der) {
        CborValue chain = der.size() == 1
                ? CborValue.of(der.get(0))
                : CborValue.array(der.stream().map(CborValue::of).toList());
        return CborWriter.write(CborValue.map()
                .put(CoseSign1.ALG, CborValue.of(algorithm.coseId()))
                .put(CoseSign1.X5CHAIN, chain)
                .build());
    }

    /**
     * The whole structure.
     *
     * @param protectedOctets the protected header as it was signed
     */
    public static Octets write(Octets protectedOctets, CborValue.Map unprotected, Octets signature) {
        return CborWriter.write(new CborValue.Tag(
                CoseSign1.TAG,
                CborValue.array(List.of(
                        CborValue.of(protectedOctets), unprotected, CborValue.Simple.NULL, CborValue.of(signature)))));
    }
}
