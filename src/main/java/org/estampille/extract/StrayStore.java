package org.estampille.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.estampille.asset.Asset;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.Octets;
import org.estampille.container.ContainerMap;
import org.estampille.container.ContainerMap.Suspicion;
import org.estampille.container.Part;

/**
 * Looks for a manifest store in parts of a file where no reader seeks one: whoever changes the name of the chunk, segment or box
 * that carries a store makes a signed file look like one that never was. Only the first octets of each part are read, and none of
 * parts that hold media.
 */
final class StrayStore {

    /** More than the headers of any format put before a store, and its description. */
    private static final int HEAD = 256;

    private static final int MOST_PARTS = 4_096;
    /** The shortest store has a box header and a description with a type and a label. */
    private static final int SHORTEST = 38;

    private static final String DESCRIPTION = "jumd";
    private static final String TYPE =
            Octets.ofHex("6332706100110010800000aa00389b71").latin1();
    private static final String LABEL = "c2pa\0";
    /** From the start of {@link #DESCRIPTION} to the label: itself, the type, the toggles. */
    private static final int LABEL_AT = 4 + 16 + 1;

    /** Many in one file, and filled with media by what the formats say. */
    private static final Set<String> MEDIA =
            Set.of("IDAT", "fdAT", "SOS", "mdat", "moof", "moov", "movi", "data", "audio", "body", "entries");

    /** A file of its own, such as the picture of a cover or a preview, may carry a store that speaks of itself only. */
    private static final Set<String> OTHER_FILES = Set.of("IHDR", "\u00ff\u00d8\u00ff", "ftyp", "RIFF");

    private StrayStore() {}

    /** The first part that holds something described as a manifest store. */
    static Optional<Suspicion> find(Asset asset, ContainerMap map) throws IOException {
        int looked = 0;
        for (Part part : map.parts()) {
            if (MEDIA.contains(part.name()) || part.range().length() < SHORTEST) {
                continue;
            }
            if (++looked > MOST_PARTS) {
                return Optional.empty();
            }
            if (holdsStore(asset, part.range())) {
                String what = "a manifest store in a part '" + part.name() + "', where none belongs";
                return Optional.of(new Suspicion(part.range(), what));
            }
        }
        return Optional.empty();
    }

    private static boolean holdsStore(Asset asset, ByteRange part) throws IOException {
        byte[] bytes = new byte[(int) Math.min(HEAD, part.length())];
        asset.source().read(part.start(), ByteBuffer.wrap(bytes));
        String head = Octets.adopt(bytes).latin1();
        int at = head.indexOf(DESCRIPTION);
        boolean store =
                at >= 0 && (head.startsWith(TYPE, at + DESCRIPTION.length()) || head.startsWith(LABEL, at + LABEL_AT));
        return store && !isInOtherFile(part, head.substring(0, at));
    }

    /** The first part of a file of one part may start with the signature of the file itself. */
    private static boolean isInOtherFile(ByteRange part, String before) {
        for (String start : OTHER_FILES) {
            if (part.start() > 0 && before.contains(start)) {
                return true;
            }
        }
        return false;
    }
}
