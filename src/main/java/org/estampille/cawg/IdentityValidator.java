package org.estampille.cawg;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.RedactedAssertion;

/** The door of the package: judges the identity assertions of one manifest (clause 7.1). Safe for use by several threads. */
public final class IdentityValidator {

    private static final String LABEL = "cawg.identity";

    private final IdentityContext context;

    public IdentityValidator(IdentityContext context) {
        this.context = context;
    }

    /**
     * Validates every identity assertion of {@code manifest}, which C2PA validation must have found at least well-formed.
     *
     * @param claimTime when the claim was signed, as a trusted time-stamp says
     * @throws LimitExceededException when judging would cost more than the limits allow
     */
    public List<IdentityResult> validate(ManifestStore store, Manifest manifest, Optional<Instant> claimTime)
            throws LimitExceededException {
        List<IdentityResult> results = new ArrayList<>();
        for (Assertion assertion : manifest.assertions()) {
            if (assertion.label().base().equals(LABEL) && !(assertion instanceof RedactedAssertion)) {
                results.add(one(store, manifest, assertion, claimTime));
            }
        }
        return results;
    }

    private IdentityResult one(ManifestStore store, Manifest manifest, Assertion assertion, Optional<Instant> claimTime)
            throws LimitExceededException {
        CawgFindings findings = new CawgFindings();
        try {
            IdentityAssertion identity = IdentityAssertion.read(assertion.box(), context.limits());
            new ReferenceRules(store, manifest, findings).check(identity.references());
            if (!identity.padded()) {
                findings.add(CawgCode.IDENTITY_PAD_INVALID, "the padding is not zero");
            }
            Optional<IdentityCredential> credential = credential(identity, store, manifest, claimTime, findings);
            return new IdentityResult(
                    manifest.label(),
                    assertion.box().label(),
                    Optional.of(identity.sigType()),
                    identity.roles(),
                    references(identity, manifest),
                    credential,
                    standing(findings),
                    findings.toList());
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            findings.add(CawgCode.IDENTITY_CBOR_INVALID, e.problem());
            return unreadable(manifest, assertion, findings);
        }
    }

    private static IdentityResult unreadable(Manifest manifest, Assertion assertion, CawgFindings findings) {
        return new IdentityResult(
                manifest.label(),
                assertion.box().label(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                IdentityResult.Standing.INVALID,
                findings.toList());
    }

    private static List<String> references(IdentityAssertion identity, Manifest manifest) {
        List<String> found = new ArrayList<>();
        for (HashedUri reference : identity.references()) {
            reference
                    .target()
                    .flatMap(manifest::localPath)
                    .flatMap(manifest::find)
                    .flatMap(manifest::assertionIn)
                    .map(manifest::uriOf)
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<IdentityCredential> credential(
            IdentityAssertion identity,
            ManifestStore store,
            Manifest manifest,
            Optional<Instant> claimTime,
            CawgFindings findings)
            throws LimitExceededException {
        switch (identity.sigType()) {
            case "cawg.x509.cose":
                return new X509Rules(context, identity, store, findings)
                        .check(claimTime.filter(time -> Stamps.countsForX509(manifest, context.limits())));
            case "cawg.identity_claims_aggregation":
                return new AggregationRules(context, identity, manifest, findings).check(claimTime);
            default:
                findings.add(CawgCode.IDENTITY_SIG_TYPE_UNKNOWN, identity.sigType());
                return Optional.empty();
        }
    }

    /** The last code: trust is earned by the code that says so, never by the absence of failures. */
    private static IdentityResult.Standing standing(CawgFindings findings) {
        if (findings.rejects()) {
            return IdentityResult.Standing.INVALID;
        }
        if (findings.has(CawgCode.IDENTITY_TRUSTED)) {
            return IdentityResult.Standing.TRUSTED;
        }
        return findings.has(CawgCode.IDENTITY_WELL_FORMED)
                ? IdentityResult.Standing.WELL_FORMED
                : IdentityResult.Standing.INVALID;
    }
}
