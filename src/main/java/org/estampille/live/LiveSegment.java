package org.estampille.live;

import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.cbor.CborValue;

/**
 * The assertion {@code c2pa.livevideo.segment} of a segment with a manifest of its own (C2PA 2.5 clause 15.4.2).
 *
 * @param sequenceNumber from 0, one more for each segment
 * @param streamId one for the whole stream
 * @param continuityMethod how segments are chained; empty when that is not stated, which breaks a rule of its own
 * @param previousManifestId label of the manifest of the segment before
 */
public record LiveSegment(
        long sequenceNumber, String streamId, Optional<String> continuityMethod, Optional<String> previousManifestId) {

    public static final String LABEL = "c2pa.livevideo.segment";

    /** The only way of chaining segments that C2PA defines. */
    public static final String BY_MANIFEST = "c2pa.manifestId";

    /**
     * Reads the content of the assertion.
     *
     * @throws MalformedContentException when a field is of the wrong type, or number or stream are missing
     */
    public static LiveSegment read(CborValue content) throws MalformedContentException {
        Members members = Members.of(LABEL, content);
        return new LiveSegment(
                members.count("sequenceNumber"),
                members.text("streamId"),
                members.optionalText("continuityMethod"),
                members.optionalText("previousManifestId"));
    }
}
