package org.estampille.cawg;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborWriter;
import org.estampille.cose.CoseSign1;
import org.estampille.cose.CredentialHeader;
import org.estampille.cose.SigStructure;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.cose.SignatureCheck;
import org.estampille.cose.SignatureOutcome;
import org.estampille.cose.TimeStampHeader;
import org.estampille.manifest.ManifestStore;
import org.estampille.revocation.OcspEvidence;
import org.estampille.revocation.Revocation;
import org.estampille.revocation.RevocationCheck;
import org.estampille.timestamp.TimeStampOutcome;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.TrustOutcome;

/** Identity assertions signed by the named actor's own certificate: {@code cawg.x509.cose} (clause 8.2.2). */
final class X509Rules {

    private final IdentityContext context;
    private final IdentityAssertion identity;
    private final ManifestStore store;
    private final CawgFindings findings;

    X509Rules(IdentityContext context, IdentityAssertion identity, ManifestStore store, CawgFindings findings) {
        this.context = context;
        this.identity = identity;
        this.store = store;
        this.findings = findings;
    }

    /**
     * Checks signature, time and trust.
     *
     * @param claimTime what a trusted time-stamp of the claim says, where the signature has none of its own
     */
    Optional<IdentityCredential> check(Optional<Instant> claimTime) throws LimitExceededException {
        try {
            CoseSign1 cose = CoseSign1.read(identity.signature(), context.limits());
            if (!(cose.credential() instanceof CredentialHeader.Chain stated)) {
                findings.add(CawgCode.X509_SIGNATURE_MISMATCH, "not exactly one credential");
                return Optional.empty();
            }
            CertificateChain chain = CertificateChain.read(stated.der(), context.credentials());
            judge(cose, chain, claimTime);
            return Optional.of(new IdentityCredential.X509(chain));
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            findings.add(CawgCode.X509_SIGNATURE_MISMATCH, e.problem());
            return Optional.empty();
        }
    }

    private void judge(CoseSign1 cose, CertificateChain chain, Optional<Instant> claimTime) {
        Optional<SignatureAlgorithm> algorithm = cose.algorithm();
        if (algorithm.isEmpty()) {
            findings.add(CawgCode.X509_ALGORITHM_UNSUPPORTED, "signature algorithm missing or not allowed");
            return;
        }
        Optional<Instant> stamped = stamp(cose).or(() -> claimTime);
        Instant when = stamped.orElse(context.at());
        RevocationCheck revocation = revocation(cose, chain, stamped);
        TrustOutcome trust = trust(chain, when, revocation);
        if (trust instanceof TrustOutcome.Trusted trusted) {
            findings.add(CawgCode.X509_CREDENTIAL_TRUSTED, "vouched for by " + trusted.anchor());
        } else if (trust instanceof TrustOutcome.Untrusted untrusted) {
            findings.add(CawgCode.X509_CREDENTIAL_UNTRUSTED, untrusted.reason());
        }
        cryptography(cose, algorithm.get(), chain);
        validity(chain, when, stamped.isPresent());
        revoked(revocation.ofSigner(trust.isTrusted()));
        if (findings.has(CawgCode.X509_SIGNATURE_VALIDATED) && !findings.rejects()) {
            findings.add(
                    trust.isTrusted() ? CawgCode.IDENTITY_TRUSTED : CawgCode.IDENTITY_WELL_FORMED,
                    "the credential holder signed for these assertions");
        }
    }

    private RevocationCheck revocation(CoseSign1 cose, CertificateChain chain, Optional<Instant> stamped) {
        return new RevocationCheck(
                context.engine(),
                chain,
                List.of(context.trust().anchors()),
                stamped,
                context.at(),
                OcspEvidence.of(store, cose),
                context.ocsp());
    }

    /** A chain with a revoked authority leads nowhere. */
    private TrustOutcome trust(CertificateChain chain, Instant when, RevocationCheck revocation) {
        TrustOutcome trust = X509Trust.evaluate(chain, context, when);
        Optional<String> revoked = revocation.revokedAuthority(trust.isTrusted());
        return revoked.isPresent() ? new TrustOutcome.Untrusted(revoked.get()) : trust;
    }

