package org.estampille.bind;

import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.jspecify.annotations.Nullable;

/**
 * What one hash covers: ranges of a file, ascending, with literal octets between them.
 *
 * @param algorithm to compute
 * @param inputs fed in this order
 */
public record DigestPlan(HashAlgorithm algorithm, List<Input> inputs) {

    /** A piece of what is hashed. */
    public sealed interface Input {}

    /** Octets of the file. */
    public record FileRange(ByteRange range) implements Input {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof FileRange that && range.equals(that.range);
        }

        @Override
        public int hashCode() {
            return range.hashCode();
        }
    }

    /** Octets that stand in no file, such as the offset that precedes each BMFF box. */
    public record Literal(Octets octets) implements Input {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Literal that && octets.equals(that.octets);
        }

        @Override
        public int hashCode() {
            return octets.hashCode();
        }
    }

    public DigestPlan {
        inputs = List.copyOf(inputs);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DigestPlan that && algorithm == that.algorithm && inputs.equals(that.inputs);
    }

    @Override
    public int hashCode() {
        return inputs.hashCode();
    }

    /** The ranges of the file that are hashed, ranges that touch joined to one. */
    public List<ByteRange> ranges() {
        List<ByteRange> ranges = new ArrayList<>();
        for (Input input : inputs) {
            if (input instanceof FileRange file && !file.range().isEmpty()) {
                int last = ranges.size() - 1;
                if (last >= 0 && ranges.get(last).end() == file.range().start()) {
                    ranges.set(
                            last,
                            ByteRange.between(
                                    ranges.get(last).start(), file.range().end()));
                } else {
                    ranges.add(file.range());
                }
            }
        }
        return ranges;
    }
}
