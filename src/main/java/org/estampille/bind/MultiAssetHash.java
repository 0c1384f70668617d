package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.container.bmff.BmffBox;
import org.estampille.container.bmff.BmffFile;
import org.estampille.manifest.HashedUri;

/**
 * The assertion {@code c2pa.hash.multi-asset}: a hash of its own for every part of a file, so that optional parts can be lost
 * (C2PA 2.5 clauses 14.12.4 and 16.3.5). It binds nothing unless the hard binding does not fit.
 *
 * @param parts in file order
 */
public record MultiAssetHash(List<PartHash> parts) {

    public static final String LABEL = "c2pa.hash.multi-asset";

    /**
     * One part.
     *
     * @param range where it stands; empty when a box says so
     * @param box path of the BMFF box whose payload it is
     * @param assertion reference to the hash
     * @param optional whether it may be missing
     */
    public record PartHash(Optional<ByteRange> range, Optional<String> box, HashedUri assertion, boolean optional) {}

    /** Finds the hash assertion of a part, its label without instance suffix. */
    public interface PartAssertions {

        /** A hash assertion of a part. */
        record Found(String label, CborValue.Map content) {}

        /** Empty when the reference leads nowhere, or to something else than what was signed. */
        Optional<Found> find(HashedUri reference) throws LimitExceededException;
    }

    private record Located(PartHash part, ByteRange range, boolean truncated) {}

    public MultiAssetHash {
        parts = List.copyOf(parts);
    }

    /**
     * Reads the content of the assertion.
     *
     * @throws MalformedContentException when a part has no location or no hash assertion
     */
    public static MultiAssetHash read(CborValue.Map assertion) throws MalformedContentException {
        Fields fields = new Fields(LABEL, assertion);
        List<PartHash> parts = new ArrayList<>();
        for (Fields part : fields.maps("parts")) {
            Fields location =
                    new Fields(LABEL, part.present(part.value("location").flatMap(CborValue::asMap), "location"));
            Optional<String> box = location.text("bmffBox");
            HashedUri hash = part.present(part.value("hashAssertion").flatMap(HashedUri::read), "hashAssertion");
            parts.add(new PartHash(
                    box.isPresent() ? Optional.empty() : Optional.of(range(location)),
                    box,
                    hash,
                    part.flag("optional").orElse(false)));
        }
        if (parts.isEmpty()) {
            throw fields.malformed("no parts");
        }
        return new MultiAssetHash(parts);
    }

    private static ByteRange range(Fields location) throws MalformedContentException {
        long start = location.requiredCount("byteOffset");
        long length = location.requiredCount("length");
        if (length > Long.MAX_VALUE - start) {
            throw location.malformed("a part ends past any file");
        }
        return new ByteRange(start, length);
    }

    /** Compares every part that is there. */
    public BindingOutcome check(HardBinding.Context context, PartAssertions assertions)
            throws IOException, LimitExceededException {
        List<Located> located = new ArrayList<>();
        for (PartHash part : parts) {
            Optional<Located> place = locate(part, context.asset().source(), context.limits());
            if (place.isPresent()) {
                located.add(place.get());
            } else if (part.box().isPresent()) {
                return new BindingOutcome.Malformed(
                        "there is no box " + part.box().get());
            } else if (!part.optional()) {
                return new BindingOutcome.Missing("a part that is not optional is not there");
            }
        }
        if (!covers(located, context.asset().source().length())) {
            return new BindingOutcome.Malformed("the parts overlap or do not cover the file");
        }
        for (Located part : located) {
            BindingOutcome outcome = check(part, context, assertions);
            if (!(outcome instanceof BindingOutcome.Match)) {
                return outcome;
            }
        }
        return new BindingOutcome.Match(false);
    }

    private static Optional<Located> locate(PartHash part, ByteSource source, ReadLimits limits)
            throws IOException, LimitExceededException {
        if (part.range().isPresent()) {
            ByteRange range = part.range().get();
            if (range.start() >= source.length()) {
                return Optional.empty();
            }
            long end = Math.min(range.end(), source.length());
            return Optional.of(new Located(part, ByteRange.between(range.start(), end), range.end() > source.length()));
        }
        return payload(part.box().orElse(""), source, limits).map(range -> new Located(part, range, false));
    }

    /** Only a box at top level can be a part: the rest of its parent would belong to none. */
    private static Optional<ByteRange> payload(String xpath, ByteSource source, ReadLimits limits)
            throws IOException, LimitExceededException {
        Optional<BoxPath> path = BoxPath.read(xpath.startsWith("/") ? xpath : "/" + xpath);
        if (path.isEmpty() || path.get().steps().size() != 1) {
            return Optional.empty();
        }
        BoxPath.Step step = path.get().steps().get(0);
        try {
            List<BmffBox> boxes = BmffFile.read(source, limits).named(step.type());
            int index = Math.max(step.index(), 1) - 1;
            boolean one = index < boxes.size() && (step.index() > 0 || boxes.size() == 1);
            return one ? Optional.of(boxes.get(index).payload()) : Optional.empty();
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return Optional.empty();
        }
    }

    private static boolean covers(List<Located> located, long length) {
        long at = 0;
        for (Located part : located) {
            if (part.range().start() != at) {
                return false;
            }
            at = part.range().end();
        }
        return at == length;
    }

    private static BindingOutcome check(Located part, HardBinding.Context context, PartAssertions assertions)
            throws IOException, LimitExceededException {
        if (part.truncated()) {
            return new BindingOutcome.Mismatch("a part is cut short");
        }
        Optional<PartAssertions.Found> found = assertions.find(part.part().assertion());
        if (found.isEmpty() || !found.get().label().endsWith(PartBinding.SUFFIX)) {
            return new BindingOutcome.Malformed(
                    "no hash of a part at " + part.part().assertion().url());
        }
        return PartBinding.check(found.get(), part.range(), context);
    }
}
