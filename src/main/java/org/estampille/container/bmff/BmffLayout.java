package org.estampille.container.bmff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat.Wish;
import org.estampille.container.Layout;
import org.estampille.container.SegmentList;

/**
 * Plans one file anew: C2PA boxes are left out, the slot comes in, and every index of file offsets says where its octets went.
 * An index that grows when it is promoted to 64 bits moves what follows it, so the plan is made again until no box grows.
 * Where the media are to move in steps, {@link Headroom} evens out what stands before them.
 */
final class BmffLayout {

    private static final Set<String> INDEXES = Set.of("moov", "meta", "moof", "mfra", "sidx");
    private static final int LARGE_HEADER = 16;

    /**
     * A top-level box to be kept or left out.
     *
     * @param index its octets, where it states places in the file that may move
     * @param header what replaces its header
     * @param proof a box that goes before it
     */
    private record Piece(
            BmffBox box, boolean dropped, Optional<Octets> index, Optional<Octets> header, Optional<Octets> proof) {

        long prefaced() {
            return proof.map(Octets::length).orElse(0);
        }
    }

    private final ByteSource source;
    private final Wish wish;
    private final ReadLimits limits;
    private final Optional<Octets> xmp;
    private final Set<Long> promoted = new HashSet<>();
    private final Headroom headroom;
    private Octets fileType = Octets.empty();

    BmffLayout(ByteSource source, Wish wish, ReadLimits limits) {
        this.source = source;
        this.wish = wish;
        this.limits = limits;
        this.xmp = wish.xmp().map(XmpBox::of);
        this.headroom = new Headroom(source, wish, limits);
    }

    Layout lay() throws IOException, MalformedContentException {
        BmffFile file = BmffFile.read(source, limits);
        if (file.trailing().isPresent() && wish.storeLength() > 0) {
            throw new MalformedContentException(
                    "BMFF", file.trailing().get(), "octets that are no box cannot be bound to a manifest");
        }
        List<Piece> pieces = pieces(file);
        if (wish.storeLength() > 0 && AddedFileType.isMissing(source, file, limits)) {
            fileType = AddedFileType.box();
        }
        int slotBefore = fileType.isEmpty() ? slotBefore(pieces) : 0;
        List<Octets> patched = indexes(pieces);
        while (true) {
            long padding = padding(pieces, patched, slotBefore);
            OffsetMap map = place(pieces, patched, slotBefore, padding);
            List<Octets> again = patch(pieces, map);
            boolean settled = sameLengths(patched, again);
            patched = again;
            if (settled) {
                return layout(pieces, patched, slotBefore, padding, file.trailing());
            }
        }
    }

    private List<Piece> pieces(BmffFile file) throws IOException, MalformedContentException {
        Set<ByteRange> stale = new HashSet<>();
        for (ProvenanceBox box : ProvenanceBox.in(source, file)) {
            stale.add(box.range());
        }
        boolean steady = wish.step() > 0;
        boolean widen = wish.merkle()
                && !file.fragmented()
                && (!steady || file.named("mdat").size() == 1);
        if (!wish.proofs().isEmpty()
                && file.named("moof").size() != wish.proofs().size()) {
            throw new IllegalArgumentException(
                    wish.proofs().size() + " boxes for " + file.named("moof").size() + " fragments");
        }
        Iterator<Octets> proofs = wish.proofs().iterator();
        List<Piece> pieces = new ArrayList<>();
        boolean inFragment = false;
        for (BmffBox box : file.boxes()) {
            boolean oldXmp = xmp.isPresent() && XmpBox.is(source, box, limits);
            boolean unwanted = oldXmp || stale.contains(box.range()) || AddedFileType.is(source, box, limits);
            boolean dropped = unwanted || !inFragment && headroom.isSpare(box, file);
            if (unwanted && inFragment) {
                throw new MalformedContentException("BMFF", box.range(), "a box of metadata between 'moof' and 'mdat'");
            }
            inFragment = box.type().equals("moof") || inFragment && !box.type().equals("mdat");
            Optional<Octets> proof =
                    box.type().equals("moof") && proofs.hasNext() ? Optional.of(proofs.next()) : Optional.empty();
            pieces.add(piece(box, dropped, widen, proof));
        }
        return pieces;
    }

    private Piece piece(BmffBox box, boolean dropped, boolean widen, Optional<Octets> proof)
            throws IOException, MalformedContentException {
        Optional<Octets> index = !dropped && INDEXES.contains(box.type())
                ? Optional.of(source.octets(box.range(), limits))
                : Optional.empty();
        Optional<Octets> header = widen && box.type().equals("mdat") && box.headerLength() < LARGE_HEADER
                ? Optional.of(largeHeader(box))
                : Optional.empty();
        return new Piece(box, dropped, index, header, proof);
    }

    /** The same box with its size in 64 bits, so that its payload starts at the sixteenth octet. */
    private static Octets largeHeader(BmffBox box) {
        long size = box.payload().length() + LARGE_HEADER;
        return Octets.concat(Octets.u32be(1), Octets.ofAscii(box.type()), Octets.u64be(size));
    }

