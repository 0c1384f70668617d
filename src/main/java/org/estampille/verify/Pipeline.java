package org.estampille.verify;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.asset.PendingChange;
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
import org.estampille.disclosure.DisclosureReader;
import org.estampille.disclosure.RightsBasis;
import org.estampille.extract.Extraction;
import org.estampille.extract.ManifestStoreExtractor;
import org.estampille.extract.SidecarNames;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.ManifestStore;
import org.estampille.report.VerificationReport;
import org.estampille.validate.ValidationContext;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.Validator;

/** From a file to a report on what its manifests say: detect, map, extract, read, validate, disclose. */
final class Pipeline {

    private final ValidationContext context;
    private final Identities identities;
    private final RightsBasis basis;
    private final Optional<LongConsumer> observer;
    private final Optional<RemoteStores> remote;
    private final ManifestStoreExtractor extractor;
    private final Validator validator;
    private final AtomicReference<Optional<LoneFragment>> fragments = new AtomicReference<>(Optional.empty());

    /**
     * @param basis what statements about rights are judged by
     * @param observer told about every read of an asset
     * @param remote where stores are fetched that assets only name
     */
    Pipeline(
            ValidationContext context,
            IdentityTrust trust,
            RightsBasis basis,
            Optional<LongConsumer> observer,
            Optional<RemoteStores> remote) {
        this.context = context;
        this.identities = new Identities(context, trust);
        this.basis = basis;
        this.observer = observer;
        this.remote = remote;
        this.extractor = new ManifestStoreExtractor(context.limits());
        this.validator = new Validator(context);
    }

    /** The report on {@code file}; trouble with the file is part of it. */
    VerificationReport report(Path file, ReportDraft draft) {
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
        List<Path> assets = SidecarNames.assetsOf(store);
        Optional<Path> asset = assets.size() == 1 ? Optional.of(assets.get(0)) : Optional.empty();
        boolean exact = asset.isPresent()
                && store.getFileName().toString().equals(asset.get().getFileName() + ".c2pa");
        Optional<VerificationReport> several = exact ? Optional.empty() : collection(store, draft);
        if (several.isPresent()) {
            return several.get();
        }
        if (assets.size() > 1) {
            return draft.severalAssets(store, assets);
        }
        return asset.isEmpty()
                ? draft.strayed(store)
                : asset(asset.get(), Optional.of(store), draft.ofSidecar(store))
                        .asSidecarOf(asset.get().getFileName().toString());
    }

    /** A store whose name is not exactly that of an asset may stand for the files around it. */
    private Optional<VerificationReport> collection(Path file, ReportDraft draft)
            throws IOException, LimitExceededException {
        Optional<ManifestStore> store = collectionStore(file);
        if (store.isEmpty()) {
            return Optional.empty();
        }
        FolderMembers members = FolderMembers.beside(file, context.limits());
        return Optional.of(disclosed(validator.validate(store.get(), members), draft.ofSidecar(file)));
    }

    private Optional<ManifestStore> collectionStore(Path file) throws IOException, LimitExceededException {
        Extraction extraction = extractor.sidecar(file);
        if (!(extraction instanceof Extraction.Sidecar sidecar)) {
            return Optional.empty();
        }
        ManifestStore store = store(List.of(sidecar.store()));
        return validator.isOfCollection(store) ? Optional.of(store) : Optional.empty();
    }

