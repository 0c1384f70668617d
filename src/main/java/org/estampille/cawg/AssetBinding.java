package org.estampille.cawg;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;

/**
 * Whether {@code c2paAsset} of a credential is the {@code signer_payload} of the assertion (clause 8.1.2, binding to C2PA asset):
 * the same names and values, byte strings as base 64 text. Two older ways of saying exactly the same are let pass: byte strings as
 * arrays of numbers, of the octets or of their base 64 text, and the claim's hash algorithm written out.
 */
final class AssetBinding {

    /** Dropped by version 1.3, to be ignored (clause 5.1). */
    private static final Set<String> HISTORIC =
            Set.of("expected_partial_claim", "expected_claim_generator", "expected_countersigners");

    private final String defaultAlg;
    private boolean legacy;

    /** @param defaultAlg the hash algorithm of the claim */
    AssetBinding(String defaultAlg) {
        this.defaultAlg = defaultAlg;
    }

    /** Whether the last comparison had to let an older way pass. */
    boolean isLegacy() {
        return legacy;
    }

    boolean isSame(CborValue.Map payload, CborValue.Map asset) {
        return sameMap(payload, asset, true);
    }

    private boolean same(CborValue stored, CborValue json) {
        if (stored instanceof CborValue.Bytes bytes) {
            return sameOctets(bytes.value(), json);
        }
        if (stored instanceof CborValue.Map map) {
            return json instanceof CborValue.Map other && sameMap(map, other, false);
        }
        if (stored instanceof CborValue.Array array) {
            return json instanceof CborValue.Array other && sameItems(array.items(), other.items());
        }
        return stored.equals(json);
    }

    private boolean sameItems(List<CborValue> stored, List<CborValue> json) {
        boolean same = stored.size() == json.size();
        for (int i = 0; same && i < stored.size(); i++) {
            same = same(stored.get(i), json.get(i));
        }
        return same;
    }

    private boolean sameMap(CborValue.Map stored, CborValue.Map json, boolean outermost) {
        Optional<Set<String>> names = names(stored);
        Optional<Set<String>> others = names(json);
        if (names.isEmpty() || others.isEmpty()) {
            return false;
        }
        Set<String> all = new TreeSet<>(names.get());
        all.addAll(others.get());
        for (String name : all) {
            boolean ignored = outermost && HISTORIC.contains(name);
            if (!ignored && !sameField(name, stored, json)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameField(String name, CborValue.Map stored, CborValue.Map json) {
        Optional<CborValue> left = stored.get(name);
        Optional<CborValue> right = json.get(name);
        if (left.isPresent() && right.isPresent()) {
            return same(left.get(), right.get());
        }
        boolean writtenOut = name.equals("alg")
                && stored.get("hash").isPresent()
                && left.or(() -> right).equals(Optional.of(CborValue.of(defaultAlg)));
        legacy |= writtenOut;
        return writtenOut;
    }

    private static Optional<Set<String>> names(CborValue.Map map) {
        Set<String> names = new TreeSet<>();
        for (CborValue.Entry entry : map.entries()) {
            Optional<String> name = entry.key().asText();
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name.get());
        }
        return Optional.of(names);
    }

    private boolean sameOctets(Octets octets, CborValue json) {
        if (json instanceof CborValue.Text text) {
            return text.value().equals(octets.base64());
        }
        Optional<Octets> numbers = json.asList().flatMap(AssetBinding::octets);
        boolean same = numbers.isPresent()
                && (numbers.get().equals(octets) || decoded(numbers.get()).equals(Optional.of(octets)));
        legacy |= same;
        return same;
    }

    private static Optional<Octets> octets(List<CborValue> numbers) {
        int[] values = new int[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            Optional<Long> value = numbers.get(i).asLong().filter(number -> number >= 0 && number <= 255);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values[i] = value.get().intValue();
        }
        return Optional.of(Octets.of(values));
    }

    private static Optional<Octets> decoded(Octets text) {
        try {
            return Optional.of(Octets.adopt(Base64.getDecoder().decode(text.toByteArray())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
