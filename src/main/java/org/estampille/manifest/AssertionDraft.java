package org.estampille.manifest;

import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;

/**
 * An assertion to be written.
 *
 * @param label without instance suffix; the writer adds {@code __1}, {@code __2} where a label repeats
 * @param encoding which content box holds it
 * @param content the octets of that box
 * @param attribution which list of the claim names it
 */
public record AssertionDraft(String label, Encoding encoding, Octets content, Attribution attribution) {

    /** The content box of the assertion (C2PA 2.5 clause 11.1.4). */
    public enum Encoding {
        CBOR,
        JSON
    }

    /** Who stands behind an assertion (C2PA 2.5 clause 10.2.2). */
    public enum Attribution {
        /** The signer. */
        CREATED,
        /** Somebody else, such as the person who typed it. */
        GATHERED
    }

    public static AssertionDraft cbor(String label, CborValue content, Attribution attribution) {
        return new AssertionDraft(label, Encoding.CBOR, CborWriter.write(content), attribution);
    }

    public static AssertionDraft json(String label, String content, Attribution attribution) {
        return new AssertionDraft(label, Encoding.JSON, Octets.ofUtf8(content), attribution);
    }
}
