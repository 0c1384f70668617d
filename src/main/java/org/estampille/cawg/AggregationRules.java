package org.estampille.cawg;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cose.CoseSign1;
import org.estampille.cose.SigStructure;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.cose.SignatureCheck;
import org.estampille.cose.SignatureOutcome;
import org.estampille.cose.TimeStampHeader;
import org.estampille.manifest.Claim;
import org.estampille.manifest.Manifest;
import org.estampille.timestamp.TimeStampOutcome;
import org.estampille.trust.TrustAnchors;

/**
 * Identity assertions signed by an aggregator, who vouches for identities it verified: {@code cawg.identity_claims_aggregation}
 * (clause 8.1.5), in the order of that clause.
 */
final class AggregationRules {

    private static final long CONTENT_TYPE = 3;

    private final IdentityContext context;
    private final IdentityAssertion identity;
    private final Manifest manifest;
    private final CawgFindings findings;

    AggregationRules(IdentityContext context, IdentityAssertion identity, Manifest manifest, CawgFindings findings) {
        this.context = context;
        this.identity = identity;
        this.manifest = manifest;
        this.findings = findings;
    }

    /**
     * Checks everything.
     *
     * @param claimTime when the claim was signed, as a trusted time-stamp says
     */
    Optional<IdentityCredential> check(Optional<Instant> claimTime) throws LimitExceededException {
        CoseSign1 cose;
        try {
            cose = CoseSign1.read(identity.signature(), context.limits());
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            findings.add(CawgCode.ICA_INVALID_COSE_SIGN1, e.problem());
            return Optional.empty();
        }
        headers(cose);
        Optional<VerifiableCredential> credential = credential(cose);
        if (credential.isEmpty()) {
            return Optional.empty();
        }
        judge(cose, credential.get(), claimTime);
        return Optional.of(new IdentityCredential.Aggregation(
                credential.get().issuer(), VerifiedIdentities.named(credential.get())));
    }

    private void headers(CoseSign1 cose) {
        if (cose.algorithm().isEmpty()) {
            findings.add(CawgCode.ICA_INVALID_ALG, "signature algorithm missing or not allowed");
        }
        Optional<String> type = cose.protectedHeader().get(CONTENT_TYPE).flatMap(CborValue::asText);
        if (!type.equals(Optional.of("application/vc"))) {
            findings.add(CawgCode.ICA_INVALID_CONTENT_TYPE, type.orElse("no content type in text"));
        }
    }

    private Optional<VerifiableCredential> credential(CoseSign1 cose) throws LimitExceededException {
        try {
            return Optional.of(
                    VerifiableCredential.read(cose.attachedPayload().orElse(Octets.empty()), context.limits()));
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            findings.add(CawgCode.ICA_INVALID_VERIFIABLE_CREDENTIAL, e.problem());
            return Optional.empty();
        }
    }

    private void judge(CoseSign1 cose, VerifiableCredential credential, Optional<Instant> claimTime) {
        boolean trusted = false;
        if (credential.issuer().isEmpty()) {
            findings.add(CawgCode.ICA_INVALID_ISSUER, "the issuer is no decentralized identifier");
        } else {
            String issuer = credential.issuer().get();
            List<PublicKey> keys = new IssuerKeys(context.trust().dids(), findings).of(issuer);
            trusted = trust(issuer);
            cryptography(cose, credential, keys);
        }
        List<Instant> times = new ArrayList<>(List.of(context.at()));
        claimTime.ifPresent(times::add);
        stamp(cose).ifPresent(times::add);
        new ValidityRules(findings).check(credential, times);
        revocation(credential);
        binding(credential);
        VerifiedIdentities.check(credential, findings);
        conclude(trusted);
    }

