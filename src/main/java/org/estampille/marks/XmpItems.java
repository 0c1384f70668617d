package org.estampille.marks;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPIterator;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.properties.XMPPropertyInfo;
import java.util.Map;
import org.estampille.bytes.Octets;

/** Every property of an XMP packet (ISO 16684-1), by fixed prefixes whatever the packet calls its namespaces. */
final class XmpItems {

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "Iptc4xmpExt"),
            Map.entry("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "Iptc4xmpCore"),
            Map.entry("http://ns.adobe.com/photoshop/1.0/", "photoshop"),
            Map.entry("http://ns.adobe.com/xap/1.0/", "xmp"),
            Map.entry("http://ns.adobe.com/xap/1.0/rights/", "xmpRights"),
            Map.entry("http://ns.adobe.com/xap/1.0/mm/", "xmpMM"),
            Map.entry("http://ns.adobe.com/xmp/1.0/DynamicMedia/", "xmpDM"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://ns.adobe.com/exif/1.0/", "exif"),
            Map.entry("http://ns.adobe.com/tiff/1.0/", "tiff"),
            Map.entry("http://ns.useplus.org/ldf/xmp/1.0/", "plus"),
            Map.entry("http://www.tc260.org.cn/ns/AIGC/1.0/", "TC260"));

    private static final int MOST_NAMESPACES = 5_000;

    private XmpItems() {}

    /** Adds the properties of {@code packet}; a packet that is no XMP is kept as one text. */
    static void read(Octets packet, String where, MetadataItems items) {
        try {
            XMPMeta meta = XMPMetaFactory.parseFromBuffer(
                    trimmed(packet).toByteArray(), new ParseOptions().setDisallowDoctype(true));
            properties(meta, where, items);
        } catch (XMPException e) {
            items.unread(where, Gap.UNPARSED);
            items.add(Location.XMP, where, "unparsed", packet.utf8());
        }
        forget();
    }

    /** The library remembers each namespace it ever met, for as long as the program runs; files must not fill memory that way. */
    private static void forget() {
        if (XMPMetaFactory.getSchemaRegistry().getNamespaces().size() > MOST_NAMESPACES) {
            XMPMetaFactory.reset();
        }
    }

    private static void properties(XMPMeta meta, String where, MetadataItems items) throws XMPException {
        XMPIterator all = meta.iterator();
        while (all.hasNext()) {
            XMPPropertyInfo property = (XMPPropertyInfo) all.next();
            String path = property.getPath();
            String value = property.getValue();
            if (path != null
                    && value != null
                    && !value.isBlank()
                    && !property.getOptions().isSchemaNode()) {
                items.add(Location.XMP, where, named(property.getNamespace(), path), value);
            }
        }
    }

    /** {@code dc:description[1]} becomes {@code dc:description}; a qualifier or a nested field keeps its path. */
    private static String named(String namespace, String path) {
        String plain = path.replaceAll("\\[\\d{1,9}\\]", "");
        int colon = plain.indexOf(':');
        String prefix = namespace == null ? null : PREFIXES.get(namespace);
        return prefix == null || colon < 0 || plain.indexOf('/') >= 0 ? plain : prefix + plain.substring(colon);
    }

    /** Without the octets around the packet that some writers add. */
    private static Octets trimmed(Octets packet) {
        int end = packet.length();
        while (end > 0 && packet.at(end - 1) == 0) {
            end--;
        }
        return packet.slice(0, end);
    }
}
