package org.estampille.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CborReaderTest {

    @ParameterizedTest
    @CsvSource({
        "00, 0",
        "17, 23",
        "1818, 24",
        "1903e8, 1000",
        "1a000f4240, 1000000",
        "1b7fffffffffffffff, 9223372036854775807",
        "20, -1",
        "3863, -100",
        "3b7fffffffffffffff, -9223372036854775808",
        "1800, 0",
        "1b0000000000000001, 1"
    })
    void reads_integers_of_any_width(String hex, long value) throws Exception {
        assertThat(read(hex)).isEqualTo(CborValue.of(value));
    }

    @Test
    void keeps_integers_beyond_64_signed_bits() throws Exception {
        assertThat(read("1bffffffffffffffff")).isEqualTo(new CborValue.Big(new BigInteger("18446744073709551615")));
        assertThat(read("3bffffffffffffffff")).isEqualTo(new CborValue.Big(new BigInteger("-18446744073709551616")));
        assertThat(CborWriter.write(read("3bffffffffffffffff")).hex()).isEqualTo("3bffffffffffffffff");
    }

    @Test
    void joins_the_chunks_of_indefinite_strings() throws Exception {
        assertThat(read("5f42010243030405ff")).isEqualTo(CborValue.of(Octets.of(1, 2, 3, 4, 5)));
        assertThat(read("7f657374726561646d696e67ff")).isEqualTo(CborValue.of("streaming"));
        assertThat(read("9f0102ff")).isEqualTo(CborValue.array(List.of(CborValue.of(1), CborValue.of(2))));
        assertThat(read("bf616101ff")).isEqualTo(CborValue.map().put("a", 1).build());
    }

    @Test
    void keeps_tags_duplicate_keys_and_the_order_of_a_map() throws Exception {
        assertThat(read("d9d9f7c001")).isEqualTo(new CborValue.Tag(55799, new CborValue.Tag(0, CborValue.of(1))));
        assertThat(read("a2616201616101")).isNotEqualTo(read("a2616101616201"));
        CborValue.Map twice = (CborValue.Map) read("a2616101616102");
        assertThat(twice.entries()).hasSize(2);
        assertThat(twice.get("a")).contains(CborValue.of(1));
    }

    @ParameterizedTest
    @CsvSource({
        "f90000, 0.0",
        "f98000, -0.0",
        "f93c00, 1.0",
        "f97bff, 65504.0",
        "f90001, 5.960464477539063e-8",
        "f903ff, 6.097555160522461e-5",
        "f90400, 6.103515625e-5",
        "f9c400, -4.0",
        "f97c00, Infinity",
        "f9fc00, -Infinity",
        "f97e00, NaN",
        "fa47c35000, 100000.0",
        "fb3ff199999999999a, 1.1"
    })
    void reads_and_writes_reals_at_their_shortest(String hex, double value) throws Exception {
        assertThat(read(hex)).isEqualTo(new CborValue.Real(value));
        assertThat(CborWriter.write(new CborValue.Real(value)).hex()).isEqualTo(hex);
    }

    @Test
    void writes_keys_in_the_order_of_their_octets() {
        CborValue.Map map = CborValue.map()
                .put("b", 1)
                .put("aa", 2)
                .put(100, CborValue.of(3))
                .put(-1, CborValue.of(4))
                .put(10, CborValue.of(5))
                .build();
        assertThat(CborWriter.write(map).hex()).isEqualTo("a50a05" + "186403" + "2004" + "616201" + "62616102");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "18",
                "19ff",
                "1b00000000000000",
                "1c",
                "1d",
                "1e",
                "1f",
                "3f",
                "41",
                "5f01ff",
                "5f5f4100ffff",
                "5f6161ff",
                "5f41",
                "61ff",
                "62c328",
                "63eda080",
                "64f4908080",
                "7f61c361a9ff",
                "81",
                "8201",
                "9f01",
                "a1",
                "a101",
                "bf01ff",
                "bf01",
                "c0",
                "ff",
                "9fff00",
                "f800",
                "f81f",
                "fc",
                "fd",
                "fe",
                "f9",
                "0000",
                "7bffffffffffffffff",
                "5b7fffffffffffffff",
                "9b7fffffffffffffff",
                "bb7fffffffffffffff",
                "5a7fffffff00",
                "9a7fffffff00",
                "ba7fffffff00",
                "df00",
                "81ff",
                "a1ff00"
            })
    void refuses_what_is_not_well_formed(String hex) {
        assertThatThrownBy(() -> read(hex))
                .isInstanceOf(MalformedContentException.class)
                .isNotInstanceOf(LimitExceededException.class);
    }

    @Test
    void refuses_to_go_deep_or_to_read_many_items() {
        byte[] arrays = new byte[100_000];
        java.util.Arrays.fill(arrays, (byte) 0x81);
        byte[] tags = new byte[100_000];
        java.util.Arrays.fill(tags, (byte) 0xC1);
        byte[] indefinite = new byte[100_000];
        java.util.Arrays.fill(indefinite, (byte) 0x9F);
        for (byte[] deep : List.of(arrays, tags, indefinite)) {
            assertThatThrownBy(() -> CborReader.read(Octets.adopt(deep), ReadLimits.standard()))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("CBOR depth");
        }
        ReadLimits few = new ReadLimits(32, 10, 1 << 20, 1 << 20, 10, 10);
        assertThatThrownBy(() -> CborReader.read(Octets.ofHex("8b0000000000000000000000"), few))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("CBOR items");
    }

    @Test
    void says_where_it_went_wrong() {
        assertThatThrownBy(() -> read("820061ff"))
                .isInstanceOfSatisfying(
                        MalformedContentException.class,
                        e -> assertThat(e.where().start()).isEqualTo(4));
    }

    private static CborValue read(String hex) throws MalformedContentException {
        return CborReader.read(Octets.ofHex(hex), ReadLimits.standard());
    }
}
