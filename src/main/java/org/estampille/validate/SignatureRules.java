package org.estampille.validate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cose.CoseSign1;
import org.estampille.cose.CredentialHeader;
import org.estampille.cose.SigStructure;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.cose.SignatureCheck;
import org.estampille.jumbf.JumbfUri;
import org.estampille.jumbf.SuperBox;
import org.estampille.revocation.Revocation;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.CertificateProfile;
import org.estampille.trust.ChainValidator;
import org.estampille.trust.Purpose;
import org.estampille.trust.TrustList;
import org.estampille.trust.TrustOutcome;

/**
 * Rules {@code signature-box} to {@code trust}: who signed the claim, whether the signature holds, and when it was made
 * (clauses 14.6.3 to 14.9). An untrusted or unfit credential does not stop the cryptographic check: both facts are wanted.
 */
final class SignatureRules {

    private final Scope scope;
    private final ValidationContext context;
    private final Findings findings;
    private final String url;

    private SignatureRules(Scope scope) {
        this.scope = scope;
        this.context = scope.context();
        this.findings = scope.findings();
        this.url = scope.manifest().uri("c2pa.signature");
    }

    /** What the signature of one manifest told. */
    record Facts(Optional<Signer> signer, SigningTime time) {
        static final Facts NONE = new Facts(Optional.empty(), SigningTime.UNKNOWN);
    }

    static Facts check(Scope scope) throws LimitExceededException {
        return new SignatureRules(scope).check();
    }

    private Facts check() throws LimitExceededException {
        Optional<SuperBox> box = scope.claim()
                .signature()
                .flatMap(JumbfUri::parse)
                .flatMap(scope.manifest()::localPath)
                .flatMap(scope.manifest()::find);
        Optional<Octets> content = box.flatMap(found -> found.content("cbor"));
        if (content.isEmpty()) {
            findings.add(StatusCode.CLAIM_SIGNATURE_MISSING, url, "no signature box where the claim says");
            return Facts.NONE;
        }
        try {
            return signature(CoseSign1.read(content.get(), context.limits()));
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            findings.add(StatusCode.CLAIM_SIGNATURE_MISMATCH, url, e.problem());
            return Facts.NONE;
        }
    }

    private Facts signature(CoseSign1 cose) throws LimitExceededException {
        pads(cose);
        Optional<CertificateChain> chain = credential(cose.credential());
        Optional<SignatureAlgorithm> algorithm = cose.algorithm();
        if (algorithm.isEmpty()) {
            findings.add(StatusCode.ALGORITHM_UNSUPPORTED, url, "signature algorithm missing or not allowed");
        }
        if (chain.isEmpty() || algorithm.isEmpty()) {
            return Facts.NONE;
        }
        boolean fit = profile(chain.get());
        cryptography(cose, algorithm.get(), chain.get());
        SigningTime time = TimeStampRules.check(scope, cose, url);
        Instant when = time.attested().orElse(context.at());
        boolean inside = validity(chain.get(), when);
        claimedTime(cose, chain.get());
        RevocationRules revocations = new RevocationRules(scope, cose, chain.get(), time);
        TrustBasis basis = trust(chain.get(), when, revocations);
        Revocation revocation = revocations.ofSigner(isTrusted(basis), url);
        Signer.Standing standing = !fit
                ? Signer.Standing.UNFIT
                : !inside
                        ? Signer.Standing.EXPIRED
                        : isTrusted(basis) ? Signer.Standing.TRUSTED : Signer.Standing.UNTRUSTED;
        return new Facts(Optional.of(new Signer(chain.get(), algorithm.get(), standing, basis, revocation)), time);
    }

    private void pads(CoseSign1 cose) {
        for (String name : new String[] {"pad", "pad2"}) {
            Optional<Octets> pad = cose.unprotected(name).flatMap(CborValue::asOctets);
            if (pad.isPresent() && !pad.get().isZero()) {
                findings.add(StatusCode.PAD_NON_ZERO, url, "the padding of the signature is not zero");
            }
        }
    }

    private Optional<CertificateChain> credential(CredentialHeader header) {
        if (!(header instanceof CredentialHeader.Chain stated)) {
            boolean several = header instanceof CredentialHeader.Ambiguous;
            findings.add(
                    StatusCode.SIGNING_CREDENTIAL_INVALID, url, several ? "more than one credential" : "no credential");
            return Optional.empty();
        }
        try {
            return Optional.of(CertificateChain.read(stated.der(), context.credentials()));
        } catch (MalformedContentException e) {
            findings.add(StatusCode.SIGNING_CREDENTIAL_INVALID, url, e.problem());
            return Optional.empty();
        }
    }

