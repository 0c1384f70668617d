package org.estampille.container.bmff;

import java.io.IOException;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/**
 * The file type box that a QuickTime file from before there was one gets together with its manifest store: C2PA 2.5 clause A.5.2
 * wants the store behind it, and a file that starts with the store looks like a fragment. Its minor version says whose it is, so
 * that it goes when the store goes.
 */
final class AddedFileType {

    private static final Octets BOX =
            Octets.concat(Octets.u32be(20), Octets.ofAscii("ftypqt  "), Octets.ofAscii("C2PA"), Octets.ofAscii("qt  "));

    private AddedFileType() {}

    static Octets box() {
        return BOX;
    }

    static boolean is(ByteSource source, BmffBox box, ReadLimits limits) throws IOException, MalformedContentException {
        return box.range().length() == BOX.length()
                && source.octets(box.range(), limits).equals(BOX);
    }

    /** Whether a file that gets a store needs one; segments and their parts never had one. */
    static boolean isMissing(ByteSource source, BmffFile file, ReadLimits limits)
            throws IOException, MalformedContentException {
        for (BmffBox box : file.named("ftyp")) {
            if (!is(source, box, limits)) {
                return false;
            }
        }
        return file.named("styp").isEmpty() && !file.fragmented();
    }
}