    /** What is known about the revocation of the named actor's certificate (clause 8.2.2). */
    private void revoked(Revocation revocation) {
        switch (revocation.status()) {
            case NOT_REVOKED -> findings.add(CawgCode.X509_OCSP_NOT_REVOKED, revocation.explanation());
            case REVOKED -> findings.add(CawgCode.IDENTITY_CREDENTIAL_REVOKED, revocation.explanation());
            case UNKNOWN -> findings.add(CawgCode.X509_OCSP_UNKNOWN, revocation.explanation());
            case NOT_CHECKED -> findings.add(CawgCode.X509_OCSP_SKIPPED, revocation.explanation());
            case INACCESSIBLE -> findings.add(CawgCode.X509_OCSP_INACCESSIBLE, revocation.explanation());
            case NO_SERVICE -> {} // counts as not revoked, without a code
        }
    }

    /** The time in the signature's own time-stamp, when it holds (clause 8.2.2, validate the time-stamp). */
    private Optional<Instant> stamp(CoseSign1 cose) {
        TimeStampHeader header = cose.timeStamp();
        if (header instanceof TimeStampHeader.OfSignature second) {
            return judged(Stamps.check(context, cose, second.token(), Optional.of(context.timeStampAnchors())));
        }
        if (header instanceof TimeStampHeader.Malformed) {
            findings.add(CawgCode.X509_TIME_STAMP_MALFORMED, "not exactly one token");
        } else if (header instanceof TimeStampHeader.OfClaim) {
            findings.add(CawgCode.X509_TIME_STAMP_MALFORMED, "version 1 does not cover the signature");
        }
        return Optional.empty();
    }

    private Optional<Instant> judged(TimeStampOutcome outcome) {
        CawgCode code = switch (outcome.kind()) {
            case MALFORMED -> CawgCode.X509_TIME_STAMP_MALFORMED;
            case MISMATCH -> CawgCode.X509_TIME_STAMP_MISMATCH;
            case OUTSIDE_VALIDITY -> CawgCode.X509_TIME_STAMP_OUTSIDE_VALIDITY;
            case UNTRUSTED -> CawgCode.X509_TIME_STAMP_UNTRUSTED;
            case VALIDATED ->
                outcome.trusted() ? CawgCode.X509_TIME_STAMP_VALIDATED : CawgCode.X509_TIME_STAMP_UNTRUSTED;
        };
        boolean holds = code == CawgCode.X509_TIME_STAMP_VALIDATED;
        if (holds) {
            findings.add(CawgCode.X509_TIME_STAMP_TRUSTED, "stamped by a trusted authority");
        }
        findings.add(code, outcome.explanation());
        return holds ? outcome.time() : Optional.empty();
    }

    /**
     * What counts is the deterministic encoding of the payload (clause 8.2.1). Early signers signed what they stored; since the
     * octets as stored say the same, that is let pass and said.
     */
    private void cryptography(CoseSign1 cose, SignatureAlgorithm algorithm, CertificateChain chain) {
        if (cose.attachedPayload().isPresent()) {
            findings.add(CawgCode.X509_SIGNATURE_MISMATCH, "the signature carries a payload of its own");
            return;
        }
        Octets deterministic = CborWriter.write(identity.payload());
        if (isSigned(deterministic, cose, algorithm, chain)) {
            findings.add(CawgCode.X509_SIGNATURE_VALIDATED, "the signature holds");
        } else if (!deterministic.equals(identity.storedPayload())
                && isSigned(identity.storedPayload(), cose, algorithm, chain)) {
            findings.add(CawgCode.X509_SIGNATURE_VALIDATED, "the signature holds");
            findings.add(CawgCode.PAYLOAD_NON_DETERMINISTIC, "signed as stored, not in deterministic encoding");
        } else {
            findings.add(CawgCode.X509_SIGNATURE_MISMATCH, "the signature is not over this payload by this key");
        }
    }

    private boolean isSigned(Octets payload, CoseSign1 cose, SignatureAlgorithm algorithm, CertificateChain chain) {
        Octets signed = SigStructure.signature1(cose.protectedOctets(), payload);
        return SignatureCheck.check(context.engine(), algorithm, chain.publicKey(), signed, cose.signature())
                == SignatureOutcome.VERIFIED;
    }

    private void validity(CertificateChain chain, Instant when, boolean stamped) {
        if (!chain.isValidAt(when)) {
            findings.add(CawgCode.X509_SIGNATURE_OUTSIDE_VALIDITY, "a certificate was not valid at " + when);
        } else if (!stamped) {
            findings.add(CawgCode.X509_SIGNATURE_INSIDE_VALIDITY, "the certificates are valid now");
        }
    }
}
