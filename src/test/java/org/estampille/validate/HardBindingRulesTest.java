package org.estampille.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.container.Containers;
import org.estampille.container.SampleMedia;
import org.estampille.crypto.CryptoEngine;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.junit.jupiter.api.Test;

/** A picture with a store beside it that binds its boxes, and a second picture behind it that may be lost. */
class HardBindingRulesTest {

    static final Octets FIRST = SampleMedia.jpeg();
    static final Octets SECOND = SampleMedia.exifJpeg();

    static CborValue entry(Octets octets, String... names) {
        List<CborValue> list = new ArrayList<>();
        for (String name : names) {
            list.add(CborValue.of(name));
        }
        return CborValue.map()
                .put("names", CborValue.array(list))
                .put(
                        "hash",
                        CryptoEngine.platform()
                                .hash(HashAlgorithm.SHA256, octets)
                                .value())
                .build();
    }

    static final CborValue PICTURE = entry(FIRST, "SOI", "APP0", "DQT", "SOF0", "DHT", "DHT", "SOS", "EOI");

    static SuperBox boxes(String label, CborValue... entries) {
        return UnsignedStores.assertion(
                label,
                CborValue.map().put("boxes", CborValue.array(List.of(entries))).build());
    }

    static SuperBox data(Octets octets) {
        return UnsignedStores.assertion(
                "c2pa.hash.data.part",
                CborValue.map()
                        .put(
                                "hash",
                                CryptoEngine.platform()
                                        .hash(HashAlgorithm.SHA256, octets)
                                        .value())
                        .put("pad", Octets.empty())
                        .build());
    }

    static CborValue part(long start, Octets octets, SuperBox hash, boolean optional) {
        return CborValue.map()
                .put(
                        "location",
                        CborValue.map()
                                .put("byteOffset", start)
                                .put("length", octets.length())
                                .build())
                .put("hashAssertion", UnsignedStores.reference(hash))
                .put("optional", optional)
                .build();
    }

    static SuperBox parts(CborValue... parts) {
        return UnsignedStores.assertion(
                "c2pa.hash.multi-asset",
                CborValue.map().put("parts", CborValue.array(List.of(parts))).build());
    }

    static Set<StatusCode> codes(Octets file, SuperBox... assertions) throws Exception {
        SuperBox manifest = UnsignedStores.manifest(
                JumbfType.STANDARD_MANIFEST, "urn:c2pa:one", List.of(assertions), List.of(assertions), List.of());
        Asset asset = new Asset("a", new OctetsSource(file), AssetFormat.JPEG);
        return new Validator(UnsignedStores.CONTEXT)
                        .validate(
                                UnsignedStores.store(manifest),
                                asset,
                                Containers.of(AssetFormat.JPEG).map(asset, ReadLimits.standard()),
                                List.of())
                        .active()
                        .findings()
                        .stream()
                        .map(Finding::code)
                        .collect(Collectors.toSet());
    }

    @Test
    void box_hashes_have_codes_of_their_own() throws Exception {
        SuperBox hash = boxes("c2pa.hash.boxes", PICTURE);
        assertThat(codes(FIRST, hash)).contains(StatusCode.ASSERTION_BOXES_HASH_MATCH);
        assertThat(codes(Octets.concat(FIRST, SECOND), hash)).contains(StatusCode.ASSERTION_BOXES_HASH_UNKNOWN_BOX);
        byte[] changed = FIRST.toByteArray();
        changed[30] ^= 1;
        assertThat(codes(Octets.adopt(changed), hash)).contains(StatusCode.ASSERTION_BOXES_HASH_MISMATCH);
        assertThat(codes(FIRST, boxes("c2pa.hash.boxes"))).contains(StatusCode.ASSERTION_BOXES_HASH_MALFORMED);
        CborValue none = CborValue.map()
                .put("names", CborValue.array(List.of(CborValue.of("SOI"))))
                .put("alg", "sha1")
                .put("hash", Octets.zeros(20))
                .build();
        assertThat(codes(FIRST, boxes("c2pa.hash.boxes", none))).contains(StatusCode.ALGORITHM_UNSUPPORTED);
    }

    static SuperBox whole() {
        return boxes("c2pa.hash.boxes", PICTURE, entry(SECOND, "c2pa.after"));
    }

    @Test
    void parts_are_asked_only_where_the_whole_does_not_fit() throws Exception {
        SuperBox first = boxes("c2pa.hash.boxes.part", PICTURE);
        SuperBox second = data(SECOND);
        SuperBox parts = parts(part(0, FIRST, first, false), part(FIRST.length(), SECOND, second, true));
        assertThat(codes(Octets.concat(FIRST, SECOND), whole(), parts, first, second))
                .contains(StatusCode.ASSERTION_BOXES_HASH_MATCH)
                .doesNotContain(StatusCode.ASSERTION_MULTI_ASSET_HASH_MATCH);
        assertThat(codes(FIRST, whole(), parts, first, second))
                .contains(StatusCode.ASSERTION_MULTI_ASSET_HASH_MATCH)
                .doesNotContain(StatusCode.ASSERTION_BOXES_HASH_MISMATCH);
        assertThat(codes(FIRST, whole())).contains(StatusCode.ASSERTION_BOXES_HASH_MISMATCH);
    }

    @Test
    void parts_that_do_not_fit_leave_the_mismatch_standing() throws Exception {
        SuperBox first = boxes("c2pa.hash.boxes.part", PICTURE);
        SuperBox second = data(SECOND);
        SuperBox required = parts(part(0, FIRST, first, false), part(FIRST.length(), SECOND, second, false));
        assertThat(codes(FIRST, whole(), required, first, second))
                .contains(StatusCode.ASSERTION_BOXES_HASH_MISMATCH, StatusCode.ASSERTION_MULTI_ASSET_HASH_MISSING_PART);
        SuperBox other = data(FIRST);
        SuperBox wrong = parts(part(0, FIRST, first, false), part(FIRST.length(), SECOND, other, true));
        Octets changed = Octets.concat(FIRST, SECOND.slice(0, SECOND.length() - 3), Octets.of(1, 2, 3));
        assertThat(codes(changed, whole(), wrong, first, other))
                .contains(StatusCode.ASSERTION_BOXES_HASH_MISMATCH, StatusCode.ASSERTION_MULTI_ASSET_HASH_MISMATCH);
        assertThat(codes(FIRST, whole(), parts()))
                .contains(StatusCode.ASSERTION_BOXES_HASH_MISMATCH, StatusCode.ASSERTION_MULTI_ASSET_HASH_MALFORMED);
    }

    @Test
    void a_compressed_manifest_that_does_not_unpack_is_invalid() throws Exception {
        SuperBox broken = UnsignedStores.box(JumbfType.COMPRESSED_MANIFEST, "urn:c2pa:one", List.of());
        Asset asset = new Asset("a", new OctetsSource(FIRST), AssetFormat.JPEG);
        ValidationResult result = new Validator(UnsignedStores.CONTEXT)
                .validate(
                        UnsignedStores.store(broken),
                        asset,
                        Containers.of(AssetFormat.JPEG).map(asset, ReadLimits.standard()),
                        List.of());
        assertThat(result.active().has(StatusCode.MANIFEST_COMPRESSED_INVALID)).isTrue();
        assertThat(result.state()).isEqualTo(ValidationState.INVALID);
    }
}
