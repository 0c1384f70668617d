package org.estampille.live;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.cose.CoseKey;
import org.estampille.cose.CoseSign1;
import org.estampille.cose.SigStructure;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.cose.SignatureCheck;
import org.estampille.cose.SignatureOutcome;
import org.estampille.crypto.CryptoEngine;

/**
 * A key that signs segments for some time (C2PA 2.5 clause 16.7.3). It counts once {@link #isBoundTo} holds for the signer of the
 * manifest it stands in.
 *
 * @param key the public half
 * @param minSequenceNumber the earliest segment it may sign
 * @param createdAt from when on
 * @param validUntil inclusive
 * @param signerBinding signature by this key over the signer's certificate
 */
public record SessionKey(
        CoseKey key, long minSequenceNumber, Instant createdAt, Instant validUntil, CoseSign1 signerBinding) {

    public static final String LABEL = "c2pa.session-keys";

    /** Keys of one assertion that are read; each costs a signature. */
    private static final int MOST = 1_000;

    private static final long DATE = 0;
    private static final int LAST_YEAR = 9_999;

    /**
     * The keys of one assertion.
     *
     * @throws MalformedContentException when there is none, or one of them breaks a rule
     */
    public static List<SessionKey> read(CborValue content, ReadLimits limits) throws MalformedContentException {
        Members members = Members.of(LABEL, content);
        List<CborValue> keys =
                members.value("keys").asList().orElseThrow(() -> members.malformed("'keys' is no array"));
        if (keys.isEmpty()) {
            throw members.malformed("no key");
        }
        LimitExceededException.check("session keys", keys.size(), MOST);
        List<SessionKey> read = new ArrayList<>();
        for (CborValue key : keys) {
            read.add(one(Members.of("session key", key), limits));
        }
        return read;
    }

    private static SessionKey one(Members members, ReadLimits limits) throws MalformedContentException {
        CoseKey key =
                CoseKey.read(members.value("key").asMap().orElseThrow(() -> members.malformed("'key' is no COSE_Key")));
        Instant createdAt = date(members);
        CborValue binding = members.value("signerBinding");
        Octets octets = binding.asOctets().orElseGet(() -> CborWriter.write(binding));
        return new SessionKey(
                key,
                members.count("minSequenceNumber"),
                createdAt,
                createdAt.plusSeconds(members.count("validityPeriod")),
                CoseSign1.read(octets, limits));
    }

    private static Instant date(Members members) throws MalformedContentException {
        CborValue date = members.value("createdAt");
        if (!(date instanceof CborValue.Tag tag) || tag.number() != DATE) {
            throw members.malformed("'createdAt' is not tagged as a date (0)");
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(tag.content().asText().orElse(""));
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            throw members.malformed("'createdAt' is no date");
        }
        throw members.malformed("'createdAt' is no date");
    }

    /** Whether it is of a kind that is read here. */
    public boolean isReadable() {
        return key.key().isPresent();
    }

    /**
     * Whether the key itself vouches for the signer. The standard signs over the certificate "encoded as a CBOR byte string", which a
     * COSE signature makes of its payload anyway; writers that encode it once more are believed too.
     *
     * @param certificate of the signer, in DER
     */
    public boolean isBoundTo(Octets certificate, CryptoEngine engine) {
        boolean detached = signerBinding
                .attachedPayload()
                .filter(payload -> !payload.isEmpty())
                .isEmpty();
        return detached
                && (signed(signerBinding, certificate, engine)
                        || signed(signerBinding, CborWriter.write(CborValue.of(certificate)), engine));
    }

    /** Whether the private half signed {@code payload} with what {@code structure} says. */
    boolean signed(CoseSign1 structure, Octets payload, CryptoEngine engine) {
        Optional<SignatureAlgorithm> algorithm = structure.algorithm();
        if (algorithm.isEmpty() || key.key().isEmpty()) {
            return false;
        }
        boolean allowed =
                key.algorithm().filter(only -> only != algorithm.get().coseId()).isEmpty();
        return allowed
                && SignatureCheck.check(
                                engine,
                                algorithm.get(),
                                key.key().get(),
                                SigStructure.signature1(structure.protectedOctets(), payload),
                                structure.signature())
                        == SignatureOutcome.VERIFIED;
    }

    /** Whether it may sign a segment that is presented then. */
    public boolean isValidAt(Instant time) {
        return !time.isBefore(createdAt) && !time.isAfter(validUntil);
    }
}