    /** Nothing is asked when the user has no list of aggregators; the identity is well-formed then, never trusted. */
    private boolean trust(String issuer) {
        if (context.trust().issuers().isEmpty()) {
            return false;
        }
        boolean trusted = context.trust().issuers().contains(issuer);
        if (!trusted) {
            findings.add(CawgCode.ICA_UNTRUSTED_ISSUER, issuer + " is on no list you trust");
        }
        return trusted;
    }

    private void cryptography(CoseSign1 cose, VerifiableCredential credential, List<PublicKey> keys) {
        Optional<SignatureAlgorithm> algorithm = cose.algorithm();
        if (keys.isEmpty() || algorithm.isEmpty()) {
            return; // a failure already
        }
        Octets signed = SigStructure.signature1(cose.protectedOctets(), credential.octets());
        for (PublicKey key : keys) {
            if (SignatureCheck.check(context.engine(), algorithm.get(), key, signed, cose.signature())
                    == SignatureOutcome.VERIFIED) {
                return;
            }
        }
        findings.add(CawgCode.ICA_SIGNATURE_MISMATCH, "the signature is not over this credential by its issuer");
    }

    /**
     * Version 1 stamps are ignored (clause 8.1.5, verify the time stamp). A stamp can only narrow when the credential holds, never
     * widen it, so without a list of authorities it need not come from one of them.
     */
    private Optional<Instant> stamp(CoseSign1 cose) {
        TimeStampHeader header = cose.timeStamp();
        if (header instanceof TimeStampHeader.OfSignature second) {
            TrustAnchors anchors = context.timeStampAnchors();
            TimeStampOutcome outcome = Stamps.check(
                    context, cose, second.token(), anchors.isEmpty() ? Optional.empty() : Optional.of(anchors));
            Optional<Instant> time = outcome.isValidated() ? outcome.time() : Optional.empty();
            findings.add(
                    time.isPresent() ? CawgCode.ICA_TIME_STAMP_VALIDATED : CawgCode.ICA_TIME_STAMP_INVALID,
                    time.map(Object::toString).orElse(outcome.explanation()));
            return time;
        }
        if (header instanceof TimeStampHeader.Malformed
                && cose.unprotected("sigTst2").isPresent()) {
            findings.add(CawgCode.ICA_TIME_STAMP_INVALID, "not exactly one token");
        }
        return Optional.empty();
    }

    /** Status lists are on the network, which is never asked. */
    private void revocation(VerifiableCredential credential) {
        Optional<Boolean> supported = credential.hasBitstringStatus();
        if (supported.isPresent()) {
            findings.add(
                    supported.get() ? CawgCode.ICA_REVOCATION_UNAVAILABLE : CawgCode.ICA_REVOCATION_UNSUPPORTED,
                    "whether the credential was revoked is not known");
            if (supported.get()) {
                findings.add(CawgCode.IDENTITY_NETWORK_TRAFFIC_BLOCKED, "the status list was not fetched");
            }
        }
    }

    private void binding(VerifiableCredential credential) {
        AssetBinding binding =
                new AssetBinding(manifest.claim().flatMap(Claim::alg).orElse(""));
        Optional<CborValue.Map> asset = Fields.map(credential.subject(), "c2paAsset");
        if (asset.isEmpty() || !binding.isSame(identity.payload(), asset.get())) {
            findings.add(CawgCode.ICA_SIGNER_PAYLOAD_MISMATCH, "the credential is about other assertions");
        } else if (binding.isLegacy()) {
            findings.add(CawgCode.ASSET_LEGACY_ENCODING, "the credential writes the assertions in an older way");
        }
    }

    private void conclude(boolean trusted) {
        if (findings.rejects()) {
            return;
        }
        if (!findings.hasFailure()) {
            findings.add(CawgCode.ICA_CREDENTIAL_VALID, "the aggregator signed for these assertions");
        }
        findings.add(
                trusted ? CawgCode.IDENTITY_TRUSTED : CawgCode.IDENTITY_WELL_FORMED,
                "the aggregator vouches for the named actor");
    }
}
