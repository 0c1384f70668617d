package org.estampille.marks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.jumbf.JumbfReader;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Action;
import org.estampille.manifest.ActionsAssertion;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStoreReader;

/** What the manifests of a store say that bears on marks, read without being validated: a pointer for a person, no proof. */
final class ManifestItems {
    private ManifestItems() {}

    /** Of a store in a container whose binding is not judged here, such as an ID3 frame: everything. */
    static void read(Octets store, String where, MetadataItems items) throws IOException, MalformedContentException {
        ReadLimits limits = ReadLimits.standard();
        manifests(List.of(JumbfReader.read(store, limits)), where, items, true);
    }

    /** Of a store that is judged elsewhere: only its soft bindings, which nobody else lists. */
    static void softBindings(List<SuperBox> stores, String where, MetadataItems items)
            throws MalformedContentException {
        manifests(stores, where, items, false);
    }

    private static void manifests(List<SuperBox> stores, String where, MetadataItems items, boolean all)
            throws MalformedContentException {
        for (Manifest manifest :
                new ManifestStoreReader(ReadLimits.standard()).read(stores).manifests()) {
            for (Assertion assertion : manifest.assertions()) {
                String place = where + ", " + assertion.label().text();
                if (assertion instanceof DataAssertion data
                        && data.label().base().equals("c2pa.soft-binding")) {
                    algorithm(data).ifPresent(alg -> items.add(Location.C2PA, place, "soft-binding", alg));
                } else if (all) {
                    items.add(
                            Location.C2PA, place, "assertion", assertion.label().text());
                    sources(assertion, place, items);
                }
            }
        }
    }

    private static Optional<String> algorithm(DataAssertion data) {
        return data.value().untagged().asMap().flatMap(map -> map.get("alg")).flatMap(CborValue::asText);
    }

    private static void sources(Assertion assertion, String place, MetadataItems items) {
        if (assertion instanceof ActionsAssertion actions) {
            for (Action action : actions.actions()) {
                actions.sourceTypeOf(action)
                        .ifPresent(type -> items.add(Location.C2PA, place, "digitalSourceType", type));
            }
        }
    }
}
