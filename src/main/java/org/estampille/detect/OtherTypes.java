package org.estampille.detect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.estampille.bytes.Octets;

/**
 * Names what is not read here, so that people learn what they have. Loads the signatures of Apache Tika, which takes a while:
 * never touched for a file that is read here.
 */
final class OtherTypes {
    private OtherTypes() {}

    /** The media type by content alone; {@code application/octet-stream} when nothing is known. */
    static String mediaTypeOf(Octets head) throws IOException {
        return MimeTypes.getDefaultMimeTypes()
                .detect(new ByteArrayInputStream(head.toByteArray()), new Metadata())
                .toString();
    }
}
