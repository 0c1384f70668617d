package org.estampille.verify;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bind.CollectionHash;
import org.estampille.bind.CompleteSet;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.collection.FrameSequence;
import org.estampille.collection.MemberUri;
import org.estampille.extract.Extraction;
import org.estampille.extract.ManifestStoreExtractor;
import org.estampille.extract.SidecarNames;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.HardBindingChoice;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;

/** Finds out which files a manifest store stands for, before anything in it is judged. */
public final class CollectionStore {

    /** Manifests beside a file that are looked at, and folders around it. */
    private static final int BESIDE = 32;

    private static final int UP = 8;

    private CollectionStore() {}

    /**
     * What a store speaks of.
     *
     * @param members files, whether or not they are there and are what it says
     * @param areas in which it says of every file that it is a member or was added
     */
    public record Covered(List<Path> members, List<Area> areas) {
        static final Covered NOTHING = new Covered(List.of(), List.of());

        public Covered {
            members = List.copyOf(members);
            areas = List.copyOf(areas);
        }
    }

    /**
     * Where a collection is complete.
     *
     * @param folder with its files
     * @param sequence the frames that count; without it every file in and below the folder does
     */
    public record Area(Path folder, Optional<FrameSequence> sequence) {

        /** Whether a file lies in it; both paths absolute. */
        public boolean contains(Path file) {
            Path home = folder.toAbsolutePath().normalize();
            return sequence.isEmpty()
                    ? file.startsWith(home)
                    : home.equals(file.getParent())
                            && sequence.get()
                                    .number(String.valueOf(file.getFileName()))
                                    .isPresent();
        }
    }

    /**
     * The files that {@code store} speaks of.
     *
     * @return nothing for anything that is not the store of a collection
     */
    public static Covered covered(Path store, ReadLimits limits) {
        if (!SidecarNames.isSidecar(store)) {
            return Covered.NOTHING;
        }
        try {
            Extraction extraction = new ManifestStoreExtractor(limits).sidecar(store);
            return extraction instanceof Extraction.Sidecar sidecar
                    ? covered(store, new ManifestStoreReader(limits).read(List.of(sidecar.store())), limits)
                    : Covered.NOTHING;
        } catch (IOException | MalformedContentException e) {
            // Verified by itself, where the trouble is told.
            return Covered.NOTHING;
        }
    }

    static List<Path> members(Path store, ReadLimits limits) {
        return covered(store, limits).members();
    }

    /**
     * The manifest of a collection that {@code file} is a member of. Looked at are the manifests beside the file, and those that
     * stand where {@code tag --collection} puts them for a folder it lies in.
     */
    public static Optional<Path> of(Path file, ReadLimits limits) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        List<Path> candidates = new ArrayList<>();
        Path folder = whole.getParent();
        if (folder != null) {
            try (DirectoryStream<Path> beside = Files.newDirectoryStream(folder, SidecarNames::isSidecar)) {
                for (Path store : beside) {
                    if (candidates.size() < BESIDE) {
                        candidates.add(store);
                    }
                }
            }
        }
        candidates.sort(null);
        for (int up = 0; up < UP && folder != null && folder.getFileName() != null; up++) {
            String name = folder.getFileName() + ".c2pa";
            candidates.add(folder.resolve(name));
            candidates.add(folder.resolveSibling(name));
            folder = folder.getParent();
        }
        return candidates.stream()
                .filter(Files::isRegularFile)
                .filter(store -> members(store, limits).contains(whole))
                .findFirst();
    }

    private static Covered covered(Path place, ManifestStore store, ReadLimits limits)
            throws MalformedContentException {
        Optional<Manifest> bound = store.active().flatMap(active -> HardBindingChoice.boundManifest(store, active));
        Optional<BindingAssertion> binding = bound.flatMap(HardBindingChoice::binding)
                .filter(assertion -> assertion.label().base().equals(CollectionHash.LABEL));
        if (binding.isEmpty()) {
            return Covered.NOTHING;
        }
        List<Path> members = new ArrayList<>();
        for (CollectionHash.Member member :
                CollectionHash.read(binding.get().content(), limits).members()) {
            MemberUri.path(member.uri()).ifPresent(path -> members.add(place.resolveSibling(String.join("/", path))));
        }
        return new Covered(members, areas(place, bound.get()));
    }

    private static List<Area> areas(Path place, Manifest bound) throws MalformedContentException {
        List<Area> areas = new ArrayList<>();
        for (Assertion assertion : bound.assertions()) {
            boolean says = assertion.label().base().equals(CompleteSet.LABEL);
            if (says && assertion instanceof DataAssertion data && data.value() instanceof CborValue.Map content) {
                CompleteSet set = CompleteSet.read(content);
                Path home =
                        Optional.ofNullable(place.toAbsolutePath().getParent()).orElse(place);
                (set.folder().isEmpty() ? Optional.of(List.<String>of()) : MemberUri.path(set.folder()))
                        .ifPresent(path -> areas.add(new Area(home.resolve(String.join("/", path)), set.sequence())));
            }
        }
        return areas;
    }
}
