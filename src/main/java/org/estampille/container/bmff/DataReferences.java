package org.estampille.container.bmff;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;

/** Where the media of a track are kept ({@code dref}, ISO/IEC 14496-12 clause 8.7.2). */
final class DataReferences {

    private static final int SELF_CONTAINED = 1;

    private DataReferences() {}

    /** Whether every entry names another file, so that the chunk offsets of the track are none of this file. */
    static boolean allExternal(Octets minf, List<BmffBox> children, ReadLimits limits)
            throws IOException, MalformedContentException {
        ByteSource source = new OctetsSource(minf);
        Optional<BmffBox> dinf = first(children, "dinf");
        if (dinf.isEmpty()) {
            return false;
        }
        Optional<BmffBox> dref = first(BmffBox.in(source, dinf.get().payload(), limits), "dref");
        if (dref.isEmpty() || dref.get().payload().length() < 8) {
            return false;
        }
        ByteRange payload = dref.get().payload();
        List<BmffBox> entries = BmffBox.in(source, ByteRange.between(payload.start() + 8, payload.end()), limits);
        for (BmffBox entry : entries) {
            ByteRange content = entry.payload();
            if (content.length() < 4 || (minf.at((int) content.start() + 3) & SELF_CONTAINED) != 0) {
                return false;
            }
        }
        return !entries.isEmpty();
    }

    private static Optional<BmffBox> first(List<BmffBox> boxes, String type) {
        return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
    }
}
