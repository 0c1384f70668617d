package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.container.Containers;
import org.estampille.container.EmbeddedStore;

/**
 * The assertion {@code c2pa.hash.data}: one hash over the file without some ranges (C2PA 2.5 clauses 14.12.1 and 16.3.1).
 *
 * @param exclusions ranges left out, ascending and disjoint
 * @param alg hash algorithm, else the claim's
 * @param hash of everything else; a binding without one matches nothing
 * @param pad zeros that fill up space
 * @param pad2 more of them
 * @param name what the hash covers, for people
 */
public record DataHash(
        List<ByteRange> exclusions,
        Optional<String> alg,
        Optional<Octets> hash,
        Octets pad,
        Optional<Octets> pad2,
        Optional<String> name)
        implements HardBinding {

    public static final String LABEL = "c2pa.hash.data";

    /** No file reaches that far, and moving an offset up to here cannot overflow. */
    private static final long FARTHEST = Long.MAX_VALUE / 4;

    public DataHash {
        exclusions = List.copyOf(exclusions);
    }

    /**
     * Reads the content of the assertion.
     *
     * @throws MalformedContentException when exclusions overlap or are out of order, or a field has a wrong type
     */
    public static DataHash read(CborValue.Map assertion) throws MalformedContentException {
        Fields fields = new Fields(LABEL, assertion);
        List<ByteRange> exclusions = new ArrayList<>();
        long end = 0;
        for (Fields exclusion : fields.maps("exclusions")) {
            long start = exclusion.requiredCount("start");
            long length = exclusion.requiredCount("length");
            if (start < end || length > Long.MAX_VALUE - start) {
                throw fields.malformed("exclusions overlap or are out of order");
            }
            exclusions.add(new ByteRange(start, length));
            end = start + length;
        }
        return new DataHash(
                exclusions,
                fields.text("alg"),
                fields.octets("hash"),
                fields.octets("pad").orElse(Octets.empty()),
                fields.octets("pad2"),
                fields.text("name"));
    }

    /** The content of the assertion. */
    public CborValue.Map write() {
        List<CborValue> ranges = new ArrayList<>();
        for (ByteRange range : exclusions) {
            ranges.add(CborValue.map()
                    .put("start", range.start())
                    .put("length", range.length())
                    .build());
        }
        return CborValue.map()
                .putValue("exclusions", ranges.isEmpty() ? Optional.empty() : Optional.of(CborValue.array(ranges)))
                .putText("alg", alg)
                .putValue("hash", hash.map(CborValue::of))
                .put("pad", pad)
                .putValue("pad2", pad2.map(CborValue::of))
                .putText("name", name)
                .build();
    }

    @Override
    public BindingOutcome check(Context context) throws IOException, LimitExceededException {
        Optional<HashAlgorithm> algorithm = context.algorithm(alg);
        if (algorithm.isEmpty()) {
            return context.unsupported(alg);
        }
        if (hash.isEmpty()) {
            return new BindingOutcome.Mismatch("the assertion states no hash");
        }
        Optional<EmbeddedStore> store = context.map().stores().stream().findFirst();
        List<ByteRange> left = context.updated() && store.isPresent() && end() < FARTHEST
                ? afterUpdate(store.get().extent())
                : exclusions;
        long length = context.asset().source().length();
        if (!left.isEmpty() && left.get(left.size() - 1).end() > length) {
            return new BindingOutcome.Mismatch("an exclusion ends past the file");
        }
        List<ByteRange> forStore = forStore(left, store);
        if (store.isPresent()) {
            Optional<String> problem = new StoreExclusion(context.asset().source(), store.get())
                    .problem(forStore, context.asset().format().family() == AssetFormat.Family.JPEG);
            if (problem.isPresent()) {
                return new BindingOutcome.Mismatch(problem.get());
            }
        }
        List<ByteRange> lengthFields = lengthFields(context, store);
        if (store.isEmpty() && !StoreExclusion.blank(context.asset(), left, lengthFields)) {
            return new BindingOutcome.Mismatch("no manifest store is where the exclusions are, but something else");
        }
        BindingPlan plan = BindingPlan.flat(plan(left, length, algorithm.get()));
        BindingDigests digests = DigestRunner.run(context.asset().source(), plan, context.engine(), context.threads());
        return digests.chain().equals(hash.get())
                ? new BindingOutcome.Match(left.size() > forStore.size() + expected(left, lengthFields))
                : new BindingOutcome.Mismatch("the hash of the file is another one");
    }

    private long end() {
        return exclusions.isEmpty() ? 0 : exclusions.get(exclusions.size() - 1).end();
    }

    /** The exclusion at the store has the length the store has now, and what follows moves by as much (clause 14.12.1). */
    private List<ByteRange> afterUpdate(ByteRange extent) {
        List<ByteRange> moved = new ArrayList<>();
        long shift = 0;
        for (ByteRange exclusion : exclusions) {
            if (exclusion.start() == extent.start() && !exclusion.isEmpty()) {
                shift = extent.length() - exclusion.length();
                moved.add(extent);
            } else if (exclusion.start() + shift >= 0) {
                moved.add(exclusion.shift(shift));
            }
        }
        return moved;
    }

    /** How many exclusions the format itself calls for beside that of the store. */
    private static int expected(List<ByteRange> left, List<ByteRange> lengthFields) {
        int expected = 0;
        for (ByteRange field : lengthFields) {
            expected += left.contains(field) ? 1 : 0;
        }
        return expected;
    }

    private static List<ByteRange> lengthFields(Context context, Optional<EmbeddedStore> store)
            throws IOException, LimitExceededException {
        Optional<ByteRange> extent = store.isPresent() ? Optional.of(store.get().extent()) : Optional.empty();
        try {
            return Containers.of(context.asset().format()).lengthFields(context.asset(), extent, context.limits());
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return List.of();
        }
    }

    private static List<ByteRange> forStore(List<ByteRange> exclusions, Optional<EmbeddedStore> store) {
        List<ByteRange> found = new ArrayList<>();
        for (ByteRange exclusion : exclusions) {
            if (store.isPresent() && exclusion.overlaps(store.get().extent())) {
                found.add(exclusion);
            }
        }
        return found;
    }

    /** Everything of a file of {@code length} octets except {@code exclusions}. */
    static DigestPlan plan(List<ByteRange> exclusions, long length, HashAlgorithm algorithm) {
        List<DigestPlan.Input> inputs = new ArrayList<>();
        long at = 0;
        for (ByteRange exclusion : exclusions) {
            inputs.add(new DigestPlan.FileRange(ByteRange.between(at, exclusion.start())));
            at = exclusion.end();
        }
        inputs.add(new DigestPlan.FileRange(ByteRange.between(at, length)));
        return new DigestPlan(algorithm, inputs);
    }
}
