package org.estampille.cawg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.HashedUri;

/**
 * The content of an identity assertion (clause 5.2). Fields the standard does not know, and the three it dropped
 * ({@code expected_*}), are not looked at.
 *
 * @param payload what the credential holder signs
 * @param storedPayload the same, as it stands in the assertion
 * @param references the assertions it is about
 * @param sigType which kind of credential
 * @param roles what the named actor says to have done
 * @param signature by the credential holder, in the form of {@code sigType}
 * @param padded whether all padding is zero
 */
record IdentityAssertion(
        CborValue.Map payload,
        Octets storedPayload,
        List<HashedUri> references,
        String sigType,
        List<String> roles,
        Octets signature,
        boolean padded) {

    /**
     * Reads an assertion box.
     *
     * @throws MalformedContentException when it breaks the {@code identity} rule
     */
    static IdentityAssertion read(SuperBox box, ReadLimits limits) throws MalformedContentException {
        Octets content = box.is(JumbfType.CBOR)
                ? box.content("cbor").orElseThrow(() -> malformed("no content box"))
                : malformedBox();
        CborValue value = CborReader.read(content, limits);
        CborValue.Map map = value.asMap().orElseThrow(() -> malformed("no map"));
        if (Fields.haveDuplicates(map)) {
            throw malformed("a key stands there twice");
        }
        CborValue.Map payload = Fields.map(map, "signer_payload").orElseThrow(() -> malformed("no signer_payload"));
        return new IdentityAssertion(
                payload,
                CborReader.stored(content, "signer_payload", limits).orElseThrow(() -> malformed("no signer_payload")),
                references(payload),
                nonEmpty(payload, "sig_type"),
                roles(payload),
                octets(map, "signature"),
                octets(map, "pad1").isZero()
                        && (map.get("pad2").isEmpty() || octets(map, "pad2").isZero()));
    }

    private static Octets malformedBox() throws MalformedContentException {
        throw malformed("not a CBOR box");
    }

    /** An empty list is let pass: that it lacks the hard binding is the better answer. */
    private static List<HashedUri> references(CborValue.Map payload) throws MalformedContentException {
        Optional<List<CborValue>> items = payload.get("referenced_assertions").flatMap(CborValue::asList);
        if (items.isEmpty()) {
            throw malformed("no referenced_assertions");
        }
        List<HashedUri> references = new ArrayList<>();
        for (CborValue item : items.get()) {
            CborValue.Map map = item.asMap().orElseThrow(() -> malformed("a reference is no map"));
            nonEmpty(map, "url");
            octets(map, "hash");
            if (map.get("alg").isPresent()) {
                nonEmpty(map, "alg");
            }
            references.add(HashedUri.read(map).orElseThrow(() -> malformed("a reference without url")));
        }
        return references;
    }

    private static List<String> roles(CborValue.Map payload) throws MalformedContentException {
        Optional<CborValue> value = payload.get("role");
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> roles = new ArrayList<>();
        for (CborValue item : value.get().asList().orElse(List.of())) {
            roles.add(item.asText().filter(text -> !text.isEmpty()).orElseThrow(() -> malformed("a role is no text")));
        }
        if (roles.isEmpty()) {
            throw malformed("role is no array of texts");
        }
        return roles;
    }

    private static String nonEmpty(CborValue.Map map, String key) throws MalformedContentException {
        return Fields.text(map, key).filter(text -> !text.isEmpty()).orElseThrow(() -> malformed("no text " + key));
    }

    private static Octets octets(CborValue.Map map, String key) throws MalformedContentException {
        return map.get(key).flatMap(CborValue::asOctets).orElseThrow(() -> malformed("no byte string " + key));
    }

    private static MalformedContentException malformed(String cause) {
        return new MalformedContentException("identity assertion", new ByteRange(0, 0), cause);
    }
}
