package org.estampille.xmp;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.options.SerializeOptions;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** Puts IPTC extension properties into an XMP packet (ISO 16684-1). */
public final class XmpPacket {
    private XmpPacket() {}

    /**
     * The packet with those properties; every other property of it stays. A document type is refused, so that no entity is ever
     * expanded or fetched.
     *
     * @param packet what the file has now; empty starts a new one
     * @param iptcExtension values by the local name of the property, written as simple texts
     * @throws MalformedContentException when the packet is no XMP
     */
    public static Octets with(Optional<Octets> packet, Map<String, String> iptcExtension)
            throws MalformedContentException {
        try {
            XMPMeta meta = packet.isPresent()
                    ? XMPMetaFactory.parseFromBuffer(
                            packet.get().toByteArray(), new ParseOptions().setDisallowDoctype(true))
                    : XMPMetaFactory.create();
            for (Map.Entry<String, String> property : iptcExtension.entrySet()) {
                meta.deleteProperty(XMPConst.NS_IPTCEXT, property.getKey());
                meta.setProperty(XMPConst.NS_IPTCEXT, property.getKey(), property.getValue());
            }
            SerializeOptions options =
                    new SerializeOptions().setUseCompactFormat(true).setPadding(0);
            return Octets.adopt(XMPMetaFactory.serializeToBuffer(meta, options));
        } catch (XMPException e) {
            throw new MalformedContentException(
                    "XMP", new ByteRange(0, 0), "the XMP of the file cannot be read: " + e.getMessage());
        }
    }
}