    /** The piece the slot comes before: the one after the file type, and never later than any media or movie box. */
    private static int slotBefore(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            String type = pieces.get(i).box().type();
            if (type.equals("ftyp") || type.equals("styp")) {
                return i + 1;
            }
            if (type.equals("mdat") || type.equals("moov") || type.equals("moof") || type.equals("meta")) {
                return i;
            }
        }
        return pieces.size();
    }

    private static List<Octets> indexes(List<Piece> pieces) {
        List<Octets> indexes = new ArrayList<>();
        for (Piece piece : pieces) {
            indexes.add(piece.index().orElse(Octets.empty()));
        }
        return indexes;
    }

    /** Octets of the empty box that brings the media to where they may be. */
    private long padding(List<Piece> pieces, List<Octets> patched, int slotBefore) {
        if (wish.step() == 0) {
            return 0;
        }
        OffsetMap bare = place(pieces, patched, slotBefore, 0);
        for (Piece piece : pieces) {
            if (piece.box().type().equals("mdat") && !piece.box().payload().isEmpty()) {
                long media = piece.box().payload().start();
                return headroom.padding(media, bare.media(media));
            }
        }
        return 0;
    }

    private OffsetMap place(List<Piece> pieces, List<Octets> patched, int slotBefore, long padding) {
        List<OffsetMap.Move> moves = new ArrayList<>();
        long inserted = inserted() + padding;
        long at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            at += i == slotBefore ? inserted : 0;
            Piece piece = pieces.get(i);
            int headerLength = piece.box().headerLength();
            int growth = piece.header().isPresent() ? LARGE_HEADER - headerLength : 0;
            ByteRange range = piece.box().range();
            at += piece.prefaced();
            moves.add(new OffsetMap.Move(range, headerLength, at, growth, piece.dropped(), piece.prefaced()));
            if (piece.index().isPresent()) {
                at += patched.get(i).length();
            } else if (!piece.dropped()) {
                at += range.length() + growth;
            }
        }
        at += slotBefore == pieces.size() ? inserted : 0;
        long end = pieces.get(pieces.size() - 1).box().range().end();
        if (end < source.length()) {
            moves.add(new OffsetMap.Move(ByteRange.between(end, source.length()), 0, at, 0, false, 0));
        }
        return new OffsetMap(moves, source.length(), at + source.length() - end);
    }

    private List<Octets> patch(List<Piece> pieces, OffsetMap map) throws IOException, MalformedContentException {
        OffsetIndexes indexes = new OffsetIndexes(map, promoted, limits);
        List<Octets> patched = new ArrayList<>();
        for (Piece piece : pieces) {
            patched.add(
                    piece.index().isPresent()
                            ? indexes.patch(piece.box(), piece.index().get())
                            : Octets.empty());
        }
        return patched;
    }

    private static boolean sameLengths(List<Octets> left, List<Octets> right) {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).length() != right.get(i).length()) {
                return false;
            }
        }
        return true;
    }

    /** Octets put in before one box: those of a file type, the store's, then those of the XMP. */
    private long inserted() {
        return fileType.length() + slotLength() + xmp.map(Octets::length).orElse(0);
    }

    private long slotLength() {
        return wish.storeLength() == 0 ? 0 : StoreBox.length(wish.storeLength());
    }

    private Layout layout(
            List<Piece> pieces, List<Octets> patched, int slotBefore, long padding, Optional<ByteRange> trailing) {
        SegmentList segments = new SegmentList();
        for (int i = 0; i <= pieces.size(); i++) {
            if (i == slotBefore && !fileType.isEmpty()) {
                segments.fresh(fileType);
            }
            if (i == slotBefore && wish.storeLength() > 0) {
                segments.slot(slotLength());
            }
            if (i == slotBefore && xmp.isPresent()) {
                segments.fresh(xmp.get());
            }
            if (i == slotBefore && padding > 0) {
                segments.fresh(Headroom.box(padding));
            }
            if (i < pieces.size() && !pieces.get(i).dropped()) {
                add(segments, pieces.get(i), patched.get(i));
            }
        }
        trailing.ifPresent(segments::copy);
        return wish.storeLength() == 0
                ? Layout.withoutStore(segments.toList())
                : new Layout(segments.toList(), store -> wrap(store));
    }

    private Octets wrap(Octets store) {
        if (store.length() != wish.storeLength()) {
            throw new IllegalArgumentException(
                    "a store of " + store.length() + " octets, planned were " + wish.storeLength());
        }
        return StoreBox.wrap(store);
    }

    private static void add(SegmentList segments, Piece piece, Octets patched) {
        ByteRange range = piece.box().range();
        piece.proof().ifPresent(segments::fresh);
        if (piece.header().isPresent()) {
            segments.fresh(piece.header().get());
            segments.copy(piece.box().payload());
        } else if (piece.index().isPresent() && !piece.index().get().equals(patched)) {
            segments.fresh(patched);
        } else {
            segments.copy(range);
        }
    }
}
