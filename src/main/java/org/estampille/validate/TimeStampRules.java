package org.estampille.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cose.CoseSign1;
import org.estampille.cose.SigStructure;
import org.estampille.cose.TimeStampHeader;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;
import org.estampille.timestamp.TimeStampCheck;
import org.estampille.timestamp.TimeStampOutcome;
import org.estampille.trust.TrustList;

/**
 * Rule {@code time-stamp}: when the signature was made, as far as an authority says so (clause 14.8). Time-stamps in assertions
 * are only asked where the header has none that holds.
 */
final class TimeStampRules {

    private final Scope scope;
    private final String url;

    private TimeStampRules(Scope scope, String url) {
        this.scope = scope;
        this.url = url;
    }

    static SigningTime check(Scope scope, CoseSign1 cose, String url) {
        return new TimeStampRules(scope, url).check(cose);
    }

    private SigningTime check(CoseSign1 cose) {
        SigningTime time = header(cose);
        return time.trusted() ? time : assertions(cose).orElse(time);
    }

    private SigningTime header(CoseSign1 cose) {
        TimeStampHeader header = cose.timeStamp();
        Octets stored = cose.protectedOctets();
        if (header instanceof TimeStampHeader.Malformed) {
            add(StatusCode.TIME_STAMP_MALFORMED, "not exactly one token");
            return SigningTime.UNKNOWN;
        }
        if (header instanceof TimeStampHeader.OfClaim first) {
            Octets message = SigStructure.counterSignature(stored, scope.claim().octets());
            return judge(check().ofResponse(first.response(), message));
        }
        return header instanceof TimeStampHeader.OfSignature second
                ? judge(check().ofToken(second.token(), ofSignature(cose)))
                : SigningTime.UNKNOWN;
    }

    private static Octets ofSignature(CoseSign1 cose) {
        return SigStructure.counterSignature(cose.protectedOctets(), SigStructure.serialized(cose.signature()));
    }

    /** Tokens for this manifest in any manifest; the reference SDK stamps the bare signature, so that is tried as well. */
    private Optional<SigningTime> assertions(CoseSign1 cose) {
        for (Octets token : tokens(scope.store(), scope.manifest().label())) {
            for (Octets message : List.of(ofSignature(cose), cose.signature())) {
                TimeStampOutcome outcome = check().ofToken(token, message);
                if (outcome.isValidated()) {
                    return Optional.of(judge(outcome));
                }
            }
        }
        return Optional.empty();
    }

    /** Made only where there is a stamp: what is behind it takes long to load. */
    private TimeStampCheck check() {
        return new TimeStampCheck(
                scope.context().engine(),
                scope.context().credentials(),
                Optional.of(scope.context().timeStampAnchors()));
    }

    /** The tokens that time-stamp assertions anywhere in {@code store} hold for the manifest of that label. */
    static List<Octets> tokens(ManifestStore store, String label) {
        List<Octets> tokens = new ArrayList<>();
        for (Manifest manifest : store.manifests()) {
            for (Assertion assertion : manifest.assertions()) {
                if (assertion instanceof DataAssertion data
                        && data.label().base().equals("c2pa.time-stamp")
                        && data.value() instanceof CborValue.Map map) {
                    map.get(label).flatMap(CborValue::asOctets).ifPresent(tokens::add);
                }
            }
        }
        return tokens;
    }

    /** Turns the facts of a token into codes; only a stamp of a trusted authority counts as the time of signing. */
    private SigningTime judge(TimeStampOutcome outcome) {
        switch (outcome.kind()) {
            case MALFORMED -> add(StatusCode.TIME_STAMP_MALFORMED, outcome.explanation());
            case MISMATCH -> add(StatusCode.TIME_STAMP_MISMATCH, outcome.explanation());
            case OUTSIDE_VALIDITY -> add(StatusCode.TIME_STAMP_OUTSIDE_VALIDITY, outcome.explanation());
            case UNTRUSTED -> {
                add(StatusCode.TIME_STAMP_UNTRUSTED, outcome.explanation());
                return SigningTime.of(outcome, nobody());
            }
            case VALIDATED -> {
                if (!outcome.trusted()) {
                    add(StatusCode.TIME_STAMP_UNTRUSTED, "the authority leads to no anchor");
                    return SigningTime.of(outcome, nobody());
                }
                TrustBasis basis = basis(outcome);
                add(StatusCode.TIME_STAMP_TRUSTED, trusted(basis));
                add(
                        StatusCode.TIME_STAMP_VALIDATED,
                        "stamped at " + outcome.time().map(Object::toString).orElse("?"));
                return SigningTime.of(outcome, basis);
            }
        }
        return SigningTime.UNKNOWN;
    }

    private TrustBasis nobody() {
        return scope.context().timeStampAnchors().isEmpty() ? new TrustBasis.NothingToAsk() : new TrustBasis.Nobody();
    }

    /** The first list that has the anchor the authority leads to, at that time; else it was named for this run. */
    private TrustBasis basis(TimeStampOutcome outcome) {
        for (TrustList list : scope.context().lists().lists()) {
            boolean has = list.origin().kind() == TrustList.Kind.TSA
                    && list.anchors()
                            .counts(
                                    outcome.anchor().orElseThrow(),
                                    outcome.time().orElseThrow());
            if (has) {
                return new TrustBasis.List(list.origin());
            }
        }
        return new TrustBasis.Anchors();
    }

    private static String trusted(TrustBasis basis) {
        return basis instanceof TrustBasis.List by
                ? "list " + by.list().name() + " of " + by.list().imported() + " vouches for the authority"
                : "stamped by a trusted authority";
    }

    private void add(StatusCode code, String explanation) {
        scope.findings().add(code, url, explanation);
    }
}
