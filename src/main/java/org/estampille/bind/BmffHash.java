package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.bmff.BmffFile;
import org.estampille.crypto.CryptoEngine;

/**
 * The assertions {@code c2pa.hash.bmff.v3} and {@code c2pa.hash.bmff.v2}: a hash over the boxes of a file, Merkle trees over its
 * media, or both (C2PA 2.5 clauses 14.12.2, 16.3.2 and A.5).
 */
public final class BmffHash implements HardBinding {

    public static final String LABEL = "c2pa.hash.bmff.v3";
    public static final String LABEL_V2 = "c2pa.hash.bmff.v2";

    /** Entries besides those for C2PA boxes and media that nobody needs to be told of (clauses 14.12.2 and A.5.5). */
    private static final Set<String> USUAL = Set.of("/mfra", "/free", "/skip");

    private final List<BoxExclusion> exclusions;
    private final Optional<String> alg;
    private final Optional<Octets> hash;
    private final List<MerkleMap> merkle;
    private final Optional<String> name;

    BmffHash(
            List<BoxExclusion> exclusions,
            Optional<String> alg,
            Optional<Octets> hash,
            List<MerkleMap> merkle,
            Optional<String> name) {
        this.exclusions = List.copyOf(exclusions);
        this.alg = alg;
        this.hash = hash;
        this.merkle = List.copyOf(merkle);
        this.name = name;
    }

    /**
     * Reads the content of the assertion.
     *
     * @throws MalformedContentException when it has no exclusions, or a field breaks the rules
     * @throws LimitExceededException when it has too many Merkle leaves
     */
    public static BmffHash read(CborValue.Map assertion, ReadLimits limits) throws MalformedContentException {
        Fields fields = new Fields("c2pa.hash.bmff", assertion);
        List<BoxExclusion> exclusions = new ArrayList<>();
        for (Fields exclusion : fields.maps("exclusions")) {
            exclusions.add(BoxExclusion.read(exclusion));
        }
        if (exclusions.isEmpty()) {
            throw fields.malformed("no exclusions");
        }
        List<MerkleMap> merkle = new ArrayList<>();
        for (Fields map : fields.maps("merkle")) {
            merkle.add(MerkleMap.read(map, limits));
        }
        return new BmffHash(exclusions, fields.text("alg"), fields.octets("hash"), merkle, fields.text("name"));
    }

    /** The content of the assertion. */
    public CborValue.Map write() {
        return CborValue.map()
                .put(
                        "exclusions",
                        CborValue.array(
                                exclusions.stream().map(BoxExclusion::write).toList()))
                .putText("alg", alg)
                .putValue("hash", hash.map(CborValue::of))
                .putValue(
                        "merkle",
                        merkle.isEmpty()
                                ? Optional.empty()
                                : Optional.of(CborValue.array(
                                        merkle.stream().map(MerkleMap::write).toList())))
                .putText("name", name)
                .build();
    }

    @Override
    public BindingOutcome check(Context context) throws IOException, LimitExceededException {
        List<HashAlgorithm> algorithms = new ArrayList<>();
        for (MerkleMap map : merkle) {
            Optional<HashAlgorithm> algorithm = context.algorithm(map.alg().or(() -> alg));
            if (algorithm.isEmpty()) {
                return context.unsupported(map.alg().or(() -> alg));
            }
            algorithms.add(algorithm.get());
        }
        Optional<HashAlgorithm> algorithm = context.algorithm(alg);
        if (algorithm.isEmpty() && (hash.isPresent() || merkle.isEmpty())) {
            return context.unsupported(alg);
        }
        try {
            return check(context, algorithm.orElseGet(() -> algorithms.get(0)), algorithms);
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return new BindingOutcome.Mismatch("the boxes are broken: " + e.problem());
        }
    }

    static boolean isUsual(BoxExclusion exclusion) {
        return exclusion.equals(BoxExclusion.PROVENANCE) || USUAL.contains(exclusion.xpath());
    }

    List<BoxExclusion> exclusions() {
        return exclusions;
    }

    /** The algorithm this states, else that of the claim; empty when there is none that is allowed. */
    Optional<HashAlgorithm> algorithm(Optional<String> claimAlg) {
        return alg.or(() -> claimAlg).flatMap(HashAlgorithm::ofLabel);
    }

    /**
     * Whether this binds fragments by trees and states no hash of a whole file.
     *
     * @param flat whether the fragments lie in one file, where only a single tree can be compared with a playlist
     */
    public boolean bindsFragments(boolean flat) {
        boolean trees =
                hash.isEmpty() && !merkle.isEmpty() && merkle.get(0).initHash().isPresent();
        return trees && (!flat || merkle.size() == 1);
    }