    private VerificationReport asset(Path file, Optional<Path> sidecar, ReportDraft draft)
            throws IOException, MalformedContentException {
        if (PendingChange.concerns(file)) {
            return draft.interrupted();
        }
        try (ByteSource source = open(file)) {
            ReportDraft sized = draft.sized(source.length());
            Detection detection = AssetDetector.detect(source);
            if (detection instanceof Detection.Unsupported other
                    && (sidecar.isPresent() || SidecarNames.hasSidecar(file))) {
                Asset opaque = new Asset(file.getFileName().toString(), source, AssetFormat.OPAQUE, other.what());
                VerificationReport report = judge(opaque, file, sidecar, sized.ofType(other.what()));
                return report.source() == VerificationReport.Source.NONE ? sized.notMedia(detection) : report;
            }
            if (detection instanceof Detection.Unsupported other && other.isFragment()) {
                return fragments().report(file, sized.ofType(other.what()));
            }
            if (!(detection instanceof Detection.Detected detected)) {
                return sized.notMedia(detection);
            }
            Asset asset = new Asset(file.getFileName().toString(), source, detected.format(), detected.mediaType());
            return judge(asset, file, sidecar, sized.detected(detected));
        }
    }

    /** Made when it is first needed, so that a cold start does not wait for what reads streams. */
    private LoneFragment fragments() {
        return fragments
                .updateAndGet(made -> made.isPresent()
                        ? made
                        : Optional.of(new LoneFragment(new TrackVerification(this, context), context.limits())))
                .orElseThrow();
    }

    private ByteSource open(Path file) throws IOException {
        FileSource source = FileSource.open(file);
        return observer.isPresent() ? new ObservedSource(source, observer.get()) : source;
    }

    private VerificationReport judge(Asset asset, Path file, Optional<Path> sidecar, ReportDraft draft)
            throws IOException, MalformedContentException {
        ContainerMap map = Containers.of(asset.format()).map(asset, context.limits());
        Extraction extraction = sidecar.isPresent()
                ? extractor.sidecar(sidecar.get())
                : extractor.extract(asset, map, Optional.of(file));
        if (extraction instanceof Extraction.Embedded embedded) {
            return validated(store(embedded.stores()), embedded.places(), asset, map, draft.embedded());
        }
        if (extraction instanceof Extraction.Sidecar beside) {
            ManifestStore store = store(List.of(beside.store()));
            if (sidecar.isEmpty() && validator.isOfCollection(store)) {
                return draft.withoutStore(new Extraction.None());
            }
            return validated(store, List.of(), asset, map, draft.beside());
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
        Extraction extraction = extractor.fetched(octets);
        return extraction instanceof Extraction.Fetched fetched
                ? validated(store(List.of(fetched.store())), List.of(), asset, map, draft.fetched())
                : draft.withoutStore(extraction);
    }

    private ManifestStore store(List<SuperBox> boxes) throws LimitExceededException {
        return context.storeReader().read(boxes);
    }

    private VerificationReport validated(
            ManifestStore store, List<EmbeddedStore> places, Asset asset, ContainerMap map, ReportDraft draft)
            throws IOException, LimitExceededException {
        if (store.active().isEmpty()) {
            return draft.emptyStore();
        }
        return InitializationSegment.is(asset, map, context.limits())
                ? initialization(store, places, asset, map, draft)
                : disclosed(validator.validate(store, asset, map, places), draft);
    }

    /** An initialization segment by itself can be what was signed; the media that it was signed for is not in it. */
    private VerificationReport initialization(
            ManifestStore store, List<EmbeddedStore> places, Asset asset, ContainerMap map, ReportDraft draft)
            throws IOException, LimitExceededException {
        boolean ofFragments = validator.isOfFragments(store, false);
        ValidationResult result = ofFragments
                ? validator
                        .validate(store, new InitializationSegment(asset.source()), map, places)
                        .result()
                : validator.validate(store, asset, map, places);
        return draft.initialization(
                ofFragments ? result.ofPart("fragments in other files") : result,
                DisclosureReader.read(result, basis),
                identities.of(result));
    }

    SegmentDisclosures segmentDisclosures() {
        return new SegmentDisclosures(basis);
    }

    /** The report on a store that was validated. */
    VerificationReport disclosed(ValidationResult result, ReportDraft draft) throws LimitExceededException {
        return draft.judged(result, DisclosureReader.read(result, basis), identities.of(result));
    }
}
