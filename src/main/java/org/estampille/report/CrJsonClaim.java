package org.estampille.report;

import java.util.List;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.manifest.Claim;
import org.estampille.manifest.Manifest;

/**
 * The {@code claim} or {@code claim.v2} of a manifest in crJSON (crJSON 2.5 clause 3.5). Both maps are closed: only the fields
 * the format names are written. Without exactly one readable claim the object is empty.
 *
 * @param cbor writes content
 * @param limits for reading the claim again, whole
 */
record CrJsonClaim(CborJson cbor, ReadLimits limits) {

    private static final String GENERATOR = "claim_generator_info";
    private static final List<String> FIELDS =
            List.of("instanceID", "signature", "alg", "alg_soft", "dc:title", "redacted_assertions", "metadata");
    private static final List<String> FIRST = List.of("claim_generator", "dc:format");
    private static final List<String> REFERENCE = List.of("url", "alg", "hash");

    void write(Manifest manifest) {
        Optional<Claim> claim = manifest.claim();
        boolean first = claim.isPresent() && claim.get().version() == 1;
        cbor.json().writeObjectPropertyStart(first ? "claim" : "claim.v2");
        if (claim.isPresent()) {
            Optional<CborValue.Map> map = read(claim.get());
            if (map.isPresent() && first) {
                first(map.get());
            } else if (map.isPresent()) {
                second(map.get());
            }
        }
        cbor.json().writeEndObject();
    }

    private Optional<CborValue.Map> read(Claim claim) {
        try {
            return CborReader.read(claim.octets(), limits).asMap();
        } catch (MalformedContentException e) {
            return Optional.empty(); // it was read before, under limits that were wider
        }
    }

    private void first(CborValue.Map map) {
        fields(map, FIELDS);
        fields(map, FIRST);
        cbor.property(GENERATOR, generators(map));
        references(map, "assertions");
    }

    /** The format requires at least one; old claims have the text {@code claim_generator} alone. */
    private static CborValue generators(CborValue.Map map) {
        List<CborValue> stated = map.get(GENERATOR).flatMap(CborValue::asList).orElse(List.of());
        Optional<String> agent = map.get("claim_generator").flatMap(CborValue::asText);
        return stated.isEmpty() && agent.isPresent()
                ? CborValue.array(
                        List.of(CborValue.map().put("name", agent.get()).build()))
                : CborValue.array(stated);
    }

    private void second(CborValue.Map map) {
        fields(map, FIELDS);
        fields(map, List.of(GENERATOR, "specVersion"));
        if (map.get("redacted_assertions").isEmpty()) {
            cbor.property("redacted_assertions", CborValue.array(List.of()));
        }
        references(map, "created_assertions");
        references(map, "gathered_assertions");
    }

    private void fields(CborValue.Map map, List<String> names) {
        for (String name : names) {
            Optional<CborValue> value = map.get(name);
            if (value.isPresent()) {
                cbor.property(name, value.get());
            }
        }
    }

    private void references(CborValue.Map map, String name) {
        cbor.json().writeArrayPropertyStart(name);
        for (CborValue item : map.get(name).flatMap(CborValue::asList).orElse(List.of())) {
            if (item.untagged() instanceof CborValue.Map reference) {
                cbor.json().writeStartObject();
                fields(reference, REFERENCE);
                cbor.json().writeEndObject();
            }
        }
        cbor.json().writeEndArray();
    }
}
