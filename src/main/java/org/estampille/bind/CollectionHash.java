package org.estampille.bind;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.crypto.CryptoEngine;

/**
 * The assertion {@code c2pa.hash.collection.data}: one hash for each file of a collection (C2PA 2.5 clauses 14.12.5 and 16.3.4).
 * Files that are not listed are not looked at, as the standard allows.
 *
 * @param members in the order of the assertion
 * @param alg hash algorithm, else the claim's
 */
public record CollectionHash(List<Member> members, Optional<String> alg) {

    public static final String LABEL = "c2pa.hash.collection.data";

    /**
     * One file.
     *
     * @param uri relative reference as written
     * @param hash of all its octets
     */
    public record Member(String uri, Octets hash) {}

    public CollectionHash {
        members = List.copyOf(members);
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
                    member.present(member.text("uri"), "uri"), member.present(member.octets("hash"), "hash")));
        }
        if (members.isEmpty()) {
            throw fields.malformed("no members");
        }
        return new CollectionHash(members, fields.text("alg"));
    }

    /** Compares every member. No file is opened before all names are known to lead inside. */
    public BindingOutcome check(CollectionMembers files, Optional<String> claimAlg, CryptoEngine engine, int threads)
            throws IOException {
        Optional<HashAlgorithm> algorithm = alg.or(() -> claimAlg).flatMap(HashAlgorithm::ofLabel);
        if (algorithm.isEmpty()) {
            return new BindingOutcome.UnsupportedAlgorithm(
                    alg.or(() -> claimAlg).orElse(""));
        }
        List<List<String>> paths = new ArrayList<>();
        for (Member member : members) {
            Optional<List<String>> path = path(member.uri());
            if (path.isEmpty()) {
                return new BindingOutcome.InvalidUri(member.uri());
            }
            paths.add(path.get());
        }
        for (int i = 0; i < paths.size(); i++) {
            Optional<BindingOutcome> problem =
                    check(files, paths.get(i), members.get(i), algorithm.get(), engine, threads);
            if (problem.isPresent()) {
                return problem.get();
            }
        }
        return new BindingOutcome.Match(false);
    }

    private static Optional<BindingOutcome> check(
            CollectionMembers files,
            List<String> path,
            Member member,
            HashAlgorithm algorithm,
            CryptoEngine engine,
            int threads)
            throws IOException {
        Optional<ByteSource> file = files.open(path);
        if (file.isEmpty()) {
            return Optional.of(new BindingOutcome.Missing("there is no file " + member.uri()));
        }
        try (ByteSource source = file.get()) {
            DigestPlan all = new DigestPlan(algorithm, List.of(new DigestPlan.FileRange(source.range())));
            Octets hash = DigestRunner.run(source, BindingPlan.flat(all), engine, threads)
                    .chain();
            return hash.equals(member.hash())
                    ? Optional.empty()
                    : Optional.of(new BindingOutcome.Mismatch("the file " + member.uri() + " is another one"));
        }
    }

    /** The decoded segments of a relative reference; empty when it could lead out of the collection or names no file in it. */
    private static Optional<List<String>> path(String uri) {
        URI parsed;
        try {
            parsed = new URI(uri);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        boolean local = !parsed.isAbsolute() && parsed.getRawAuthority() == null && parsed.getRawQuery() == null;
        Optional<String> path = Optional.ofNullable(parsed.getPath());
        if (!local || path.isEmpty()) {
            return Optional.empty();
        }
        List<String> segments = List.of(path.get().split("/", -1));
        for (String segment : segments) {
            boolean leads = segment.isEmpty() || segment.equals(".") || segment.equals("..");
            if (leads || segment.indexOf('\\') >= 0 || segment.indexOf('\0') >= 0 || segment.indexOf(':') >= 0) {
                return Optional.empty();
            }
        }
        return Optional.of(segments);
    }
}
