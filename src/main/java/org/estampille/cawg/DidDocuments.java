package org.estampille.cawg;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.JsonText;

/**
 * Resolves without network: {@code did:web} from documents that were handed in, {@code did:jwk} from the identifier itself. Other
 * methods are not known here.
 */
public final class DidDocuments implements DidResolver {

    private static final String WEB = "did:web:";
    private static final String JWK = "did:jwk:";
    private static final int LONGEST = 16_384;

    private final Map<String, CborValue.Map> documents;
    private final ReadLimits limits;

    private DidDocuments(Map<String, CborValue.Map> documents, ReadLimits limits) {
        this.documents = Map.copyOf(documents);
        this.limits = limits;
    }

    /** No documents: only identifiers that contain their key resolve. */
    public static DidDocuments none() {
        return new DidDocuments(Map.of(), ReadLimits.standard());
    }

    /**
     * Documents for the DIDs their {@code id} names; what else they say is looked at when they are used.
     *
     * @throws MalformedContentException when one is no JSON object with a DID as {@code id}, or two have the same
     */
    public static DidDocuments of(List<Octets> json, ReadLimits limits) throws MalformedContentException {
        Map<String, CborValue.Map> documents = new HashMap<>();
        for (Octets octets : json) {
            CborValue value = JsonText.read(octets, limits);
            Optional<String> id = value.asMap().flatMap(map -> map.get("id")).flatMap(CborValue::asText);
            if (id.isEmpty() || !id.get().startsWith("did:")) {
                throw malformed("no JSON object with a DID as id");
            }
            if (documents.put(id.get(), value.asMap().orElseThrow()) != null) {
                throw malformed("two documents for " + id.get());
            }
        }
        return new DidDocuments(documents, limits);
    }

    private static MalformedContentException malformed(String cause) {
        return new MalformedContentException("DID document", new ByteRange(0, 0), cause);
    }

    @Override
    public Resolution resolve(String did) {
        CborValue.Map known = documents.get(did);
        if (known != null) {
            return new Found(known);
        }
        if (did.startsWith(JWK)) {
            return jwk(did);
        }
        return did.startsWith(WEB) ? new Unavailable(true) : new UnsupportedMethod();
    }

    /** A document with the one key that is written in the identifier. */
    private Resolution jwk(String did) {
        String encoded = did.substring(JWK.length());
        if (encoded.length() > LONGEST) {
            return new Broken("a key of " + encoded.length() + " characters");
        }
        try {
            CborValue key = JsonText.read(Octets.adopt(Base64.getUrlDecoder().decode(encoded)), limits);
            CborValue method = CborValue.map()
                    .put("id", did + "#0")
                    .put("type", "JsonWebKey2020")
                    .put("publicKeyJwk", key)
                    .build();
            return new Found(CborValue.map()
                    .put("id", did)
                    .put("assertionMethod", CborValue.array(List.of(method)))
                    .build());
        } catch (IllegalArgumentException e) {
            return new Broken("the identifier is not base64url");
        } catch (MalformedContentException e) {
            return new Broken(e.problem());
        }
    }
}
