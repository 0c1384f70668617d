package org.estampille.container.bmff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.EmbeddedStore;

/** The form of C2PA boxes that carry a manifest store. */
final class StoreBox {

    /** Octets of the field {@code first_merkle_aux_offset}. */
    static final int MERKLE_OFFSET = 8;

    private static final Octets JUMB = Octets.ofAscii("jumb");
    private static final Octets JUMD = Octets.ofAscii("jumd");

    /** How far into a box of another purpose a store is looked for. */
    private static final int LOOKED_AT = 64;

    /** What stands before a store in a new box, the size apart. */
    private static final Octets AFTER_SIZE = afterSize(ProvenanceBox.MANIFEST);

    /** The standard gives a box of updates no offset field; readers expect the one that the reference writer gives it. */
    private static final Octets AFTER_SIZE_OF_UPDATES = afterSize(ProvenanceBox.UPDATE);

    private StoreBox() {}

    private static Octets afterSize(String purpose) {
        return Octets.concat(
                Octets.ofAscii("uuid"),
                ProvenanceBox.UUID,
                Octets.zeros(4),
                Octets.ofAscii(purpose + "\0"),
                Octets.zeros(MERKLE_OFFSET));
    }

    /** Octets of a new box around a store of that length. */
    static long length(long storeLength) {
        return 4 + AFTER_SIZE.length() + storeLength;
    }

    /** A new box of purpose {@code manifest}; the file has no auxiliary Merkle boxes. */
    static Octets wrap(Octets store) {
        return Octets.concat(Octets.u32be(length(store.length())), AFTER_SIZE, store);
    }

    /** Octets of a new box around a store of updates. */
    static long updateLength(long storeLength) {
        return 4 + AFTER_SIZE_OF_UPDATES.length() + storeLength;
    }

    /** A new box of purpose {@code update}. */
    static Octets wrapUpdate(Octets store) {
        return Octets.concat(Octets.u32be(updateLength(store.length())), AFTER_SIZE_OF_UPDATES, store);
    }

    /** The start of a store's box with the purpose {@code original}, which is as long as {@code manifest}. */
    static Octets asOriginal(Octets head) {
        Octets purpose = Octets.ofAscii(ProvenanceBox.MANIFEST + "\0");
        int at = head.indexOf(purpose, 0).orElse(-1);
        return at < 0
                ? head
                : Octets.concat(
                        head.slice(0, at),
                        Octets.ofAscii(ProvenanceBox.ORIGINAL + "\0"),
                        head.from(at + purpose.length()));
    }

    /** Reads the store in {@code box}, whose purpose says that it holds one. */
    static EmbeddedStore read(ByteSource source, ProvenanceBox box, EmbeddedStore.Role role, ReadLimits limits)
            throws IOException, MalformedContentException {
        Octets content = box.read(source, limits);
        Octets rest = content.from(Math.min(storeStart(content, role), content.length()));
        int length = storeLength(rest);
        return new EmbeddedStore(List.of(box.range()), rest.slice(0, length), rest.from(length), role);
    }

    /**
     * Whether the content looks like a manifest store, whatever the purpose says: the purpose is bound by no hash, and a shorter
     * one shifts what follows.
     */
    static boolean holdsStore(ByteSource source, ProvenanceBox box) throws IOException {
        byte[] head = new byte[(int) Math.min(LOOKED_AT, box.content().length())];
        source.read(box.content().start(), ByteBuffer.wrap(head));
        Octets octets = Octets.adopt(head);
        Optional<Integer> at = octets.indexOf(JUMB, 0);
        return at.isPresent()
                && octets.length() >= at.get() + 12
                && octets.slice(at.get() + 8, 4).equals(JUMD);
    }

    /**
     * Boxes of purpose {@code update} have no offset field by the standard, but the reference writer gives them one: the superbox
     * itself says which.
     */
    private static int storeStart(Octets content, EmbeddedStore.Role role) {
        return role == EmbeddedStore.Role.UPDATE && startsSuperbox(content, 0) ? 0 : MERKLE_OFFSET;
    }

    static boolean startsSuperbox(Octets octets, int at) {
        return octets.length() >= at + 8 && octets.slice(at + 4, 4).equals(JUMB);
    }

    /** As long as the superbox says, or everything where it says nothing sensible: its reader will tell what is wrong. */
    private static int storeLength(Octets octets) {
        if (!startsSuperbox(octets, 0)) {
            return octets.length();
        }
        long length = octets.uint32At(0);
        if (length == 1 && octets.length() >= 16) {
            length = octets.asBuffer().getLong(8);
        }
        return length < 8 || length > octets.length() ? octets.length() : (int) length;
    }
}
