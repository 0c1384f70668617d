package org.estampille.verify;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.estampille.asset.Asset;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.cawg.IdentityTrust;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.container.EmbeddedStore;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.DecodedRights;
import org.estampille.disclosure.DisclosureReader;
import org.estampille.disclosure.RightsBasis;
import org.estampille.extract.Extraction;
import org.estampille.extract.ManifestStoreExtractor;
import org.estampille.extract.SidecarNames;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.policy.Dossier;
import org.estampille.policy.Gate;
import org.estampille.report.VerificationReport;
import org.estampille.stream.Presentation;
import org.estampille.validate.ValidationContext;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.Validator;

/** The read side in one look: detect, map, extract, read, validate, disclose, report. Safe for use by several threads. */
public final class Verifier {

    private final ValidationContext context;
    private final IdentityTrust trust;
    private final DecodedRights known = DecodedRights.bounded(256);
    private final Optional<LongConsumer> observer;
    private final Optional<RemoteStores> remote;
    private final Gate gate;

    public Verifier(ValidationContext context) {
        this(context, IdentityTrust.none());
    }

    /** A verifier that also knows whom to trust to vouch for named actors. */
    public Verifier(ValidationContext context, IdentityTrust trust) {
        this(context, trust, Optional.empty(), Optional.empty(), Gate.open());
    }

    private Verifier(
            ValidationContext context,
            IdentityTrust trust,
            Optional<LongConsumer> observer,
            Optional<RemoteStores> remote,
            Gate gate) {
        this.context = context;
        this.trust = trust;
        this.observer = observer;
        this.remote = remote;
        this.gate = gate;
    }

    /** The same verifier, which tells {@code octetsRead} about every read of an asset. */
    public Verifier observedBy(LongConsumer octetsRead) {
        return new Verifier(context, trust, Optional.of(octetsRead), remote, gate);
    }

    /** The same verifier, which fetches stores that assets only name. */
    public Verifier fetchingFrom(RemoteStores stores) {
        return new Verifier(context, trust, observer, Optional.of(stores), gate);
    }

    /** The same verifier, which also judges by policies. */
    public Verifier judgingBy(Gate policies) {
        return new Verifier(context, trust, observer, remote, policies);
    }

    /**
     * Verifies one file.
     *
     * @param file to read
     * @param path how to name it in the report
     * @return a report in every case; trouble with the file is part of it
     */
    public VerificationReport verify(Path file, String path) {
        VerificationReport report = verify(file, new ReportDraft(path, context.at()));
        return report.validation().isPresent() ? report : judgedWithout(report);
    }

    /**
     * Verifies a stream.
     *
     * @param shown how to name the stream in the reports
     * @return a report for each track
     */
    public List<VerificationReport> verify(Presentation stream, String shown) {
        return new StreamVerification(this, context).verify(stream, shown);
    }

    /**
     * Verifies a stream, or reports why it could not be read.
     *
     * @param manifest that names its tracks, or its folder
     * @param shown how to name it in the reports
     */
    public List<VerificationReport> verify(
            Path manifest, String shown, Optional<Presentation> stream, Optional<MalformedContentException> problem) {
        if (stream.isPresent() && !stream.get().tracks().isEmpty()) {
            return verify(stream.get(), shown);
        }
        ReportDraft draft = new ReportDraft(shown, context.at());
        return List.of(judgedWithout(problem.isPresent() ? draft.damaged(problem.get()) : draft.withoutTracks()));
    }

    /** What policies say of something without a manifest that could be judged. */
    VerificationReport judgedWithout(VerificationReport report) {
        return report.judgedBy(gate.judgeWithout(integrity(report), context.at()));
    }

    private static Dossier.Integrity integrity(VerificationReport report) {
        return switch (report.state()) {
            case ABSENT -> Dossier.Integrity.ABSENT;
            case INVALID -> Dossier.Integrity.BROKEN;
            case TRUSTED, VALID, ERROR -> Dossier.Integrity.UNDECIDED;
        };
    }

    private VerificationReport verify(Path file, ReportDraft draft) {
        try {
            return SidecarNames.isSidecar(file) ? sidecar(file, draft) : asset(file, Optional.empty(), draft);
        } catch (IOException e) {
            return draft.unreadable(e);
        } catch (LimitExceededException e) {
            return draft.overLimit(e);
        } catch (MalformedContentException e) {
            return draft.damaged(e);
        } catch (OutOfMemoryError e) {
            // Each bound held, and this machine has not even that much: what was read is garbage by now.
            long most = Runtime.getRuntime().maxMemory();
            return draft.overLimit(new LimitExceededException("memory", most + 1, most));
        }
    }