    private boolean profile(CertificateChain chain) {
        List<String> violations = CertificateProfile.violations(chain, Purpose.CLAIM_SIGNING, context.credentials());
        if (!violations.isEmpty()) {
            findings.add(StatusCode.SIGNING_CREDENTIAL_INVALID, url, String.join("; ", violations));
        }
        return violations.isEmpty();
    }

    /** Only the octets of the claim box are ever verified; a payload inside the signature is a fault (clause 13.2). */
    private void cryptography(CoseSign1 cose, SignatureAlgorithm algorithm, CertificateChain chain) {
        if (cose.attachedPayload().isPresent()) {
            findings.add(StatusCode.CLAIM_SIGNATURE_MISMATCH, url, "the signature carries a payload of its own");
            return;
        }
        Octets signed =
                SigStructure.signature1(cose.protectedOctets(), scope.claim().octets());
        switch (SignatureCheck.check(context.engine(), algorithm, chain.publicKey(), signed, cose.signature())) {
            case VERIFIED -> findings.add(StatusCode.CLAIM_SIGNATURE_VALIDATED, url, "the signature holds");
            case MISMATCH ->
                findings.add(
                        StatusCode.CLAIM_SIGNATURE_MISMATCH, url, "the signature is not over this claim by this key");
            case UNSUITABLE_KEY ->
                findings.add(StatusCode.CLAIM_SIGNATURE_MISMATCH, url, "the key does not go with " + algorithm.label());
        }
    }

    private boolean validity(CertificateChain chain, Instant when) {
        boolean inside = chain.isValidAt(when);
        if (inside) {
            findings.add(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY, url, "signed while the certificates were valid");
        } else {
            findings.add(
                    StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY,
                    url,
                    "a certificate of the signer was not valid at " + when);
        }
        return inside;
    }

    /** The time the signer claims is told of and decides nothing (clause 14.8). */
    private void claimedTime(CoseSign1 cose, CertificateChain chain) {
        Optional<Instant> claimed = cose.claimedTime();
        if (claimed.isEmpty()) {
            return;
        }
        boolean inside = chain.isValidAt(claimed.get());
        findings.add(
                inside ? StatusCode.TIME_OF_SIGNING_INSIDE_VALIDITY : StatusCode.TIME_OF_SIGNING_OUTSIDE_VALIDITY,
                url,
                "the signer claims to have signed at " + claimed.get());
    }

    private static boolean isTrusted(TrustBasis basis) {
        return basis instanceof TrustBasis.Anchors || basis instanceof TrustBasis.List;
    }

    private TrustBasis trust(CertificateChain chain, Instant when, RevocationRules revocations) {
        TrustOutcome outcome =
                ChainValidator.evaluate(chain, context.anchors(), when, Purpose.CLAIM_SIGNING, context.credentials());
        Optional<TrustList> list = outcome.isTrusted()
                ? Optional.empty()
                : context.lists().vouchingFor(chain, when, context.credentials());
        Optional<String> revoked = revocations.revokedAuthority(outcome.isTrusted() || list.isPresent());
        if (revoked.isPresent()) {
            findings.add(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED, url, revoked.get());
            return new TrustBasis.Nobody();
        }
        if (outcome instanceof TrustOutcome.Trusted trusted) {
            findings.add(StatusCode.SIGNING_CREDENTIAL_TRUSTED, url, "leads to " + trusted.anchor());
            return new TrustBasis.Anchors();
        }
        if (list.isPresent()) {
            TrustList.Origin origin = list.get().origin();
            findings.add(
                    StatusCode.SIGNING_CREDENTIAL_TRUSTED,
                    url,
                    "list " + origin.name() + " of " + origin.imported() + " vouches for it");
            return new TrustBasis.List(origin);
        }
        boolean listed = context.lists().coverClaimSigners();
        findings.add(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED, url, untrusted(outcome, listed));
        return listed || !context.anchors().isEmpty() ? new TrustBasis.Nobody() : new TrustBasis.NothingToAsk();
    }

    private String untrusted(TrustOutcome outcome, boolean listed) {
        boolean asked = !context.anchors().isEmpty() || !listed;
        return asked && outcome instanceof TrustOutcome.Untrusted untrusted
                ? untrusted.reason()
                : "no imported list vouches for its issuer and its extended key usage";
    }
}
