package org.estampille.report;

import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.estampille.trust.DistinguishedName;

/** Writes names of certificates as crJSON does: a closed map of eight attributes, others are left out. */
final class CrJsonName {

    private static final List<String> TYPES = List.of("C", "ST", "L", "O", "OU", "CN", "E");
    private static final String ORGANIZATION_IDENTIFIER = "2.5.4.97";
    private static final String ORGANIZATION_KEYWORD = "OID";

    /** Types that RFC 2253 has no keyword for would otherwise come as hexadecimal DER. */
    private static final Map<String, String> KEYWORDS =
            Map.of("1.2.840.113549.1.9.1", "E", ORGANIZATION_IDENTIFIER, ORGANIZATION_KEYWORD);

    private CrJsonName() {}

    static void write(CborJson cbor, String property, X500Principal principal) {
        DistinguishedName name = new DistinguishedName(principal.getName(X500Principal.RFC2253, KEYWORDS));
        cbor.json().writeObjectPropertyStart(property);
        for (String type : TYPES) {
            attribute(cbor, type, name.attributes(type));
        }
        attribute(cbor, ORGANIZATION_IDENTIFIER, name.attributes(ORGANIZATION_KEYWORD));
        cbor.json().writeEndObject();
    }

    private static void attribute(CborJson cbor, String type, List<String> values) {
        if (!values.isEmpty()) {
            cbor.text(type, String.join(", ", values));
        }
    }
}
