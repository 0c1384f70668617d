package org.estampille.container.id3;

import java.io.IOException;
import java.util.ArrayList;
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

/** Finds the GEOB frames of a tag that hold manifest stores. */
final class Id3Stores {

    /** Media type, file name and description of a store are far shorter. */
    private static final int FIELDS = 4 << 10;

    /**
     * A store and its frame.
     *
     * @param frame in the tag as it is walked
     * @param store with its place in the file
     */
    record Found(Id3Frame frame, EmbeddedStore store) {}

    private final ByteSource source;
    private final ReadLimits limits;
    private final List<Found> found = new ArrayList<>();
    private final List<Suspicion> suspicions = new ArrayList<>();

    Id3Stores(ByteSource source, ReadLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    List<Found> found() {
        return List.copyOf(found);
    }

    List<Suspicion> suspicions() {
        return List.copyOf(suspicions);
    }

    /** Looks through a tag of version 2.3 or 2.4; older ones have no GEOB frames. */
    Id3Stores look(Id3Tag tag) throws IOException, MalformedContentException {
        if (tag.isUnsynchronisedWhole() && tag.version() > 2) {
            Octets raw = source.octets(tag.body(), limits);
            Octets plain = Unsynchronisation.undo(raw);
            for (Id3Frame frame : Id3Walk.synchronised(tag, plain, limits).frames()) {
                ByteRange content = frame.content(tag.version()).shift(-Id3Tag.HEADER);
                Optional<Integer> start = start(frame, tag, plain.slice((int) content.start(), (int) content.length()));
                if (start.isPresent()) {
                    int from = (int) content.start() + start.get();
                    ByteRange place = ByteRange.between(
                            Unsynchronisation.lengthOf(raw, from),
                            Unsynchronisation.lengthOf(raw, (int) content.end()));
                    add(frame, place.shift(Id3Tag.HEADER), plain.slice(from, (int) content.end() - from));
                }
            }
        } else {
            for (Id3Frame frame : tag.frames()) {
                if (frame.id().equals("GEOB")) {
                    look(tag, frame);
                }
            }
        }
        return this;
    }

    private void look(Id3Tag tag, Id3Frame frame) throws IOException, MalformedContentException {
        ByteRange content = frame.content(tag.version());
        ByteRange fields = new ByteRange(content.start(), Math.min(FIELDS, content.length()));
        Optional<Integer> start = start(frame, tag, source.octets(fields, limits));
        if (start.isPresent()) {
            ByteRange place = ByteRange.between(content.start() + start.get(), content.end());
            LimitExceededException.check("manifest store", place.length(), room());
            Octets octets = source.octets(place, limits);
            boolean unsynchronised =
                    tag.version() == 4 && (tag.isUnsynchronised() || (frame.format() & Id3Frame.UNSYNCHRONISED_4) != 0);
            add(frame, place, unsynchronised ? Unsynchronisation.undo(octets) : octets);
        }
    }

    private int room() {
        return (int) Math.min(Integer.MAX_VALUE, (long) limits.manifestStore() + StoreFrame.RESERVE);
    }

    private Optional<Integer> start(Id3Frame frame, Id3Tag tag, Octets content) {
        Optional<Integer> start = frame.id().equals("GEOB") ? StoreFrame.objectStart(content) : Optional.empty();
        if (start.isPresent() && frame.isPacked(tag.version())) {
            suspicions.add(new Suspicion(frame.range(), "the frame of the manifest store is compressed or encrypted"));
            return Optional.empty();
        }
        return start;
    }

    private void add(Id3Frame frame, ByteRange place, Octets object) throws LimitExceededException {
        EmbeddedStore store = EmbeddedStore.split(List.of(place), object, EmbeddedStore.Role.MANIFEST);
        LimitExceededException.check("manifest store", store.store().length(), limits.manifestStore());
        found.add(new Found(frame, store));
    }
}
