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
    /** What Tika calls Office Open XML before it looks inside. */
    private static final String OFFICE = "application/x-tika-ooxml";

    private OtherTypes() {}

    /**
     * The media type by content alone, for people and for what is signed: {@code application/octet-stream} when nothing is known,
     * never one of the names Tika made up for itself.
     */
    static String mediaTypeOf(Octets head) throws IOException {
        String type = MimeTypes.getDefaultMimeTypes()
                .detect(new ByteArrayInputStream(head.toByteArray()), new Metadata())
                .toString();
        if (type.equals(OFFICE)) {
            return OfficeTypes.mediaTypeOf(head).orElse("application/zip");
        }
        return type.contains("/x-tika-") ? "application/octet-stream" : type;
    }
}
