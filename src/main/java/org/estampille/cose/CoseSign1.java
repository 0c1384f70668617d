package org.estampille.cose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;

/**
 * The content of a claim signature box (C2PA 2.5 clause 13.2): a tagged COSE_Sign1.
 *
 * @param protectedOctets the protected header as stored; what was signed, never encoded again
 * @param protectedHeader the same, read
 * @param unprotectedHeader the header nobody signed
 * @param attachedPayload a payload inside the structure; C2PA wants none, and none is ever what gets verified
 * @param signature the octets of the signature
 */
public record CoseSign1(
        Octets protectedOctets,
        CborValue.Map protectedHeader,
        CborValue.Map unprotectedHeader,
        Optional<Octets> attachedPayload,
        Octets signature) {

    static final long TAG = 18;
    static final long ALG = 1;
    static final long X5CHAIN = 33;
    private static final long CWT_CLAIMS = 15;
    private static final long IAT = 6;
    /** Seconds from 1970 beyond which no date is believed. */
    private static final long FAR = 1L << 40;

    private static final CborValue.Map NO_HEADER = new CborValue.Map(List.of());
    private static final String X5CHAIN_NAME = "x5chain";

    /**
     * Reads a COSE_Sign1 with its tag.
     *
     * @throws MalformedContentException when the octets are no such structure
     */
    public static CoseSign1 read(Octets octets, ReadLimits limits) throws MalformedContentException {
        CborValue value = CborReader.read(octets, limits);
        if (!(value instanceof CborValue.Tag tag) || tag.number() != TAG) {
            throw malformed("not tagged as COSE_Sign1 (18)");
        }
        List<CborValue> parts = tag.content().asList().orElse(List.of());
        if (parts.size() != 4) {
            throw malformed("not an array of four items");
        }
        Octets stored = octets(parts.get(0), "the protected header is no byte string");
        return new CoseSign1(
                stored,
                stored.isEmpty() ? NO_HEADER : map(CborReader.read(stored, limits), "the protected header is no map"),
                map(parts.get(1), "the unprotected header is no map"),
                parts.get(2).equals(CborValue.Simple.NULL)
                        ? Optional.empty()
                        : Optional.of(octets(parts.get(2), "the payload is neither nil nor a byte string")),
                octets(parts.get(3), "the signature is no byte string"));
    }

    private static Octets octets(CborValue value, String otherwise) throws MalformedContentException {
        if (value instanceof CborValue.Bytes bytes) {
            return bytes.value();
        }
        throw malformed(otherwise);
    }

    private static CborValue.Map map(CborValue value, String otherwise) throws MalformedContentException {
        if (value instanceof CborValue.Map map) {
            return map;
        }
        throw malformed(otherwise);
    }

    /** The algorithm of the {@code alg} header, protected bucket only; empty when absent or not one C2PA lists. */
    public Optional<SignatureAlgorithm> algorithm() {
        Optional<CborValue> alg = protectedHeader.get(ALG);
        return alg.isPresent() && alg.get() instanceof CborValue.Int number
                ? SignatureAlgorithm.ofCoseId(number.value())
                : Optional.empty();
    }

    /**
     * The signer's certificates. Either bucket will do; label 33 wins over the name {@code x5chain}; one label found twice is
     * two credentials (C2PA 2.5 clause 13.5).
     */
    public CredentialHeader credential() {
        List<CborValue> found = values(new CborValue.Int(X5CHAIN));
        if (found.isEmpty()) {
            found = values(new CborValue.Text(X5CHAIN_NAME));
        }
        if (found.size() > 1) {
            return new CredentialHeader.Ambiguous();
        }
        List<Octets> der = found.isEmpty() ? List.of() : certificates(found.get(0));
        return der.isEmpty() ? new CredentialHeader.Missing() : new CredentialHeader.Chain(der);
    }

    private List<CborValue> values(CborValue label) {
        List<CborValue> found = new ArrayList<>();
        for (CborValue.Map bucket : List.of(protectedHeader, unprotectedHeader)) {
            for (CborValue.Entry entry : bucket.entries()) {
                if (entry.key().equals(label)) {
                    found.add(entry.value());
                }
            }
        }
        return found;
    }

    /** The octets of each certificate; empty when one of them is no byte string. */
    private static List<Octets> certificates(CborValue value) {
        List<CborValue> items = value.asList().orElse(List.of(value));
        List<Octets> der = new ArrayList<>();
        for (CborValue item : items) {
            if (item instanceof CborValue.Bytes bytes) {
                der.add(bytes.value());
            }
        }
        return der.size() == items.size() ? der : List.of();
    }

    /** The time-stamp the signer had put on; {@code sigTst2} wins over {@code sigTst} (C2PA 2.5 clause 14.8.1.1). */
    public TimeStampHeader timeStamp() {
        Optional<CborValue> second = header("sigTst2");
        Optional<CborValue> value = second.isPresent() ? second : header("sigTst");
        return value.isPresent() ? TimeStampHeader.read(value.get(), second.isPresent()) : new TimeStampHeader.Absent();
    }

    private Optional<CborValue> header(String label) {
        Optional<CborValue> value = unprotected(label);
        return value.isPresent() ? value : protectedHeader.get(label);
    }

    /**
     * When the signer says he signed: protected {@code iat}, by that name or among the CWT claims (RFC 9597, label 15), in whole
     * or broken seconds. Nobody confirms it.
     */
    public Optional<Instant> claimedTime() {
        Optional<CborValue> named = protectedHeader.get("iat");
        Optional<CborValue> value = named.isPresent()
                ? named
                : protectedHeader.get(CWT_CLAIMS).flatMap(CborValue::asMap).flatMap(claims -> claims.get(IAT));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        CborValue date = value.get().untagged();
        if (date instanceof CborValue.Int seconds && seconds.value() > -FAR && seconds.value() < FAR) {
            return Optional.of(Instant.ofEpochSecond(seconds.value()));
        }
        return date instanceof CborValue.Real seconds && Math.abs(seconds.value()) < FAR
                ? Optional.of(Instant.ofEpochMilli(Math.round(seconds.value() * 1000)))
                : Optional.empty();
    }

    /** The unprotected header of that name. */
    public Optional<CborValue> unprotected(String label) {
        return unprotectedHeader.get(label);
    }

    private static MalformedContentException malformed(String cause) {
        return new MalformedContentException("COSE_Sign1", new ByteRange(0, 0), cause);
    }
}
