package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.bind.CollectionHash;
import org.estampille.bind.CollectionMembers;
import org.estampille.bind.MemberDigests;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.collection.MemberUri;
import org.estampille.extract.Extraction;
import org.estampille.extract.ManifestStoreExtractor;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.HardBindingChoice;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.Validator;

/** The manifest that a collection has already where the new one goes, held against the members as they are now. */
final class EarlierCollection {

    private final TaggingTools tools;

    EarlierCollection(TaggingTools tools) {
        this.tools = tools;
    }

    /**
     * Reads and validates it; no member that is hashed is read again.
     *
     * @param place of the files, below the folder of the manifest
     * @return empty when there is none
     * @throws TaggingRefusedException when something stands there that would be lost
     */
    Optional<ValidationResult> read(CollectionRequest request, List<String> place, HashedMembers hashed)
            throws IOException, MalformedContentException, TaggingRefusedException {
        if (!Files.exists(request.target())) {
            return Optional.empty();
        }
        Extraction extraction = new ManifestStoreExtractor(tools.limits()).sidecar(request.target());
        if (!(extraction instanceof Extraction.Sidecar sidecar)) {
            throw lost(request, "is there already and is no manifest that can be read");
        }
        ManifestStore store = new ManifestStoreReader(tools.limits()).read(List.of(sidecar.store()));
        Validator validator = new Validator(Validations.context(tools));
        if (!validator.isOfCollection(store)) {
            throw lost(request, "is there already and is the manifest of something else");
        }
        Members members = members(request, place, hashed);
        if (Collections.disjoint(named(store), members.paths())) {
            throw lost(request, "is there already and is the manifest of other files");
        }
        return Optional.of(validator.validate(store, members));
    }

    /** The files it is the manifest of; a name that leads nowhere is none of ours. */
    private Set<List<String>> named(ManifestStore store) throws MalformedContentException {
        Optional<BindingAssertion> binding = store.active()
                .flatMap(active -> HardBindingChoice.boundManifest(store, active))
                .flatMap(HardBindingChoice::binding);
        Set<List<String>> paths = new HashSet<>();
        if (binding.isPresent()) {
            for (CollectionHash.Member member :
                    CollectionHash.read(binding.get().content(), tools.limits()).members()) {
                MemberUri.path(member.uri()).ifPresent(paths::add);
            }
        }
        return paths;
    }

    private static TaggingRefusedException lost(CollectionRequest request, String what) {
        return TaggingRefusedException.conflict(request.target().getFileName() + " " + what
                + "; move it away, or give the new manifest another name with --out");
    }

    private static Members members(CollectionRequest request, List<String> place, HashedMembers hashed)
            throws IOException {
        Map<List<String>, MemberDigests.Result> results = new HashMap<>();
        List<List<String>> paths = new ArrayList<>();
        for (int i = 0; i < request.members().size(); i++) {
            List<String> path = new ArrayList<>(place);
            path.addAll(request.members().get(i));
            paths.add(path);
            MemberDigests.Result all = hashed.results().get(i);
            results.put(path, new MemberDigests.Result(true, all.size(), List.of(hashed.sha256(i))));
        }
        Path target = request.target().toAbsolutePath();
        Path home = Optional.ofNullable(target.getParent()).orElse(target).toRealPath();
        return new Members(home, paths, results);
    }

    /**
     * The members of a request.
     *
     * @param home folder of the manifest
     * @param paths of all, below that
     * @param results SHA-256 of each
     */
    private record Members(Path home, List<List<String>> paths, Map<List<String>, MemberDigests.Result> results)
            implements CollectionMembers {

        @Override
        public Optional<ByteSource> open(List<String> path) throws IOException {
            return CollectionMembers.openBelow(home, path);
        }

        @Override
        public Optional<MemberDigests.Result> hashed(List<String> path, HashAlgorithm algorithm) {
            return algorithm == HashAlgorithm.SHA256 ? Optional.ofNullable(results.get(path)) : Optional.empty();
        }

        @Override
        public Optional<List<List<String>>> list(List<String> folder, boolean below) {
            return Optional.of(paths);
        }
    }
}
