package org.estampille.validate;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bind.FragmentState;
import org.estampille.bind.SignedSequence.Link;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.extract.Extraction;
import org.estampille.extract.ManifestStoreExtractor;
import org.estampille.live.LiveSegment;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/** Rule {@code live}: a segment with a manifest of its own is the one that was signed (clauses 15.4, 15.8.1 and 15.8.2). */
final class SegmentManifestRules {

    /**
     * What the manifest of one segment showed.
     *
     * @param result of the manifest; empty when there is none that could be judged
     */
    record Judged(FragmentState state, Optional<ValidationResult> result, Optional<Long> number, Optional<Link> link) {}

    /** Somebody whom one authority knows by one name, whatever the certificate: those of long streams are renewed. */
    private record Who(X500Principal subject, X500Principal issuer, Octets authorityKey) {

        private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";

        private static Who of(X509Certificate certificate) {
            return new Who(
                    certificate.getSubjectX500Principal(),
                    certificate.getIssuerX500Principal(),
                    Optional.ofNullable(certificate.getExtensionValue(AUTHORITY_KEY_IDENTIFIER))
                            .map(Octets::copyOf)
                            .orElse(Octets.empty()));
        }
    }

    private final ValidationContext context;
    private final Validator validator;
    private final LiveFindings findings;
    private final Consumer<ValidationResult> holding;
    private Optional<String> stream = Optional.empty();
    private Optional<Who> signer = Optional.empty();
    private Optional<ValidationResult> first = Optional.empty();

    /** @param holding receives what was established about each manifest that holds */
    SegmentManifestRules(
            ValidationContext context, Validator validator, LiveFindings findings, Consumer<ValidationResult> holding) {
        this.context = context;
        this.validator = validator;
        this.findings = findings;
        this.holding = holding;
    }

    /** Nothing but its signer ties the manifest of a segment to that of the initialization segment. */
    void expectSigner(ValidatedManifest active) {
        signer = signer(active);
    }

    private static Optional<Who> signer(ValidatedManifest active) {
        return active.signer().map(one -> Who.of(one.chain().leaf()));
    }

    /** What was established about the first manifest that holds, else about the first. */
    Optional<ValidationResult> first() {
        return first;
    }

    /** Checks the manifest of a segment; empty when it has none. */
    Optional<Judged> check(ByteSource source) throws IOException, MalformedContentException {
        Asset asset = new Asset("segment", source, AssetFormat.MP4);
        ContainerMap map = Containers.of(asset.format()).map(asset, context.limits());
        if (map.stores().isEmpty()) {
            return Optional.empty();
        }
        Extraction extraction = new ManifestStoreExtractor(context.limits()).extract(asset, map, Optional.empty());
        if (!(extraction instanceof Extraction.Embedded embedded)) {
            return Optional.of(broken(StatusCode.LIVEVIDEO_MANIFEST_INVALID, "with an unreadable manifest"));
        }
        ManifestStore store = context.storeReader().read(embedded.stores());
        return Optional.of(
                store.active().isEmpty()
                        ? broken(StatusCode.LIVEVIDEO_MANIFEST_INVALID, "with a store without a manifest")
                        : judge(validator.validate(store, asset, map, embedded.places())));
    }

    private Judged judge(ValidationResult result) throws LimitExceededException {
        remember(result);
        switch (result.state()) {
            case INVALID, WELL_FORMED -> {
                boolean altered = result.active().has(StatusCode.ASSERTION_BMFF_HASH_MISMATCH);
                findings.about(
                        StatusCode.LIVEVIDEO_MANIFEST_INVALID, "", "whose own manifest does not hold" + cause(result));
                return new Judged(
                        altered ? FragmentState.ALTERED : FragmentState.MANIFEST,
                        Optional.of(result),
                        Optional.empty(),
                        Optional.empty());
            }
            case INDETERMINATE -> {
                findings.open(
                        "segments with manifests that use " + result.undecided().orElse("something"));
                return new Judged(FragmentState.UNREAD, Optional.of(result), Optional.empty(), Optional.empty());
            }
            case VALID -> findings.untrusted();
            case TRUSTED -> {}
        }
        return continued(result);
    }

    private void remember(ValidationResult result) throws LimitExceededException {
        if (first.filter(SegmentManifestRules::holds).isEmpty() && (first.isEmpty() || holds(result))) {
            first = Optional.of(result);
        }
        if (holds(result)) {
            holding.accept(result);
            signer = signer.or(() -> signer(result.active()));
            if (!signer.equals(signer(result.active()))) {
                findings.open("segments signed by somebody else than what precedes them");
            }
        }
    }

    private static boolean holds(ValidationResult result) {
        return result.state() == ValidationState.TRUSTED || result.state() == ValidationState.VALID;
    }

    private static String cause(ValidationResult result) {
        return result.active().findings().stream()
                .filter(finding -> finding.code().rejects())
                .findFirst()
                .map(finding -> " (" + finding.code().code() + ")")
                .orElse("");
    }

    /** What the manifest says of the place of its segment. */
    private Judged continued(ValidationResult result) {
        Manifest manifest = result.active().manifest();
        List<Assertion> said = LiveKeys.assertions(manifest, LiveSegment.LABEL);
        if (said.isEmpty()) {
            return new Judged(FragmentState.INTACT, Optional.of(result), Optional.empty(), Optional.empty());
        }
        if (!result.active().has(StatusCode.ASSERTION_BMFF_HASH_MATCH)) {
            return broken(StatusCode.LIVEVIDEO_MANIFEST_INVALID, "whose own manifest has no hash of its boxes");
        }
        if (said.size() > 1 || !(said.get(0) instanceof DataAssertion data)) {
            return broken(
                    StatusCode.LIVEVIDEO_ASSERTION_INVALID, "without exactly one readable live segment assertion");
        }
        try {
            return placed(result, LiveSegment.read(data.value()));
        } catch (MalformedContentException e) {
            return broken(
                    StatusCode.LIVEVIDEO_ASSERTION_INVALID, "with a broken live segment assertion: " + e.problem());
        }
    }

    private Judged placed(ValidationResult result, LiveSegment segment) {
        if (stream.filter(known -> !known.equals(segment.streamId())).isPresent()) {
            findings.about(StatusCode.LIVEVIDEO_ASSERTION_INVALID, "", "of another stream than the first");
            return new Judged(FragmentState.FOREIGN, Optional.of(result), Optional.empty(), Optional.empty());
        }
        stream = Optional.of(segment.streamId());
        if (!segment.continuityMethod().equals(Optional.of(LiveSegment.BY_MANIFEST))) {
            return broken(
                    StatusCode.LIVEVIDEO_CONTINUITY_METHOD_INVALID,
                    "with no method of continuity, or one that is not known here");
        }
        if (segment.previousManifestId().isEmpty()) {
            return broken(
                    StatusCode.LIVEVIDEO_CONTINUITY_METHOD_INVALID,
                    "that do not name the manifest of the segment before");
        }
        Link link = new Link(result.active().manifest().label(), segment.previousManifestId());
        return new Judged(
                FragmentState.INTACT, Optional.of(result), Optional.of(segment.sequenceNumber()), Optional.of(link));
    }

    private Judged broken(StatusCode code, String what) {
        findings.about(code, "", what);
        return new Judged(FragmentState.MANIFEST, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
