package org.estampille.cawg;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * The keys a DID subject makes statements with: {@code assertionMethod} (W3C DID 1.0 clause 5.3.2), as JSON Web Keys (CAWG
 * clause 8.1.4).
 */
record DidDocument(List<PublicKey> assertionKeys) {

    private static final int MOST_KEYS = 16;

    DidDocument {
        assertionKeys = List.copyOf(assertionKeys);
    }

    /** Reads the document of {@code did}; empty when it is not about it or names no usable key. */
    static Optional<DidDocument> read(String did, CborValue.Map content) {
        if (!Fields.text(content, "id").equals(Optional.of(did))) {
            return Optional.empty();
        }
        List<PublicKey> keys = new ArrayList<>();
        for (CborValue entry : Fields.items(content, "assertionMethod")) {
            Optional<PublicKey> key = method(entry, content).flatMap(DidDocument::key);
            if (key.isPresent() && keys.size() < MOST_KEYS) {
                keys.add(key.get());
            }
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(new DidDocument(keys));
    }

    /** The verification method itself, or the one of that id. */
    private static Optional<CborValue.Map> method(CborValue entry, CborValue.Map content) {
        Optional<String> id = entry.asText();
        if (id.isEmpty()) {
            return entry.asMap();
        }
        for (CborValue candidate : Fields.items(content, "verificationMethod")) {
            Optional<CborValue.Map> map = candidate.asMap();
            if (map.isPresent() && Fields.text(map.get(), "id").equals(id)) {
                return map;
            }
        }
        return Optional.empty();
    }

    private static Optional<PublicKey> key(CborValue.Map method) {
        String type = Fields.text(method, "type").orElse("");
        return type.equals("JsonWebKey2020") || type.equals("JsonWebKey")
                ? Fields.map(method, "publicKeyJwk").flatMap(JsonWebKey::read)
                : Optional.empty();
    }
}
