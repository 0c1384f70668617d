package org.estampille.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.cbor.CborValue;
import org.estampille.container.ContainerMap;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of 1000 octets whose store stands at 100, its wrapper 120 octets long, with 20 octets of padding. */
class DataHashTest {

    private static final ByteRange WRAPPER = new ByteRange(100, 120);

    private static Octets file(int padding) {
        byte[] bytes = new byte[1000];
        java.util.Arrays.fill(bytes, (byte) 7);
        java.util.Arrays.fill(bytes, 200, 230, (byte) 0);
        bytes[210] = (byte) padding;
        return Octets.adopt(bytes);
    }

    private static HardBinding.Context context(Octets file, AssetFormat format, boolean updated, ByteRange wrapper) {
        Octets padding = file.slice(200, 20);
        EmbeddedStore store =
                new EmbeddedStore(List.of(wrapper), Octets.zeros(80), padding, EmbeddedStore.Role.MANIFEST);
        ContainerMap map = new ContainerMap(
                format, 1000, List.of(new Part("all", new ByteRange(0, 1000))), List.of(store), List.of());
        Asset asset = new Asset("a", new OctetsSource(file), format);
        return new HardBinding.Context(asset, map, Optional.of("sha256"), updated, Bound.ENGINE, Bound.LIMITS, 1);
    }

    private static CborValue.Map assertion(Octets file, long... ranges) throws Exception {
        List<CborValue> exclusions = new ArrayList<>();
        List<ByteRange> left = new ArrayList<>();
        for (int i = 0; i < ranges.length; i += 2) {
            exclusions.add(CborValue.map()
                    .put("start", ranges[i])
                    .put("length", ranges[i + 1])
                    .build());
            long start = Math.max(0, Math.min(1000, ranges[i]));
            left.add(new ByteRange(start, Math.max(0, Math.min(ranges[i + 1], 1000 - start))));
        }
        Octets hash;
        try {
            DigestPlan plan = DataHash.plan(left, 1000, HashAlgorithm.SHA256);
            hash = DigestRunner.run(new OctetsSource(file), BindingPlan.flat(plan), Bound.ENGINE, 1)
                    .chain();
        } catch (IllegalArgumentException overlapping) {
            hash = Octets.zeros(32);
        }
        return CborValue.map()
                .put("exclusions", CborValue.array(exclusions))
                .put("hash", hash)
                .put("pad", Octets.zeros(3))
                .build();
    }

    private static BindingOutcome check(Octets file, AssetFormat format, CborValue.Map assertion) throws Exception {
        return HardBindings.check(DataHash.LABEL, assertion, context(file, format, false, WRAPPER));
    }

    @Test
    void leaving_out_the_store_alone_matches() throws Exception {
        Octets file = file(0);
        assertThat(check(file, AssetFormat.PNG, assertion(file, 100, 120))).isEqualTo(new BindingOutcome.Match(false));
        assertThat(check(file, AssetFormat.PNG, assertion(file, 100, 100))).isEqualTo(new BindingOutcome.Match(false));
    }

    @Test
    void zeros_after_the_wrapper_may_be_left_out_with_it() throws Exception {
        Octets file = file(0);
        assertThat(check(file, AssetFormat.PNG, assertion(file, 100, 130))).isEqualTo(new BindingOutcome.Match(false));
    }

    @Test
    void other_exclusions_are_told_of() throws Exception {
        Octets file = file(0);
        assertThat(check(file, AssetFormat.PNG, assertion(file, 10, 20, 100, 120, 500, 1)))
                .isEqualTo(new BindingOutcome.Match(true));
    }

    @ParameterizedTest
    @CsvSource({"99,121", "100,131", "0,1000"})
    void media_in_the_exclusion_of_the_store_do_not_match(long start, long length) throws Exception {
        Octets file = file(0);
        assertThat(check(file, AssetFormat.PNG, assertion(file, start, length)))
                .isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @Test
    void padding_that_is_not_zero_does_not_match() throws Exception {
        Octets file = file(1);
        assertThat(check(file, AssetFormat.PNG, assertion(file, 100, 120))).isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @Test
    void in_jpeg_the_exclusion_is_exactly_as_long_as_the_segments() throws Exception {
        Octets file = file(0);
        assertThat(check(file, AssetFormat.JPEG, assertion(file, 100, 120))).isEqualTo(new BindingOutcome.Match(false));
        assertThat(check(file, AssetFormat.JPEG, assertion(file, 100, 119)))
                .isInstanceOf(BindingOutcome.Mismatch.class);
        assertThat(check(file, AssetFormat.JPEG, assertion(file, 100, 125)))
                .isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @ParameterizedTest
    @CsvSource({"100,120,90,5", "100,120,219,5", "-1,5,10,5", "10,-1,50,5", "10,9223372036854775807,50,5"})
    void ranges_out_of_order_overlapping_or_negative_are_malformed(long a, long b, long c, long d) throws Exception {
        Octets file = file(0);
        assertThat(check(file, AssetFormat.PNG, assertion(file, a, b, c, d)))
                .isInstanceOf(BindingOutcome.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({"990,11", "1001,0", "9223372036854775806,1"})
    void ranges_past_the_end_do_not_match(long start, long length) throws Exception {
        Octets file = file(0);
        assertThat(check(file, AssetFormat.PNG, assertion(file, 100, 120, start, length)))
                .isInstanceOf(BindingOutcome.Mismatch.class);
        assertThat(HardBindings.check(
                        DataHash.LABEL,
                        assertion(file, 100, 119, start, length),
                        context(file, AssetFormat.PNG, true, WRAPPER)))
                .isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @Test
    void without_a_hash_nothing_matches() throws Exception {
        CborValue.Map empty = CborValue.map().put("pad", Octets.empty()).build();
        assertThat(check(file(0), AssetFormat.PNG, empty)).isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @Test
    void after_an_update_the_exclusion_takes_the_length_the_store_has_now_and_the_later_ones_move() throws Exception {
        Octets file = file(0);
        CborValue.Map now = assertion(file, 100, 120, 500, 10);
        CborValue.Map before = CborValue.map()
                .put(
                        "exclusions",
                        assertion(file, 100, 90, 470, 10).get("exclusions").orElseThrow())
                .put("hash", now.get("hash").orElseThrow())
                .build();
        HardBinding.Context updated = context(file, AssetFormat.PNG, true, WRAPPER);
        assertThat(HardBindings.check(DataHash.LABEL, before, updated)).isEqualTo(new BindingOutcome.Match(true));
        assertThat(check(file, AssetFormat.PNG, before)).isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @Test
    void what_is_written_is_read_again() throws Exception {
        DataHash hash = new DataHash(
                List.of(new ByteRange(1, 2), new ByteRange(5, 5_000_000_000L)),
                Optional.of("sha384"),
                Optional.of(Octets.zeros(48)),
                Octets.zeros(7),
                Optional.of(Octets.zeros(1)),
                Optional.of("all"));
        assertThat(DataHash.read(hash.write())).isEqualTo(hash);
    }
}
