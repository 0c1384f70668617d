package org.estampille.xmp;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.options.SerializeOptions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** Puts IPTC extension properties into an XMP packet (ISO 16684-1). */
public final class XmpPacket {
    /** The properties that say what a tool was asked, and by whom. */
    public static final Set<String> PROMPTS = Set.of("AIPromptInformation", "AIPromptWriterName");

    private static final Octets TOOLKIT = Octets.ofAscii("x:xmptk=\"");
    private static final Octets OURS = Octets.ofAscii("Estampille");

    private XmpPacket() {}

    /**
     * What a packet says of prompts, by the local name of the property.
     *
     * @throws MalformedContentException when the packet is no XMP
     */
    public static Map<String, String> prompts(Octets packet) throws MalformedContentException {
        Map<String, String> prompts = new TreeMap<>();
        try {
            XMPMeta meta =
                    XMPMetaFactory.parseFromBuffer(packet.toByteArray(), new ParseOptions().setDisallowDoctype(true));
            for (String name : PROMPTS) {
                String value = meta.getPropertyString(XMPConst.NS_IPTCEXT, name);
                if (value != null) {
                    prompts.put(name, value);
                }
            }
            return prompts;
        } catch (XMPException e) {
            throw unreadable(e);
        }
    }

    /** The toolkit calls itself by the version of whatever archive it was packed into, and cannot be told another name. */
    private static Octets named(Octets packet) {
        int start = packet.indexOf(TOOLKIT, 0).map(at -> at + TOOLKIT.length()).orElse(-1);
        int end = start < 0 ? -1 : packet.indexOf(Octets.ofAscii("\""), start).orElse(-1);
        return end < 0 ? packet : Octets.concat(packet.slice(0, start), OURS, packet.from(end));
    }

    private static MalformedContentException unreadable(XMPException e) {
        return new MalformedContentException(
                "XMP", new ByteRange(0, 0), "the XMP of the file cannot be read: " + e.getMessage());
    }

    /**
     * The packet with those properties; every other property of it stays. A document type is refused, so that no entity is ever
     * expanded or fetched.
     *
     * @param packet what the file has now; empty starts a new one
     * @param iptcExtension values by the local name of the property, written as simple texts
     * @param removed local names of properties that go
     * @throws MalformedContentException when the packet is no XMP
     */
    public static Octets with(Optional<Octets> packet, Map<String, String> iptcExtension, Set<String> removed)
            throws MalformedContentException {
        try {
            XMPMeta meta = packet.isPresent()
                    ? XMPMetaFactory.parseFromBuffer(
                            packet.get().toByteArray(), new ParseOptions().setDisallowDoctype(true))
                    : XMPMetaFactory.create();
            removed.forEach(name -> meta.deleteProperty(XMPConst.NS_IPTCEXT, name));
            for (Map.Entry<String, String> property : iptcExtension.entrySet()) {
                meta.deleteProperty(XMPConst.NS_IPTCEXT, property.getKey());
                meta.setProperty(XMPConst.NS_IPTCEXT, property.getKey(), property.getValue());
            }
            SerializeOptions options =
                    new SerializeOptions().setUseCompactFormat(true).setPadding(0);
            return named(Octets.adopt(XMPMetaFactory.serializeToBuffer(meta, options)));
        } catch (XMPException e) {
            throw unreadable(e);
        }
    }
}
