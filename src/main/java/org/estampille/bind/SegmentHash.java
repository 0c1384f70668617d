package org.estampille.bind;

import java.io.IOException;
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
import org.estampille.container.bmff.BmffFile;
import org.estampille.crypto.CryptoEngine;

/**
 * The hash of one segment of live media, without the messages that carry it (C2PA 2.5 clause 15.5.1).
 *
 * @param exclusions what is left out
 * @param algorithm of the hash
 * @param hash of the rest
 */
public record SegmentHash(List<BoxExclusion> exclusions, HashAlgorithm algorithm, Octets hash) {

    private static final String MESSAGES = "/emsg";
    private static final int FLAGS = 3;
    /** Where the scheme stands in an event message, counted from the start of its box as everywhere else (clause 16.3.2.2). */
    private static final long SCHEME_AT = 12;

    public SegmentHash {
        exclusions = List.copyOf(exclusions);
    }

    /**
     * Reads a hash.
     *
     * @param map the {@code bmff-hash-map}
     * @param scheme of the messages that it must leave out
     * @param claimAlg the hash algorithm of the claim, for a map that states none
     * @throws MalformedContentException when it has Merkle trees or no hash, or does not leave out the messages
     */
    public static SegmentHash read(CborValue.Map map, String scheme, Optional<String> claimAlg, ReadLimits limits)
            throws MalformedContentException {
        Fields fields = new Fields("bmffHash", map);
        BmffHash bmff = BmffHash.read(map, limits);
        if (fields.value("merkle").isPresent()) {
            throw fields.malformed("Merkle trees for one segment");
        }
        HashAlgorithm algorithm = bmff.algorithm(claimAlg)
                .orElseThrow(() -> fields.malformed("a hash algorithm that is missing or not allowed"));
        List<BoxExclusion> exclusions = new ArrayList<>();
        boolean messages = false;
        for (BoxExclusion exclusion : bmff.exclusions()) {
            boolean theirs = exclusion.xpath().equals(MESSAGES) && names(exclusion, scheme);
            exclusions.add(theirs ? ofMessages(exclusion, scheme) : exclusion);
            messages |= theirs;
        }
        if (!messages) {
            throw fields.malformed("the messages with the hash are not left out of it");
        }
        return new SegmentHash(exclusions, algorithm, fields.present(fields.octets("hash"), "hash"));
    }

    private static boolean names(BoxExclusion exclusion, String scheme) {
        return exclusion.data().stream()
                .anyMatch(data -> data.value().equals(Octets.ofAscii(scheme))
                        && (data.offset() == 0 || data.offset() == SCHEME_AT));
    }

    /**
     * The clause writes an offset of 0, at which no box holds anything but its length: the scheme is meant. It is meant whole, and as
     * boxes of version 0 have it, or messages of other schemes that only begin alike would be left out as well.
     */
    private static BoxExclusion ofMessages(BoxExclusion written, String scheme) {
        List<BoxExclusion.Data> data = written.data().stream()
                .map(one -> one.value().equals(Octets.ofAscii(scheme))
                        ? new BoxExclusion.Data(SCHEME_AT, Octets.ofAscii(scheme + "\0"))
                        : one)
                .toList();
        return new BoxExclusion(
                written.xpath(),
                written.length(),
                data,
                written.subset(),
                Optional.of(0L),
                Optional.of(Octets.zeros(FLAGS)),
                true);
    }

    /** Whether it leaves out more than the messages, C2PA boxes, and what holds nothing that is played. */
    public boolean additionalExclusions() {
        return !exclusions.stream()
                .allMatch(one -> one.xpath().equals(MESSAGES) && !one.data().isEmpty() || BmffHash.isUsual(one));
    }

    /** What a segment is by this hash: INTACT, ALTERED, or BROKEN where something in it is bound by no hash. */
    public FragmentState compare(ByteSource source, BmffFile file, CryptoEngine engine, ReadLimits limits)
            throws IOException, LimitExceededException {
        try {
            ExcludedOctets excluded = new ExclusionMatcher(source, limits).match(file.boxes(), exclusions);
            boolean unbound = file.trailing().isPresent()
                    || UnboundMedia.first(source, file, excluded, false, limits).isPresent();
            if (unbound) {
                return FragmentState.BROKEN;
            }
            BindingPlan plan = BindingPlan.flat(excluded.plan(file.boxes(), algorithm));
            boolean same = DigestRunner.run(source, plan, engine, 1).chain().equals(hash);
            return same ? FragmentState.INTACT : FragmentState.ALTERED;
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return FragmentState.BROKEN;
        }
    }
}
