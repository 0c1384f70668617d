package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.collection.MemberUri;
import org.estampille.crypto.CryptoEngine;

/**
 * The assertion {@code c2pa.hash.collection.data}: one hash for each file of a collection (C2PA 2.5 clauses 14.12.5 and 16.3.4).
 * Files that are not listed are not looked at, as the standard allows; {@link CompleteSet} does that.
 *
 * @param members in the order of the assertion
 * @param alg hash algorithm, else the claim's
 * @param directory hash of the central directory of the ZIP archive that has the members in it; see {@link ArchiveHash}
 */
public record CollectionHash(List<Member> members, Optional<String> alg, Optional<Octets> directory) {

    public static final String LABEL = "c2pa.hash.collection.data";

    private static final String DIRECTORY = "zip_central_directory_hash";

    /**
     * One file.
     *
     * @param uri relative reference as written
     * @param hash of all its octets
     * @param size how many these are
     */
    public record Member(String uri, Octets hash, Optional<Long> size) {}

    public CollectionHash {
        members = List.copyOf(members);
    }

    /** A collection of files in a folder. */
    public CollectionHash(List<Member> members, Optional<String> alg) {
        this(members, alg, Optional.empty());
    }

    /**
     * Reads the content of the assertion.
     *
     * @throws MalformedContentException when there are no members, or one lacks its URI or hash
     */
    public static CollectionHash read(CborValue.Map assertion, ReadLimits limits) throws MalformedContentException {
        Fields fields = new Fields(LABEL, assertion);
        List<Member> members = new ArrayList<>();
        for (Fields member : fields.maps("uris")) {
            LimitExceededException.check("collection members", members.size() + 1L, limits.items());
            members.add(new Member(
                    member.present(member.text("uri"), "uri"),
                    member.present(member.octets("hash"), "hash"),
                    member.count("size")));
        }
        if (members.isEmpty()) {
            throw fields.malformed("no members");
        }
        return new CollectionHash(members, fields.text("alg"), fields.octets(DIRECTORY));
    }

    /**
     * Compares every member. No file is opened before all names are known to lead inside.
     *
     * @return one outcome for each member that is missing or another one, in the order of the assertion; none when all are there
     */
    public List<BindingOutcome> check(
            CollectionMembers files, Optional<String> claimAlg, CryptoEngine engine, int threads) throws IOException {
        Optional<HashAlgorithm> algorithm = alg.or(() -> claimAlg).flatMap(HashAlgorithm::ofLabel);
        if (algorithm.isEmpty()) {
            return List.of(new BindingOutcome.UnsupportedAlgorithm(
                    alg.or(() -> claimAlg).orElse("")));
        }
        List<BindingOutcome> invalid = new ArrayList<>();
        List<List<String>> paths = new ArrayList<>();
        for (Member member : members) {
            Optional<List<String>> path = MemberUri.path(member.uri());
            paths.add(path.orElse(List.of()));
            if (path.isEmpty()) {
                invalid.add(new BindingOutcome.InvalidUri(member.uri()));
            }
        }
        return invalid.isEmpty() ? compare(files, paths, algorithm.get(), engine, threads) : invalid;
    }

    private List<BindingOutcome> compare(
            CollectionMembers files,
            List<List<String>> paths,
            HashAlgorithm algorithm,
            CryptoEngine engine,
            int threads)
            throws IOException {
        List<MemberDigests.Result> results = results(files, paths, algorithm, engine, threads);
        List<BindingOutcome> faults = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            String name = String.join("/", paths.get(i));
            MemberDigests.Result result = results.get(i);
            if (!result.found()) {
                faults.add(new BindingOutcome.Missing(name));
            } else if (!result.hashes().equals(List.of(members.get(i).hash()))) {
                faults.add(new BindingOutcome.Mismatch(name));
            }
        }
        return faults;
    }

    /** What hashing each member gives; those that are hashed already are not read again. */
    private List<MemberDigests.Result> results(
            CollectionMembers files,
            List<List<String>> paths,
            HashAlgorithm algorithm,
            CryptoEngine engine,
            int threads)
            throws IOException {
        List<Optional<MemberDigests.Result>> known = new ArrayList<>();
        List<MemberDigests.Source> sources = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            List<String> path = paths.get(i);
            known.add(files.hashed(path, algorithm));
            if (known.get(i).isEmpty()) {
                sources.add(new MemberDigests.Source(
                        () -> files.open(path), members.get(i).size()));
            }
        }
        Iterator<MemberDigests.Result> read = MemberDigests.run(
                        sources, List.of(() -> engine.digest(algorithm)), engine.blocks(), threads, octets -> {})
                .iterator();
        return known.stream().map(result -> result.orElseGet(read::next)).toList();
    }

    /** The content of the assertion. */
    public CborValue.Map write() {
        List<CborValue> uris = new ArrayList<>();
        for (Member member : members) {
            CborValue.MapBuilder one = CborValue.map().put("uri", member.uri()).put("hash", member.hash());
            member.size().ifPresent(size -> one.put("size", size));
            uris.add(one.build());
        }
        return CborValue.map()
                .put("uris", CborValue.array(uris))
                .putText("alg", alg)
                .putValue(DIRECTORY, directory.map(CborValue::of))
                .build();
    }
}
