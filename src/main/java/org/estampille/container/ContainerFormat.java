package org.estampille.container;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** What a container format can do: be mapped, and be laid out anew with or without a manifest store. */
public interface ContainerFormat {

    /** What is done with files of {@code format}, which is one of this container's. */
    FormatTraits traits(AssetFormat format);

    /**
     * Maps the whole file.
     *
     * @throws MalformedContentException when the file breaks the rules of its format so that it cannot be mapped
     */
    ContainerMap map(Asset asset, ReadLimits limits) throws IOException, MalformedContentException;

    /**
     * Maps a file that was just written as {@link #lay} planned it, from a file that is mapped. Data of which only their content tells
     * where they end are taken to end where they did, if something of the format stands there.
     *
     * @param written the new file
     * @param original what its data were copied from
     * @throws MalformedContentException when the file breaks the rules of its format so that it cannot be mapped
     */
    default ContainerMap mapWritten(Asset written, ContainerMap original, ReadLimits limits)
            throws IOException, MalformedContentException {
        return map(written, limits);
    }

    /**
     * Checks, before the file is tagged, that what its headers announce is there, as far as that can be told without decoding it.
     * What {@link #map} refuses already is not looked at again. A manifest beside a file binds it as it stands, whole or not.
     *
     * @throws MalformedContentException when the file was cut short, with the place where something should have followed
     */
    default void requireWhole(Asset asset, ContainerMap map, ReadLimits limits)
            throws IOException, MalformedContentException {
        if (map.breakOff().isPresent()) {
            throw new MalformedContentException(
                    asset.format().name(),
                    map.breakOff().get().where(),
                    map.breakOff().get().what());
        }
    }

    /**
     * Plans the file with a slot for a store of {@code wish.storeLength()} octets where C2PA wants it, and without any store it
     * has now.
     *
     * @throws MalformedContentException when the file cannot carry a store, with the reason
     */
    Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits)
            throws IOException, MalformedContentException;

    /**
     * Plans the file with a longer store where its store is now, moving nothing that a hard binding made for the present file
     * covers (C2PA 2.5 clause 5.3.3).
     *
     * @throws MalformedContentException when the format or this file has no room for that
     */
    default Layout update(Asset asset, ContainerMap map, StoreUpdate update, ReadLimits limits)
            throws IOException, MalformedContentException {
        Layout layout = lay(asset, map, Wish.forStore(update.updatedLength()), limits);
        ByteRange present = map.stores().get(0).extent();
        if (layout.slot().orElseThrow().start() != present.start()) {
            throw new MalformedContentException(
                    asset.format().mediaType(), present, "the manifest store cannot grow where it stands");
        }
        return layout;
    }

    /**
     * A store that grows.
     *
     * @param earlier what it holds now, as it is to stay; for formats that keep updates in a place of their own
     * @param updatesLength octets of the store of updates, for those formats
     * @param updatedLength octets of one store with everything in it, for all others
     */
    record StoreUpdate(Octets earlier, long updatesLength, long updatedLength) {}

    /**
     * Fields outside a store that say how long it is and follow it when it grows. A data hash leaves them out (C2PA 2.5 clauses
     * 16.3.1.5 and 16.3.1.6).
     *
     * @param asset as it is, or as it will be
     * @param store where the store stands; empty when the file has none
     * @throws MalformedContentException when the fields cannot be found
     */
    default List<ByteRange> lengthFields(Asset asset, Optional<ByteRange> store, ReadLimits limits)
            throws IOException, MalformedContentException {
        return List.of();
    }

    /** Whether updates stand in a store of their own. */
    default boolean keepsUpdatesApart() {
        return false;
    }

    /** What is known of a file's XMP. */
    sealed interface Xmp {
        /** The format has a place for a packet; this one stands there now. */
        record Place(Optional<Octets> packet) implements Xmp {}

        /** There is no place for one, and why, one clause. */
        record Nowhere(String reason) implements Xmp {}
    }

    /**
     * The XMP packet of a file.
     *
     * @throws MalformedContentException when the place cannot be read
     */
    default Xmp xmp(Asset asset, ContainerMap map, ReadLimits limits) throws IOException, MalformedContentException {
        return new Xmp.Nowhere("this format has no place for XMP that is written here");
    }

    /**
     * Where a store elsewhere is said to be, by a field that the format has for that (C2PA 2.5 clause A.3.12.2). Not what XMP
     * says.
     *
     * @throws LimitExceededException when finding the field would take more than the limits allow
     */
    default Optional<String> address(Asset asset, ReadLimits limits) throws IOException, LimitExceededException {
        return Optional.empty();
    }

    /**
     * The boxes of a mapped file by the names of C2PA 2.5 clause 16.3.3.3, in file order. They may leave gaps.
     *
     * @throws MalformedContentException when boxes beyond those of the map are asked for and broken
     */
    default List<Part> boxes(Asset asset, ContainerMap map, BoxNames.Reading reading, ReadLimits limits)
            throws IOException, MalformedContentException {
        return BoxNames.of(map);
    }

    /**
     * How a file is to be laid out.
     *
     * @param storeLength octets of the manifest store; 0 for a file without one
     * @param merkle BMFF only: give {@code mdat} a 16-byte header, so that both readings of the Merkle rule cover the same octets
     * @param xmp the packet that takes the place of the one in the file; empty leaves what is there
     * @param proofs BMFF only: boxes that stand before the movie fragments, one each, in order; none leaves the fragments alone
     * @param step BMFF only: the media stay where they are, or move by a multiple of so many octets; empty boxes before them are
     *     used up and made for that. 0 lets them move by any number
     */
    record Wish(long storeLength, boolean merkle, Optional<Octets> xmp, List<Octets> proofs, long step) {

        public Wish {
            proofs = List.copyOf(proofs);
        }

        /** Movie fragments with a box before each. */
        public static Wish forFragments(long storeLength, List<Octets> proofs) {
            return new Wish(storeLength, false, Optional.empty(), proofs, 0);
        }

        /** The XMP of the file stays as it is, and the media go where they go. */
        public Wish(long storeLength, boolean merkle) {
            this(storeLength, merkle, Optional.empty());
        }

        /** The media go where they go. */
        public Wish(long storeLength, boolean merkle, Optional<Octets> xmp) {
            this(storeLength, merkle, xmp, List.of(), 0);
        }

        public static Wish forStore(long storeLength) {
            return new Wish(storeLength, false);
        }

        public static Wish strip() {
            return new Wish(0, false);
        }

        /** The same for a store of another length. */
        public Wish around(long octets) {
            return new Wish(octets, merkle, xmp, proofs, step);
        }

        /** The same with the media in steps. */
        public Wish inSteps(long octets) {
            return new Wish(storeLength, merkle, xmp, proofs, octets);
        }
    }
}
