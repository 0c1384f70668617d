package org.estampille.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.container.bmff.ProvenanceBox;

/**
 * An entry of the exclusion list of a BMFF hash: which boxes, and what of them, is left out (C2PA 2.5 clause 16.3.2.2).
 *
 * @param xpath where the boxes stand
 * @param length octets such a box must have, header included
 * @param data octets it must hold
 * @param subset what of it is left out, from its start; everything when empty
 * @param version it must have
 * @param flags its three flag octets
 * @param exact whether the flags must be equal, not only contain those
 */
record BoxExclusion(
        String xpath,
        Optional<Long> length,
        List<Data> data,
        List<Subset> subset,
        Optional<Long> version,
        Optional<Octets> flags,
        boolean exact) {

    /** Octets that must stand at an offset from the start of the box. */
    record Data(long offset, Octets value) {}

    /** A range from the start of the box; a length of 0 runs to its end. */
    record Subset(long offset, long length) {}

    private static final int FLAG_OCTETS = 3;

    /** The C2PA boxes themselves. */
    static final BoxExclusion PROVENANCE = new BoxExclusion(
            "/uuid",
            Optional.empty(),
            List.of(new Data(8, ProvenanceBox.UUID)),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            true);

    /** Media beyond the first 16 octets of their box, which a Merkle tree covers. */
    static final BoxExclusion MEDIA = new BoxExclusion(
            "/mdat", Optional.empty(), List.of(), List.of(new Subset(16, 0)), Optional.empty(), Optional.empty(), true);

    BoxExclusion {
        data = List.copyOf(data);
        subset = List.copyOf(subset);
    }

    /** Leaves out all boxes at {@code xpath}. */
    static BoxExclusion of(String xpath) {
        return new BoxExclusion(
                xpath, Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty(), true);
    }

    static BoxExclusion read(Fields fields) throws MalformedContentException {
        List<Data> data = new ArrayList<>();
        for (Fields item : fields.maps("data")) {
            data.add(new Data(item.requiredCount("offset"), item.present(item.octets("value"), "value")));
        }
        Optional<Octets> flags = fields.octets("flags");
        if (flags.isPresent() && flags.get().length() != FLAG_OCTETS) {
            throw fields.malformed("flags of " + flags.get().length() + " octets");
        }
        return new BoxExclusion(
                fields.present(fields.text("xpath"), "xpath"),
                fields.count("length"),
                data,
                subsets(fields),
                fields.integer("version"),
                flags,
                fields.flag("exact").orElse(true));
    }

    private static List<Subset> subsets(Fields fields) throws MalformedContentException {
        List<Subset> subsets = new ArrayList<>();
        long end = 0;
        for (Fields item : fields.maps("subset")) {
            Subset subset = new Subset(item.requiredCount("offset"), item.requiredCount("length"));
            if (subset.offset() < end || subset.length() > Long.MAX_VALUE - subset.offset()) {
                throw fields.malformed("subsets of an exclusion overlap or are out of order");
            }
            subsets.add(subset);
            end = subset.offset() + subset.length();
        }
        return subsets;
    }

    CborValue.Map write() {
        List<CborValue> dataMaps = new ArrayList<>();
        for (Data item : data) {
            dataMaps.add(CborValue.map()
                    .put("offset", item.offset())
                    .put("value", item.value())
                    .build());
        }
        List<CborValue> subsetMaps = new ArrayList<>();
        for (Subset item : subset) {
            subsetMaps.add(CborValue.map()
                    .put("offset", item.offset())
                    .put("length", item.length())
                    .build());
        }
        return CborValue.map()
                .put("xpath", xpath)
                .putValue("length", length.map(CborValue::of))
                .putValue("data", array(dataMaps))
                .putValue("subset", array(subsetMaps))
                .putValue("version", version.map(CborValue::of))
                .putValue("flags", flags.map(CborValue::of))
                .putValue("exact", exact ? Optional.empty() : Optional.of(CborValue.of(false)))
                .build();
    }

    private static Optional<CborValue> array(List<CborValue> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(CborValue.array(items));
    }
}
