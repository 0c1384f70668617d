package org.estampille.container.bmff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/**
 * A top-level {@code uuid} box of C2PA (C2PA 2.5 clause A.5.1).
 *
 * @param range the whole box
 * @param purpose the {@code box_purpose} as written; empty when the box is too short to state one or is of an unknown version
 * @param content the octets after the purpose and its closing zero: an offset and a store, or CBOR, and padding
 */
public record ProvenanceBox(ByteRange range, String purpose, ByteRange content) {

    /** The extended type of the box. */
    public static final Octets UUID = Octets.ofHex("d8fec3d61b0e483c92975828877ec481");

    public static final String MANIFEST = "manifest";
    public static final String ORIGINAL = "original";
    public static final String UPDATE = "update";
    public static final String MERKLE = "merkle";

    private static final int LONGEST_PURPOSE = 32;
    private static final int FULL_BOX = 4;

    /** All C2PA boxes of the top level, in file order. */
    public static List<ProvenanceBox> in(ByteSource source, BmffFile file) throws IOException {
        List<ProvenanceBox> found = new ArrayList<>();
        for (BmffBox box : file.boxes()) {
            if (box.type().equals("uuid")) {
                read(source, box).ifPresent(found::add);
            }
        }
        return found;
    }

    /**
     * A new auxiliary box of a Merkle tree.
     *
     * @param content CBOR that says which leaf the fragment is
     */
    public static Octets merkle(Octets content) {
        Octets body = Octets.concat(
                Octets.ofAscii("uuid"), UUID, Octets.zeros(FULL_BOX), Octets.ofAscii(MERKLE + "\0"), content);
        return Octets.concat(Octets.u32be(body.length() + 4L), body);
    }

    /** Where a box of a manifest store that starts at {@code start} says where the first auxiliary box is, in 64 bits. */
    public static long firstMerkleField(long start) {
        return start + 8 + UUID.length() + FULL_BOX + MANIFEST.length() + 1;
    }

    /** The octets of {@link #content} with its padding. */
    public Octets read(ByteSource source, ReadLimits limits) throws IOException, MalformedContentException {
        LimitExceededException.check("manifest store", content.length(), limits.manifestStore());
        return source.octets(content, limits);
    }

    private static Optional<ProvenanceBox> read(ByteSource source, BmffBox box) throws IOException {
        ByteRange payload = box.payload();
        byte[] head = new byte[(int) Math.min(UUID.length() + FULL_BOX + LONGEST_PURPOSE + 1, payload.length())];
        source.read(payload.start(), ByteBuffer.wrap(head));
        Octets octets = Octets.adopt(head);
        if (!octets.startsWith(UUID)) {
            return Optional.empty();
        }
        int start = UUID.length() + FULL_BOX;
        Optional<Integer> end = octets.indexOf(Octets.of(0), start);
        if (end.isEmpty() || !octets.slice(UUID.length(), FULL_BOX).isZero()) {
            return Optional.of(new ProvenanceBox(box.range(), "", payload));
        }
        String purpose = octets.slice(start, end.get() - start).utf8();
        ByteRange content = ByteRange.between(payload.start() + end.get() + 1, payload.end());
        return Optional.of(new ProvenanceBox(box.range(), purpose, content));
    }
}