    /**
     * Compares the binding with the files of one of its tracks; only for a binding for which {@link #bindsFragments} holds.
     *
     * @param claimAlg the hash algorithm of the claim
     * @throws MalformedContentException when the initialization segment cannot be read
     */
    public TrackCheck check(FragmentedTrack track, Optional<String> claimAlg, CryptoEngine engine, ReadLimits limits)
            throws IOException, MalformedContentException {
        List<HashAlgorithm> algorithms = new ArrayList<>();
        for (MerkleMap map : merkle) {
            Optional<String> stated = map.alg().or(() -> alg).or(() -> claimAlg);
            Optional<HashAlgorithm> algorithm = stated.flatMap(HashAlgorithm::ofLabel);
            if (algorithm.isEmpty()) {
                BindingOutcome unsupported = new BindingOutcome.UnsupportedAlgorithm(stated.orElse(""));
                return new TrackCheck(unsupported, true, map.count(), 0, List.of(), List.of());
            }
            algorithms.add(algorithm.get());
        }
        return new TrackComparison(exclusions, merkle, algorithms, engine, limits)
                .compare(track, additionalExclusions());
    }

    private BindingOutcome check(Context context, HashAlgorithm algorithm, List<HashAlgorithm> algorithms)
            throws IOException, MalformedContentException {
        ByteSource source = context.asset().source();
        BmffFile file = BmffFile.read(source, context.limits());
        if (hash.isPresent() && !merkle.isEmpty() && file.fragmented()) {
            return new BindingOutcome.Malformed("a hash and Merkle trees for a fragmented file");
        }
        if (hash.isEmpty() && merkle.isEmpty()) {
            return new BindingOutcome.Mismatch("the assertion states no hash");
        }
        if (file.trailing().isPresent()) {
            return new BindingOutcome.Mismatch("octets after the last box");
        }
        for (EmbeddedStore store : context.map().stores()) {
            if (!store.padding().isZero()) {
                return new BindingOutcome.Mismatch("the padding after the manifest store is not zero");
            }
        }
        ExcludedOctets excluded = new ExclusionMatcher(source, context.limits()).match(file.boxes(), exclusions);
        Optional<Long> unbound = UnboundMedia.first(source, file, excluded, !merkle.isEmpty(), context.limits());
        if (unbound.isPresent()) {
            return new BindingOutcome.Mismatch("media at offset " + unbound.get() + " that no hash covers");
        }
        List<MerkleProof> proofs = merkle.isEmpty() ? List.of() : MerkleProof.in(source, file, context.limits());
        BoundFile bound = new BoundFile(source, file, excluded, proofs, context.engine());
        MerkleCheck check = file.fragmented() && !merkle.isEmpty()
                ? new FragmentMerkle(bound, merkle, algorithms)
                : new MediaMerkle(bound, merkle, algorithms, hash.isPresent());
        Optional<BindingOutcome> problem = merkle.isEmpty() ? Optional.empty() : check.prepare();
        return problem.isPresent() ? problem.get() : compare(context, algorithm, bound, check);
    }

    private BindingOutcome compare(Context context, HashAlgorithm algorithm, BoundFile bound, MerkleCheck check)
            throws IOException {
        DigestPlan chain = hash.isPresent()
                ? bound.excluded().plan(bound.file().boxes(), algorithm)
                : new DigestPlan(algorithm, List.of());
        BindingPlan plan = new BindingPlan(chain, check.leaves());
        BindingDigests digests = DigestRunner.run(bound.source(), plan, bound.engine(), context.threads());
        if (hash.isPresent() && !hash.get().equals(digests.chain())) {
            return new BindingOutcome.Mismatch("the hash of the boxes is another one");
        }
        boolean boxesUnbound = hash.isEmpty() && !bound.file().fragmented();
        return check.compare(digests.leaves())
                .orElseGet(() -> new BindingOutcome.Match(boxesUnbound || additionalExclusions()));
    }

    /** Whether something is left out besides what C2PA 2.5 wants left out; {@code /ftyp} was wanted up to 2.4. */
    private boolean additionalExclusions() {
        for (BoxExclusion exclusion : exclusions) {
            boolean usual = isUsual(exclusion) || exclusion.equals(BoxExclusion.MEDIA) && !merkle.isEmpty();
            if (!usual) {
                return true;
            }
        }
        return false;
    }
}
