package org.estampille.container.jpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerMap.Suspicion;
import org.estampille.container.EmbeddedStore;

/**
 * The pieces of one JUMBF box, told from other boxes by their instance number.
 *
 * @param segments in file order, never empty
 */
record JumbfGroup(List<JumbfSegment> segments) {

    JumbfGroup {
        segments = List.copyOf(segments);
    }

    private static final Octets DESCRIPTION = Octets.ofAscii("jumd");
    private static final Octets STORE_TYPE = Octets.ofHex("6332706100110010800000aa00389b71");
    private static final Octets STORE_LABEL = Octets.ofHex("6332706100");
    private static final int TYPE_AT = 8;
    private static final int LABEL_AT = 25;

    /** Whether the box is a C2PA manifest store by its type or label, in whatever order its pieces stand. */
    boolean isManifestStore() {
        for (JumbfSegment segment : segments) {
            if (describesStore(segment.head())) {
                return true;
            }
        }
        return describesStore(headInSequence());
    }

    /** The first octets of the box where its first pieces are too short to show what it is. */
    private Octets headInSequence() {
        List<JumbfSegment> sorted = new ArrayList<>(segments);
        sorted.sort(Comparator.comparingLong(JumbfSegment::sequence));
        Octets head = Octets.empty();
        for (int i = 0; i < sorted.size() && head.length() < LABEL_AT + STORE_LABEL.length(); i++) {
            head = Octets.concat(head, sorted.get(i).head());
        }
        return head;
    }

    private static boolean describesStore(Octets head) {
        return stands(DESCRIPTION, head, 4)
                && (stands(STORE_TYPE, head, TYPE_AT) || stands(STORE_LABEL, head, LABEL_AT));
    }

    private static boolean stands(Octets wanted, Octets in, int at) {
        return in.length() >= at + wanted.length()
                && in.slice(at, wanted.length()).equals(wanted);
    }

    /** What keeps the pieces from being put together; empty when nothing does. */
    Optional<Suspicion> fault() {
        for (int i = 1; i < segments.size(); i++) {
            JumbfSegment before = segments.get(i - 1);
            JumbfSegment here = segments.get(i);
            if (here.sequence() != before.sequence() + 1) {
                return Optional.of(suspicion("the APP11 segments of a C2PA manifest store are out of sequence"));
            }
            if (here.range().start() != before.range().end()) {
                return Optional.of(suspicion("the APP11 segments of a C2PA manifest store are not contiguous"));
            }
            if (!here.boxHeader().equals(before.boxHeader())) {
                return Optional.of(
                        suspicion("the APP11 segments of a C2PA manifest store repeat different box headers"));
            }
        }
        return Optional.empty();
    }

    private Suspicion suspicion(String what) {
        return new Suspicion(
                ByteRange.between(
                        segments.get(0).range().start(),
                        segments.get(segments.size() - 1).range().end()),
                what);
    }

    /** The store, put together from the pieces in file order. */
    EmbeddedStore store(ByteSource source, ReadLimits limits) throws IOException, MalformedContentException {
        long length = segments.get(0).boxHeader().length();
        for (JumbfSegment segment : segments) {
            length += segment.data().length();
        }
        LimitExceededException.check("manifest store", length, limits.manifestStore());
        ByteBuffer payload = ByteBuffer.allocate(limits.admit(length));
        payload.put(segments.get(0).boxHeader().asBuffer());
        List<ByteRange> wrapper = new ArrayList<>();
        for (JumbfSegment segment : segments) {
            wrapper.add(segment.range());
            payload.limit(payload.position() + (int) segment.data().length());
            source.read(segment.data().start(), payload);
        }
        return EmbeddedStore.split(wrapper, Octets.adopt(payload.array()), EmbeddedStore.Role.MANIFEST);
    }
}
