package org.estampille.technical;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;

/**
 * What the header of a file says of it.
 *
 * @param mediaType of the file
 * @param facts by name, numbers as decimal text
 */
public record TechnicalFacts(String mediaType, Map<String, String> facts) {

    /** Our own assertion. */
    public static final String LABEL = "org.estampille.technical-facts";

    /** A header that says anything says it here. */
    private static final int HEAD = 64 << 10;

    public TechnicalFacts {
        facts = new LinkedHashMap<>(facts);
    }

    /** Reads the header; a header that breaks its rules gives no facts, since the binding holds whatever the octets mean. */
    public static TechnicalFacts read(ByteSource source, String mediaType) throws IOException {
        Octets head;
        try {
            head = source.octets(new ByteRange(0, Math.min(HEAD, source.length())), ReadLimits.standard());
        } catch (MalformedContentException e) {
            throw new IllegalStateException("a file has its own first octets", e);
        }
        Optional<Map<String, String>> facts = switch (mediaType) {
            case "image/x-exr" -> ExrHeader.read(head);
            case "image/x-dpx" -> DpxHeader.read(head);
            case "application/mxf" -> MxfHeader.read(head);
            case "audio/aiff" -> AiffHeader.read(head);
            case "image/jp2" -> Jpeg2000Header.read(head);
            default -> Optional.empty();
        };
        return new TechnicalFacts(mediaType, facts.orElse(Map.of()));
    }

    /** The content of the assertion. */
    public CborValue.Map write() {
        CborValue.MapBuilder values = CborValue.map();
        facts.forEach(values::put);
        return CborValue.map()
                .put("version", 1)
                .put("dc:format", mediaType)
                .putValue("facts", facts.isEmpty() ? Optional.empty() : Optional.of(values.build()))
                .build();
    }
}
