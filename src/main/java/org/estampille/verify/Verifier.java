package org.estampille.verify;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.cawg.IdentityResult;
import org.estampille.cawg.IdentityTrust;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.container.EmbeddedStore;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;
import org.estampille.disclosure.Ancestor;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.DecodedRights;
import org.estampille.disclosure.Descent;
import org.estampille.disclosure.DisclosureReader;
import org.estampille.disclosure.MarkedDisclosure;
import org.estampille.disclosure.RightsBasis;
import org.estampille.extract.Extraction;
import org.estampille.extract.ManifestStoreExtractor;
import org.estampille.extract.SidecarNames;
import org.estampille.formula.FormulaLimits;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonReader;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.ManifestStore;
import org.estampille.marks.MarkReader;
import org.estampille.marks.MarkReading;
import org.estampille.policy.AssetView;
import org.estampille.policy.Dossier;
import org.estampille.policy.Gate;
import org.estampille.report.CrJson;
import org.estampille.report.VerificationReport;
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
    private final Extras extras;

    public Verifier(ValidationContext context) {
        this(context, IdentityTrust.none());
    }

    /** A verifier that also knows whom to trust to vouch for named actors. */
    public Verifier(ValidationContext context, IdentityTrust trust) {
        this(context, trust, Optional.empty(), Optional.empty(), Gate.open(), new Extras(false, Optional.empty()));
    }

    private Verifier(
            ValidationContext context,
            IdentityTrust trust,
            Optional<LongConsumer> observer,
            Optional<RemoteStores> remote,
            Gate gate,
            Extras extras) {
        this.context = context;
        this.trust = trust;
        this.observer = observer;
        this.remote = remote;
        this.gate = gate;
        this.extras = extras;
    }

    /** The same verifier, which tells {@code octetsRead} about every read of an asset. */
    public Verifier observedBy(LongConsumer octetsRead) {
        return new Verifier(context, trust, Optional.of(octetsRead), remote, gate, extras);
    }

    /** The same verifier, which fetches stores that assets only name. */
    public Verifier fetchingFrom(RemoteStores stores) {
        return new Verifier(context, trust, observer, Optional.of(stores), gate, extras);
    }

    /** The same verifier, which also judges by policies. */
    public Verifier judgingBy(Gate policies) {
        return new Verifier(context, trust, observer, remote, policies, extras);
    }

    /** The same verifier, which also reads marks outside of manifests and holds them against what is signed. */
    public Verifier readingMarks() {
        return new Verifier(context, trust, observer, remote, gate, new Extras(true, extras.ancestor()));
    }

    /** The same verifier, which also says whether the history of each file leads back to {@code ancestor}. */
    public Verifier descendingFrom(Ancestor ancestor) {
        return new Verifier(context, trust, observer, remote, gate, new Extras(extras.marks(), Optional.of(ancestor)));
    }

    /** What is asked for beyond the manifest. */
    private record Extras(boolean marks, Optional<Ancestor> ancestor) {
        boolean none() {
            return !marks && ancestor.isEmpty();
        }
    }

    /**
     * Verifies one file.
     *
     * @param file to read
     * @param path how to name it in the report
     * @return a report in every case; trouble with the file is part of it
     */
    public VerificationReport verify(Path file, String path) {
        VerificationReport plain = verify(file, new ReportDraft(path, context.at()));
        VerificationReport report = extras.none() ? plain : extended(file, plain);
        boolean judged = report.validation().isPresent();
        return judged
                ? report
                : report.judgedBy(gate.judgeWithout(integrity(report), context.at(), () -> view(report)));
    }

    private VerificationReport extended(Path file, VerificationReport plain) {
        VerificationReport report = plain;
        try {
            if (extras.marks()) {
                MarkReading marks = MarkReader.read(file, context.limits());
                report = report.marked(marks, MarkedDisclosure.of(report.disclosure(), marks));
            }
        } catch (IOException e) {
            return plain; // The report says already that the file cannot be read.
        }
        if (extras.ancestor().isPresent()) {
            report = descending(report, extras.ancestor().get());
        }
        if (report.validation().isPresent()) {
            RightsBasis basis = gate.basis(context.at(), known);
            VerificationReport complete = report;
            return report.judgedBy(gate.judge(
                    report.validation().get(),
                    report.disclosure(),
                    basis,
                    Identities.vouched(report.identities()),
                    () -> view(complete)));
        }
        return report;
    }

    private static VerificationReport descending(VerificationReport report, Ancestor ancestor) {
        Descent descent = report.validation().isPresent()
                ? Descent.of(report.validation().get(), ancestor)
                : Descent.unknown(ancestor);
        boolean comparable = report.marks().isPresent() && ancestor.marks().isPresent();
        return report.descending(
                descent,
                comparable
                        ? MarkedDisclosure.comparedWith(
                                report.disclosure(),
                                report.marks().get(),
                                ancestor.marks().get())
                        : report.disclosure());
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
        boolean exact = asset.isPresent()
                && store.getFileName().toString().equals(asset.get().getFileName() + ".c2pa");
        Optional<VerificationReport> several = exact ? Optional.empty() : collection(store, draft);
        if (several.isPresent()) {
            return several.get();
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
        return Optional.of(judged(new Validator(context).validate(store.get(), members), draft.ofSidecar(file)));
    }

    private Optional<ManifestStore> collectionStore(Path file) throws IOException, LimitExceededException {
        Extraction extraction = new ManifestStoreExtractor(context.limits()).sidecar(file);
        if (!(extraction instanceof Extraction.Sidecar sidecar)) {
            return Optional.empty();
        }
        ManifestStore store = context.storeReader().read(List.of(sidecar.store()));
        return new Validator(context).isOfCollection(store) ? Optional.of(store) : Optional.empty();
    }

    private VerificationReport asset(Path file, Optional<Path> sidecar, ReportDraft draft)
            throws IOException, MalformedContentException {
        try (ByteSource source = open(file)) {
            ReportDraft sized = draft.sized(source.length());
            Detection detection = AssetDetector.detect(source);
            if (detection instanceof Detection.Unsupported other
                    && (sidecar.isPresent() || SidecarNames.hasSidecar(file))) {
                Asset opaque = new Asset(file.getFileName().toString(), source, AssetFormat.OPAQUE, other.what());
                VerificationReport report = judge(opaque, file, sidecar, sized.ofType(other.what()));
                return report.source() == VerificationReport.Source.NONE ? sized.notMedia(detection) : report;
            }
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
            ManifestStore store = context.storeReader().read(List.of(beside.store()));
            if (sidecar.isEmpty() && new Validator(context).isOfCollection(store)) {
                return draft.withoutStore(new Extraction.None());
            }
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
        ManifestStore store = context.storeReader().read(stores);
        if (store.active().isEmpty()) {
            return draft.emptyStore();
        }
        ValidationResult result = new Validator(context).validate(store, asset, map, places);
        return judged(result, draft);
    }

    private VerificationReport judged(ValidationResult result, ReportDraft draft) throws LimitExceededException {
        RightsBasis basis = gate.basis(context.at(), known);
        ContentDisclosure disclosure = DisclosureReader.read(result, basis);
        List<IdentityResult> identities = new Identities(context, trust).of(result);
        VerificationReport report = draft.judged(result, disclosure, identities);
        return report.judgedBy(
                gate.judge(result, disclosure, basis, Identities.vouched(identities), () -> view(report)));
    }

    /** The report as formulas read it; a document beyond what formulas may look at is as good as none. */
    private AssetView view(VerificationReport report) {
        try {
            String document = new CrJson("0.0.0", context.limits()).document(report);
            return new JsonReader(FormulaLimits.standard()).read(document) instanceof JsonObject object
                    ? new AssetView(Optional.of(object), report.format())
                    : new AssetView(Optional.empty(), report.format());
        } catch (MalformedContentException e) {
            return new AssetView(Optional.empty(), report.format());
        }
    }
}
