package org.estampille.tag;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.asset.PendingChange;
import org.estampille.bind.CollectionDraft;
import org.estampille.bind.CollectionHash;
import org.estampille.bind.CompleteSet;
import org.estampille.bind.MemberDigests;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.collection.MemberUri;
import org.estampille.delivery.DeliveryPackage;
import org.estampille.embed.StagedFile;
import org.estampille.manifest.AssertionDraft;
import org.estampille.mhl.MhlFormat;
import org.estampille.mhl.MhlGeneration;
import org.estampille.sign.SigningException;
import org.estampille.validate.ValidationResult;

/**
 * Tags many files as one: hashes every file once, checks what the collection says of itself, and writes one manifest beside the
 * files with one signature. The files are only read.
 */
public final class CollectionTagger {

    private static final String DELIVERED = "org.estampille.delivery-package";

    private static final Provenance NEW =
            new Provenance(Optional.empty(), true, Optional.empty(), false, List.of(), List.of(), List.of());

    private final TaggingTools tools;

    public CollectionTagger(TaggingTools tools) {
        this.tools = tools;
    }

    /**
     * Tags one collection.
     *
     * @throws MalformedContentException when a list the collection keeps of itself cannot be read
     * @throws SigningException when the claim cannot be signed or stamped
     * @throws TaggingRefusedException when a list does not hold, or a file changes meanwhile
     */
    public TaggedCollection tag(CollectionRequest request)
            throws IOException, MalformedContentException, SigningException, TaggingRefusedException {
        CollectionChecks checks = CollectionChecks.of(request, tools.limits());
        refuseListed(request, checks);
        refusePending(request);
        Instant at = tools.clock().instant();
        refuseUnnamed(request, checks, at);
        HashedMembers hashed = HashedMembers.of(request, checks.hashes(), tools);
        checks.require(hashed);
        List<String> place = place(request);
        List<AssertionDraft> observed = observed(request, place);
        Optional<ValidationResult> earlier = new EarlierCollection(tools).read(request, place, hashed);
        Optional<String> same = earlier.flatMap(own -> new UnchangedCheck(tools).label(request, own, observed));
        Provenance provenance = earlier.isPresent()
                ? new IngredientGathering(tools)
                        .gather(
                                String.valueOf(request.target().getFileName()),
                                earlier.get(),
                                request.additions().anonymous())
                : NEW;
        PreparedManifest manifest = PreparedManifest.of(
                request.declaration(),
                request.options().vouch(),
                provenance,
                List.of(),
                observed,
                new DraftedDeclaration(),
                tools);
        long length = same.isPresent()
                ? Files.size(request.target())
                : write(request, manifest, new CollectionDraft(members(request, place, hashed)));
        boolean listed = request.mhl() && !request.options().dryRun();
        return new TaggedCollection(
                request.target(),
                length,
                same.orElse(manifest.label()),
                request.members().size(),
                hashed.results().stream().mapToLong(MemberDigests.Result::size).sum(),
                listed ? Optional.of(generation(request, checks, hashed, at)) : Optional.empty(),
                outcome(request, same.isPresent()),
                provenance.doubtful());
    }

    private static TaggedAsset.Outcome outcome(CollectionRequest request, boolean same) {
        return same
                ? TaggedAsset.Outcome.UNCHANGED
                : request.options().dryRun() ? TaggedAsset.Outcome.WOULD_TAG : TaggedAsset.Outcome.TAGGED;
    }

    /** A file that is in a media hash list has changed when it is replaced, and the list would fail from then on. */
    private static void refuseListed(CollectionRequest request, CollectionChecks checks)
            throws TaggingRefusedException {
        String name = String.valueOf(request.target().getFileName());
        boolean inside = Optional.ofNullable(
                        request.target().toAbsolutePath().normalize().getParent())
                .filter(request.folder().toAbsolutePath().normalize()::equals)
                .isPresent();
        if (inside && checks.history().known().containsKey(name)) {
            throw TaggingRefusedException.conflict("its media hash list has " + name
                    + " already, which would fail there once replaced; give the new manifest another name with --out");
        }
    }

    private static void refusePending(CollectionRequest request) throws TaggingRefusedException {
        for (List<String> member : request.members()) {
            String name = String.join("/", member);
            if (PendingChange.concerns(request.folder().resolve(name))) {
                throw TaggingRefusedException.conflict(
                        "a change of " + name + " was cut short; 'estampille recover' brings it back");
            }
        }
    }

    private static List<String> place(CollectionRequest request) throws IOException, TaggingRefusedException {
        Path home = Optional.ofNullable(request.target().toAbsolutePath().getParent())
                .orElse(request.target())
                .toRealPath();
        Path folder = request.folder().toRealPath();
        if (!folder.startsWith(home)) {
            throw TaggingRefusedException.conflict(
                    "the manifest must stand in the folder of the files or in one above it; choose another --out");
        }
        List<String> place = new ArrayList<>();
        if (!folder.equals(home)) {
            home.relativize(folder).forEach(segment -> place.add(segment.toString()));
        }
        return place;
    }

