package org.estampille.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;
import org.estampille.jumbf.SuperBox;

/**
 * Another asset that went into this one (C2PA 2.5 clause 16.5); versions 1, 2 and 3 in one shape.
 *
 * @param box as read
 * @param version of the assertion, 1 to 3
 * @param relationship as written: {@code parentOf}, {@code componentOf} or {@code inputTo}
 * @param title where it has one
 * @param format media type, where it has one
 * @param references what it points at
 * @param digitalSourceType for an ingredient without a manifest
 * @param recorded what its signer wrote down when validating it
 * @param hasResults whether the version 3 field {@code validationResults} is there
 * @param content the whole map
 */
public record Ingredient(
        SuperBox box,
        int version,
        Optional<String> relationship,
        Optional<String> title,
        Optional<String> format,
        References references,
        Optional<String> digitalSourceType,
        List<RecordedStatus> recorded,
        boolean hasResults,
        CborValue.Map content)
        implements Assertion {

    /**
     * What an ingredient points at.
     *
     * @param manifest its manifest in the same store ({@code activeManifest}, before version 3 {@code c2pa_manifest})
     * @param claimSignature the signature box of that manifest
     * @param others thumbnail, data and icons of data types
     * @param related assertions about an ingredient without a manifest
     */
    public record References(
            Optional<HashedUri> manifest,
            Optional<HashedUri> claimSignature,
            List<HashedUri> others,
            List<HashedUri> related) {
        public References {
            others = List.copyOf(others);
            related = List.copyOf(related);
        }
    }

    public Ingredient {
        recorded = List.copyOf(recorded);
    }

    static Ingredient read(SuperBox box, String base, CborValue.Map map) {
        int version = base.endsWith(".v3") ? 3 : base.endsWith(".v2") ? 2 : 1;
        Optional<CborValue.Map> results = Fields.map(map, "validationResults");
        return new Ingredient(
                box,
                version,
                Fields.text(map, "relationship"),
                Fields.text(map, "dc:title"),
                Fields.text(map, "dc:format"),
                references(map),
                Fields.text(map, "digitalSourceType"),
                results.map(RecordedStatus::inResults).orElseGet(() -> RecordedStatus.in(map, "validationStatus")),
                map.get("validationResults").isPresent(),
                map);
    }

    private static References references(CborValue.Map map) {
        List<HashedUri> others = new ArrayList<>();
        HashedUri.in(map, "thumbnail").ifPresent(others::add);
        HashedUri.in(map, "data").ifPresent(others::add);
        return new References(
                HashedUri.in(map, "activeManifest").or(() -> HashedUri.in(map, "c2pa_manifest")),
                HashedUri.in(map, "claimSignature"),
                others,
                HashedUri.listIn(map, "relatedAssertions"));
    }

    /** Whether it is the asset this one was made from. */
    public boolean isParent() {
        return is("parentOf");
    }

    public boolean is(String wanted) {
        return relationship.isPresent() && relationship.get().equals(wanted);
    }

    /** The asset types it says it has ({@code c2pa.types.model} and others). */
    public List<String> dataTypes() {
        List<String> types = new ArrayList<>();
        for (String key : new String[] {"dataTypes", "data_types"}) {
            for (CborValue.Map type : Fields.maps(content, key)) {
                Fields.text(type, "type").ifPresent(types::add);
            }
        }
        return types;
    }
}