    /** A store beside an asset is judged together with that asset, whatever the asset carries itself. */
    private VerificationReport sidecar(Path store, ReportDraft draft) throws IOException, MalformedContentException {
        Optional<Path> asset = SidecarNames.assetOf(store);
        return asset.isEmpty()
                ? collection(store, draft)
                : asset(asset.get(), Optional.of(store), draft.ofSidecar(store))
                        .asSidecarOf(asset.get().getFileName().toString());
    }

    /** A store without an asset of its name may stand for the files around it. */
    private VerificationReport collection(Path file, ReportDraft draft) throws IOException, LimitExceededException {
        Extraction extraction = new ManifestStoreExtractor(context.limits()).sidecar(file);
        if (extraction instanceof Extraction.Sidecar sidecar) {
            ManifestStore store = new ManifestStoreReader(context.limits()).read(List.of(sidecar.store()));
            Validator validator = new Validator(context);
            if (validator.isOfCollection(store)) {
                return judged(validator.validate(store, FolderMembers.beside(file)), draft.ofSidecar(file));
            }
        }
        return draft.strayed(file);
    }

    private VerificationReport asset(Path file, Optional<Path> sidecar, ReportDraft draft)
            throws IOException, MalformedContentException {
        try (ByteSource source = open(file)) {
            ReportDraft sized = draft.sized(source.length());
            Detection detection = AssetDetector.detect(source);
            if (!(detection instanceof Detection.Detected detected)) {
                return sized.notMedia(detection);
            }
            Asset asset = new Asset(file.getFileName().toString(), source, detected.format());
            return judge(asset, file, sidecar, sized.detected(detected.format()));
        }
    }

    private ByteSource open(Path file) throws IOException {
        FileSource source = FileSource.open(file);
        return observer.isPresent() ? new ObservedSource(source, observer.get()) : source;
    }

    private VerificationReport judge(Asset asset, Path file, Optional<Path> sidecar, ReportDraft draft)
            throws IOException, MalformedContentException {
        ContainerMap map = Containers.of(asset.format()).map(asset, context.limits());
        ManifestStoreExtractor extractor = new ManifestStoreExtractor(context.limits());
        Extraction extraction = sidecar.isPresent()
                ? extractor.sidecar(sidecar.get())
                : extractor.extract(asset, map, Optional.of(file));
        if (extraction instanceof Extraction.Embedded embedded) {
            return manifests(embedded.stores(), embedded.places(), asset, map, draft.embedded());
        }
        if (extraction instanceof Extraction.Sidecar beside) {
            return manifests(List.of(beside.store()), List.of(), asset, map, draft.beside());
        }
        if (extraction instanceof Extraction.Remote named && remote.isPresent()) {
            return fetched(remote.get(), named.url(), asset, map, draft);
        }
        if (map.breakOff().isPresent() && !(extraction instanceof Extraction.Malformed)) {
            ContainerMap.Suspicion end = map.breakOff().get();
            throw new MalformedContentException(asset.format().name(), end.where(), end.what());
        }
        return draft.withoutStore(extraction);
    }

    private VerificationReport fetched(
            RemoteStores stores, String url, Asset asset, ContainerMap map, ReportDraft draft)
            throws IOException, LimitExceededException {
        Octets octets;
        try {
            octets = stores.fetch(new URI(url.replace("&amp;", "&")));
        } catch (URISyntaxException e) {
            return draft.unreachable("its address is not one of the web: " + url);
        } catch (IOException e) {
            String cause = Optional.ofNullable(e.getMessage()).orElse("the connection failed");
            return draft.unreachable(cause + ": " + url);
        }
        Extraction extraction = new ManifestStoreExtractor(context.limits()).fetched(octets);
        return extraction instanceof Extraction.Fetched fetched
                ? manifests(List.of(fetched.store()), List.of(), asset, map, draft.fetched())
                : draft.withoutStore(extraction);
    }

    private VerificationReport manifests(
            List<SuperBox> stores, List<EmbeddedStore> places, Asset asset, ContainerMap map, ReportDraft draft)
            throws IOException, LimitExceededException {
        ManifestStore store = new ManifestStoreReader(context.limits()).read(stores);
        if (store.active().isEmpty()) {
            return draft.emptyStore();
        }
        ValidationResult result = new Validator(context).validate(store, asset, map, places);
        return judged(result, draft);
    }

    VerificationReport judged(ValidationResult result, ReportDraft draft) throws LimitExceededException {
        RightsBasis basis = gate.basis(context.at(), known);
        ContentDisclosure disclosure = DisclosureReader.read(result, basis);
        return draft.judged(result, disclosure, new Identities(context, trust).of(result))
                .judgedBy(gate.judge(result, disclosure, basis));
    }
}
