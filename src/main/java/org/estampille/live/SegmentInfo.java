package org.estampille.live;

import java.time.Instant;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.container.bmff.EventMessage;
import org.estampille.cose.CoseSign1;
import org.estampille.crypto.CryptoEngine;

/**
 * Verifiable segment information (C2PA 2.5 clauses 15.5.1 and 15.5.2). Nothing in it is true until {@link #isSignedBy} says so.
 *
 * @param kid which session key signed it
 * @param sequenceNumber of the segment
 * @param manifestId label of the manifest that the session key comes from
 * @param elsewhere whether it names an address where that manifest can be fetched
 * @param bmffHash the hash of the segment, a {@code bmff-hash-map}
 * @param signed what it was read from
 */
public record SegmentInfo(
        Octets kid,
        long sequenceNumber,
        String manifestId,
        boolean elsewhere,
        CborValue.Map bmffHash,
        CoseSign1 signed) {

    /** The scheme of the event messages that carry it. */
    public static final String SCHEME = "urn:c2pa:verifiable-segment-info";

    private static final String NAME = "segment-info-map";
    private static final String VALUE = "fseg";
    private static final long KID = 4;

    /**
     * Reads what an event message carries.
     *
     * @throws MalformedContentException when the message is none of segment information, or that breaks its rules
     */
    public static SegmentInfo read(EventMessage message, ReadLimits limits) throws MalformedContentException {
        CoseSign1 signed = CoseSign1.read(message.message(), limits);
        Optional<Octets> payload = signed.attachedPayload();
        Members members = Members.of(NAME, CborReader.read(payload.orElse(Octets.empty()), limits));
        if (!message.value().equals(VALUE) || message.delta() != 0) {
            throw members.malformed("an event message that is not for its whole segment");
        }
        return new SegmentInfo(
                signed.unprotectedHeader()
                        .get(KID)
                        .flatMap(CborValue::asOctets)
                        .orElseThrow(() -> members.malformed("no kid in the unprotected header")),
                members.count("sequenceNumber"),
                members.text("manifestId"),
                members.map().get("manifestUri").isPresent(),
                members.value("bmffHash").asMap().orElseThrow(() -> members.malformed("'bmffHash' is no map")),
                signed);
    }

    /** Whether {@code key} signed exactly this. */
    public boolean isSignedBy(SessionKey key, CryptoEngine engine) {
        return key.signed(signed, signed.attachedPayload().orElse(Octets.empty()), engine);
    }

    /** When it was signed, as the session key says. */
    public Optional<Instant> claimedTime() {
        return signed.claimedTime();
    }
}
