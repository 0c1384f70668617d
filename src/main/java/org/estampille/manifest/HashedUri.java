package org.estampille.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.jumbf.JumbfUri;

/**
 * A reference with the hash of what it points at (C2PA 2.5 clause 9.4.2).
 *
 * @param url as written
 * @param alg its own algorithm, where it has one
 * @param hash the stated value; empty where the reference has none (unhashed external references)
 * @param target where {@code url} points inside the store; empty for external or broken references
 */
public record HashedUri(String url, Optional<String> alg, Octets hash, Optional<JumbfUri> target) {

    /** A reference; every rule asks where it points, so that is read once. */
    public HashedUri(String url, Optional<String> alg, Octets hash) {
        this(url, alg, hash, JumbfUri.parse(url));
    }

    /** Reads a map with at least {@code url}; empty when the value is no such map. */
    public static Optional<HashedUri> read(CborValue value) {
        if (!(value.untagged() instanceof CborValue.Map map)) {
            return Optional.empty();
        }
        Optional<String> url = Fields.text(map, "url");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        Octets hash = map.get("hash").flatMap(CborValue::asOctets).orElse(Octets.empty());
        return Optional.of(new HashedUri(url.get(), Fields.text(map, "alg"), hash));
    }

    static Optional<HashedUri> in(CborValue.Map map, String key) {
        return map.get(key).flatMap(HashedUri::read);
    }

    /** The readable references of an array, in order. */
    static List<HashedUri> listIn(CborValue.Map map, String key) {
        List<HashedUri> uris = new ArrayList<>();
        for (CborValue item : Fields.items(map, key)) {
            read(item).ifPresent(uris::add);
        }
        return uris;
    }
}