    private static List<CollectionHash.Member> members(
            CollectionRequest request, List<String> place, HashedMembers hashed) {
        List<CollectionHash.Member> members = new ArrayList<>();
        for (int i = 0; i < request.members().size(); i++) {
            members.add(new CollectionHash.Member(
                    MemberUri.of(below(place, request.members().get(i))),
                    hashed.sha256(i),
                    Optional.of(hashed.results().get(i).size())));
        }
        return members;
    }

    private static List<String> below(List<String> place, List<String> path) {
        List<String> whole = new ArrayList<>(place);
        whole.addAll(path);
        return whole;
    }

    /** What this program found out itself: that these are all files, and what the package's own lists said of them. */
    private List<AssertionDraft> observed(CollectionRequest request, List<String> place) {
        List<List<String>> paths =
                request.members().stream().map(path -> below(place, path)).toList();
        List<AssertionDraft> observed = new ArrayList<>();
        observed.add(AssertionDraft.cbor(
                CompleteSet.LABEL,
                CompleteSet.of(place, request.sequence(), paths, tools.engine()).write(),
                AssertionDraft.Attribution.CREATED));
        if (request.delivered().isPresent()) {
            DeliveryPackage delivered = request.delivered().get();
            List<CborValue> compositions = new ArrayList<>();
            delivered
                    .compositions()
                    .forEach(composition -> compositions.add(CborValue.map()
                            .put("id", composition.id())
                            .put("title", composition.title())
                            .build()));
            observed.add(AssertionDraft.cbor(
                    DELIVERED,
                    CborValue.map()
                            .put("version", 1)
                            .put("kind", delivered.kind().label())
                            .put("compositions", CborValue.array(compositions))
                            .put("checkedByPackingList", delivered.stated().size())
                            .put("playedFromElsewhere", delivered.elsewhere())
                            .build(),
                    AssertionDraft.Attribution.CREATED));
        }
        return observed;
    }

    private long write(CollectionRequest request, PreparedManifest manifest, CollectionDraft binding)
            throws IOException, SigningException, TaggingRefusedException {
        Optional<HouseIdentity> identity = request.additions().identity();
        ManifestSigning.Blank blank = ManifestSigning.blank(tools, identity);
        AssertionDraft assertion = Placement.assertion(binding, binding.digests());
        if (request.options().dryRun()) {
            return manifest.writer().length(assertion, blank);
        }
        Octets store = manifest.writer().write(assertion, new ManifestSigning(tools, identity, blank.claimLength()));
        try (StagedFile staged = tools.staging().beside(request.target())) {
            staged.write(0, store);
            new ReadBack(tools).check(staged, assertion.content());
            staged.commit(request.options().replace());
        }
        return store.length();
    }

    /** A file that has the name of the next generation, and that no chain names, is somebody's: it stays as it is. */
    private static void refuseUnnamed(CollectionRequest request, CollectionChecks checks, Instant at)
            throws FileSystemException {
        if (request.mhl()) {
            Path place = MhlGeneration.place(request.folder(), checks.history(), at);
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(
                        place.toString(),
                        null,
                        "exists already, and no chain of media hash lists names it; move it away, nothing was written");
            }
        }
    }

    /** The manifest stands in the new generation too, where it lies in the folder. */
    private Path generation(CollectionRequest request, CollectionChecks checks, HashedMembers hashed, Instant at)
            throws IOException, TaggingRefusedException {
        List<MhlGeneration.Entry> entries = new ArrayList<>();
        for (int i = 0; i < request.members().size(); i++) {
            entries.add(entry(
                    request, request.members().get(i), hashed.results().get(i).size(), checks.listed(hashed, i)));
        }
        if (request.target().toRealPath().startsWith(request.folder().toRealPath())) {
            String name = String.valueOf(request.target().getFileName());
            entries.add(entry(request, List.of(name), Files.size(request.target()), hashes(request.target(), checks)));
        }
        return new MhlGeneration(
                        entries,
                        new MhlGeneration.Tool(
                                tools.generator().name(), tools.generator().version()),
                        at)
                .write(request.folder(), checks.history());
    }

    private static MhlGeneration.Entry entry(
            CollectionRequest request, List<String> member, long size, Map<MhlFormat, String> hashes)
            throws IOException {
        Instant modified =
                Files.getLastModifiedTime(HashedMembers.file(request, member)).toInstant();
        return new MhlGeneration.Entry(String.join("/", member), size, modified, hashes);
    }

    private Map<MhlFormat, String> hashes(Path file, CollectionChecks checks) throws IOException {
        List<MhlFormat> formats = List.copyOf(checks.formats());
        MemberDigests.Result result = MemberDigests.run(
                        List.of(new MemberDigests.Source(
                                () -> Optional.of(FileSource.openToStream(file)), Optional.empty())),
                        formats.stream()
                                .<java.util.function.Supplier<java.security.MessageDigest>>map(format -> format::digest)
                                .toList(),
                        tools.engine().blocks(),
                        1,
                        octets -> {})
                .get(0);
        Map<MhlFormat, String> hashes = new EnumMap<>(MhlFormat.class);
        for (int i = 0; i < formats.size(); i++) {
            hashes.put(formats.get(i), formats.get(i).text(result.hashes().get(i)));
        }
        return hashes;
    }
}
