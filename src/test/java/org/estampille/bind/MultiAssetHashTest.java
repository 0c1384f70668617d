package org.estampille.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.cbor.CborValue;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.container.SampleMedia;
import org.junit.jupiter.api.Test;

/** A JPEG picture with two more behind it, the last of them optional. */
class MultiAssetHashTest {

    private static final Octets FIRST = SampleMedia.jpeg();
    private static final Octets SECOND = SampleMedia.exifJpeg();
    private static final Octets THIRD = Octets.ofAscii("a moving picture of no known kind");
    private static final Octets FILE = Octets.concat(FIRST, SECOND, THIRD);

    private final Map<String, MultiAssetHash.PartAssertions.Found> assertions = new HashMap<>();
    private final List<CborValue> parts = new ArrayList<>();

    private void part(CborValue location, String label, CborValue.Map hash, boolean optional) {
        String url = "self#jumbf=c2pa.assertions/" + label + "__" + parts.size();
        assertions.put(url, new MultiAssetHash.PartAssertions.Found(label, hash));
        parts.add(CborValue.map()
                .put("location", location)
                .put(
                        "hashAssertion",
                        CborValue.map()
                                .put("url", url)
                                .put("hash", Octets.of(1))
                                .build())
                .put("optional", optional)
                .build());
    }

    private static CborValue range(long start, long length) {
        return CborValue.map().put("byteOffset", start).put("length", length).build();
    }

    private static Octets sha256(Octets octets) {
        return Bound.ENGINE.hash(HashAlgorithm.SHA256, octets).value();
    }

    private static CborValue.Map data(Octets octets) {
        return CborValue.map()
                .put("hash", sha256(octets))
                .put("pad", Octets.empty())
                .build();
    }

    private static CborValue.Map boxes(Octets octets, String... names) {
        List<CborValue> list = new ArrayList<>();
        for (String name : names) {
            list.add(CborValue.of(name));
        }
        CborValue entry = CborValue.map()
                .put("names", CborValue.array(list))
                .put("hash", sha256(octets))
                .build();
        return CborValue.map().put("boxes", CborValue.array(List.of(entry))).build();
    }

    private BindingOutcome check(Octets file) throws Exception {
        Asset asset = new Asset("a", new OctetsSource(file), AssetFormat.JPEG);
        ContainerMap map = Containers.of(AssetFormat.JPEG).map(asset, Bound.LIMITS);
        MultiAssetHash hash = MultiAssetHash.read(
                CborValue.map().put("parts", CborValue.array(parts)).build());
        HardBinding.Context context =
                new HardBinding.Context(asset, map, Optional.of("sha256"), false, Bound.ENGINE, Bound.LIMITS, 1);
        return hash.check(context, reference -> Optional.ofNullable(assertions.get(reference.url())));
    }

    private void threeParts() {
        part(
                range(0, FIRST.length()),
                "c2pa.hash.boxes.part",
                boxes(FIRST, "SOI", "APP0", "DQT", "SOF0", "DHT", "DHT", "SOS", "EOI"),
                false);
        part(range(FIRST.length(), SECOND.length()), "c2pa.hash.data.part", data(SECOND), false);
        part(range(FIRST.length() + SECOND.length(), THIRD.length()), "c2pa.hash.data.part", data(THIRD), true);
    }

    @Test
    void all_parts_match() throws Exception {
        threeParts();
        assertThat(check(FILE)).isEqualTo(new BindingOutcome.Match(false));
    }

    @Test
    void an_optional_part_may_be_gone_and_no_other() throws Exception {
        threeParts();
        assertThat(check(Octets.concat(FIRST, SECOND))).isEqualTo(new BindingOutcome.Match(false));
        assertThat(check(FIRST)).isInstanceOf(BindingOutcome.Missing.class);
    }

    @Test
    void a_part_that_is_another_one_or_cut_short_does_not_match() throws Exception {
        threeParts();
        byte[] changed = FILE.toByteArray();
        changed[FIRST.length() + 30] ^= 1;
        assertThat(check(Octets.adopt(changed))).isInstanceOf(BindingOutcome.Mismatch.class);
        changed = FILE.toByteArray();
        changed[30] ^= 1;
        assertThat(check(Octets.adopt(changed))).isInstanceOf(BindingOutcome.Mismatch.class);
        assertThat(check(FILE.slice(0, FILE.length() - 1))).isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @Test
    void octets_of_no_part_make_it_malformed() throws Exception {
        threeParts();
        assertThat(check(Octets.concat(FILE, Octets.of(1)))).isInstanceOf(BindingOutcome.Malformed.class);
    }

    @Test
    void parts_that_overlap_make_it_malformed() throws Exception {
        part(range(0, FIRST.length()), "c2pa.hash.data.part", data(FIRST), false);
        part(range(FIRST.length() - 1L, SECOND.length() + 1L), "c2pa.hash.data.part", data(SECOND), false);
        assertThat(check(Octets.concat(FIRST, SECOND))).isInstanceOf(BindingOutcome.Malformed.class);
    }

    @Test
    void a_box_that_is_not_there_makes_it_malformed_even_if_optional() throws Exception {
        part(range(0, FIRST.length()), "c2pa.hash.data.part", data(FIRST), false);
        CborValue box = CborValue.map().put("bmffBox", "/mpvd").build();
        part(box, "c2pa.hash.data.part", data(SECOND), true);
        assertThat(check(FIRST)).isInstanceOf(BindingOutcome.Malformed.class);
    }

    @Test
    void a_hard_binding_is_no_hash_of_a_part() throws Exception {
        part(range(0, FIRST.length()), "c2pa.hash.data", data(FIRST), false);
        assertThat(check(FIRST)).isInstanceOf(BindingOutcome.Malformed.class);
    }

    @Test
    void a_part_has_a_location_and_a_hash() {
        CborValue nowhere =
                CborValue.map().put("location", CborValue.map().build()).build();
        for (CborValue.Map broken : List.of(
                CborValue.map().build(),
                CborValue.map().put("parts", CborValue.array(List.of())).build(),
                CborValue.map().put("parts", CborValue.array(List.of(nowhere))).build())) {
            assertThatThrownBy(() -> MultiAssetHash.read(broken)).isInstanceOf(MalformedContentException.class);
        }
    }
}
