package org.estampille.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.jumbf.SuperBox;

/**
 * What a signer signs (C2PA 2.5 clause 10.2), version 1 or 2.
 *
 * @param box as read
 * @param octets exactly what is signed
 * @param version 1 for {@code c2pa.claim}, 2 for {@code c2pa.claim.v2}
 * @param created assertions the signer stands behind; in version 1, all of them
 * @param gathered assertions the signer passes on; none in version 1
 * @param redacted references to assertions removed from ingredients
 * @param signature where the claim says its signature is
 * @param alg the default hash algorithm, as written
 * @param title of the asset
 * @param format media type of the asset, version 1 only
 * @param instanceId of this version of the asset
 * @param generators software that made the claim
 * @param defects required fields that are missing or of the wrong type
 */
public record Claim(
        SuperBox box,
        Octets octets,
        int version,
        List<HashedUri> created,
        List<HashedUri> gathered,
        List<String> redacted,
        Optional<String> signature,
        Optional<String> alg,
        Optional<String> title,
        Optional<String> format,
        Optional<String> instanceId,
        List<Generator> generators,
        List<String> defects)
        implements ClaimReading {

    /**
     * Software that made a claim.
     *
     * @param name of the product
     * @param version of the product
     * @param icon its picture
     */
    public record Generator(String name, Optional<String> version, Optional<HashedUri> icon) {}

    public Claim {
        created = List.copyOf(created);
        gathered = List.copyOf(gathered);
        redacted = List.copyOf(redacted);
        generators = List.copyOf(generators);
        defects = List.copyOf(defects);
    }

    static Claim read(SuperBox box, Octets octets, CborValue.Map map) {
        boolean second = box.label().startsWith("c2pa.claim.v2");
        List<String> defects = new ArrayList<>();
        List<HashedUri> created = entries(map, second ? "created_assertions" : "assertions", true, defects);
        List<HashedUri> gathered = second ? entries(map, "gathered_assertions", false, defects) : List.of();
        List<Generator> generators = generators(map, second, defects);
        require(map, "instanceID", defects);
        require(map, "signature", defects);
        return new Claim(
                box,
                octets,
                second ? 2 : 1,
                created,
                gathered,
                Fields.texts(map, "redacted_assertions"),
                Fields.text(map, "signature"),
                Fields.text(map, "alg"),
                Fields.text(map, "dc:title"),
                Fields.text(map, "dc:format"),
                Fields.text(map, "instanceID"),
                generators,
                defects);
    }

    private static void require(CborValue.Map map, String key, List<String> defects) {
        if (Fields.text(map, key).isEmpty()) {
            defects.add(key);
        }
    }

    private static List<HashedUri> entries(CborValue.Map map, String key, boolean required, List<String> defects) {
        int stated = Fields.items(map, key).size();
        List<HashedUri> entries = HashedUri.listIn(map, key);
        boolean unreadable = map.get(key).isPresent() && (entries.size() != stated || !isArray(map, key));
        if (unreadable || required && stated == 0) {
            defects.add(key);
        }
        return entries;
    }

    private static boolean isArray(CborValue.Map map, String key) {
        return map.get(key).flatMap(CborValue::asList).isPresent();
    }

    /** One map in version 2; in version 1 an array of maps, beside or instead of the text {@code claim_generator}. */
    private static List<Generator> generators(CborValue.Map map, boolean second, List<String> defects) {
        List<Generator> generators = new ArrayList<>();
        List<CborValue.Map> infos = new ArrayList<>(Fields.maps(map, "claim_generator_info"));
        Fields.map(map, "claim_generator_info").ifPresent(infos::add);
        for (CborValue.Map info : infos) {
            Fields.text(info, "name")
                    .ifPresent(name -> generators.add(
                            new Generator(name, Fields.text(info, "version"), HashedUri.in(info, "icon"))));
        }
        Optional<String> agent = Fields.text(map, "claim_generator");
        if (generators.isEmpty() && !second && agent.isPresent()) {
            generators.add(new Generator(agent.get(), Optional.empty(), Optional.empty()));
        }
        if (second ? generators.size() != 1 || !isMap(map) : agent.isEmpty() && generators.isEmpty()) {
            defects.add(second ? "claim_generator_info" : "claim_generator");
        }
        return generators;
    }

    private static boolean isMap(CborValue.Map map) {
        return Fields.map(map, "claim_generator_info").isPresent();
    }

    /** Created and gathered entries, in that order. */
    public List<HashedUri> entries() {
        List<HashedUri> all = new ArrayList<>(created);
        all.addAll(gathered);
        return all;
    }
}
