package org.estampille.jumbf;

import org.estampille.bytes.Octets;

/** The superbox types C2PA uses (C2PA 2.5 clause 11.1; ISO/IEC 19566-5 annex B). */
public enum JumbfType {
    MANIFEST_STORE("c2pa"),
    STANDARD_MANIFEST("c2ma"),
    LEGACY_MANIFEST("c2md"),
    UPDATE_MANIFEST("c2um"),
    COMPRESSED_MANIFEST("c2cm"),
    ASSERTION_STORE("c2as"),
    CLAIM("c2cl"),
    CLAIM_SIGNATURE("c2cs"),
    DATA_BOX_STORE("c2db"),
    CREDENTIAL_STORE("c2vc"),
    CBOR("cbor"),
    JSON("json"),
    UUID("uuid"),
    EMBEDDED_FILE("40cb0c32bb8a489da70b2ad6f47f4369"),
    CODESTREAM("6579d6fbdba2446bb2ac1b82feeb89d1");

    private final Octets uuid;

    /** Four ASCII characters stand for a UUID with the common tail; 32 hexadecimal digits for a whole one. */
    JumbfType(String name) {
        this.uuid = name.length() == 4
                ? Octets.concat(Octets.ofAscii(name), Octets.ofHex("00110010800000aa00389b71"))
                : Octets.ofHex(name);
    }

    /** The 16 octets written in the description box. */
    public Octets uuid() {
        return uuid;
    }
}
