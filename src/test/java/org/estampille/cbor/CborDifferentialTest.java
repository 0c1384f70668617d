package org.estampille.cbor;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our codec beside another implementation, on values and octets from fixed seeds. */
final class CborDifferentialTest {

    private static final int ROUNDS = 400;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void writes_what_the_other_reads_and_reads_it_back(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            CborValue value = value(random, 0);
            Octets written = CborWriter.write(value);
            assertThat(CborWriter.write(CborReader.read(written, ReadLimits.standard())))
                    .isEqualTo(written);
            CBORObject other = CBORObject.DecodeFromBytes(written.toByteArray());
            assertThat(Octets.adopt(other.EncodeToBytes())).isEqualTo(reencodedByOther(written));
            assertThat(read(Octets.adopt(other.EncodeToBytes()))).isEqualTo(read(written));
        }
    }

    /** The other implementation widens reals to what it was given, so its own second pass is the yardstick. */
    private static Octets reencodedByOther(Octets written) {
        return Octets.adopt(CBORObject.DecodeFromBytes(written.toByteArray()).EncodeToBytes());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void accepts_and_refuses_the_same_random_octets(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS * 20; i++) {
            byte[] bytes = new byte[1 + random.nextInt(12)];
            random.nextBytes(bytes);
            Octets octets = Octets.adopt(bytes);
            if (comparable(octets)) {
                assertThat(reads(octets)).as(octets.hex()).isEqualTo(otherReads(octets));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void survives_mutations_of_well_formed_items(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = CborWriter.write(value(random, 0)).toByteArray();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            reads(Octets.adopt(bytes));
            reads(Octets.adopt(bytes).slice(0, random.nextInt(bytes.length)));
        }
    }

    /**
     * The other implementation also checks what C2PA leaves open: it refuses duplicate keys and tags whose content does not fit
     * (RFC 8949 clause 5.3), and takes lengths only up to 2^31.
     */
    private static boolean comparable(Octets octets) {
        try {
            return plain(CborReader.read(octets, ReadLimits.standard()));
        } catch (MalformedContentException e) {
            return otherIsPlain(octets);
        }
    }

    private static boolean otherIsPlain(Octets octets) {
        return (octets.at(0) >>> 5) != 6
                && !octets.hex().contains("c")
                && !octets.hex().contains("d");
    }

    private static boolean plain(CborValue value) {
        if (value instanceof CborValue.Map map) {
            Set<CborValue> keys = new HashSet<>();
            return map.entries().stream()
                    .allMatch(entry -> keys.add(entry.key()) && plain(entry.key()) && plain(entry.value()));
        }
        if (value instanceof CborValue.Array array) {
            return array.items().stream().allMatch(CborDifferentialTest::plain);
        }
        return !(value instanceof CborValue.Tag);
    }

    private static boolean reads(Octets octets) {
        try {
            CborReader.read(octets, ReadLimits.standard());
            return true;
        } catch (MalformedContentException e) {
            return false;
        }
    }

    private static boolean otherReads(Octets octets) {
        try {
            CBORObject.DecodeFromBytes(octets.toByteArray());
            return true;
        } catch (CBORException e) {
            return false;
        }
    }

    private static CborValue read(Octets octets) throws MalformedContentException {
        return CborReader.read(octets, ReadLimits.standard());
    }

    private static CborValue value(Random random, int depth) {
        switch (random.nextInt(depth > 4 ? 7 : 10)) {
            case 0:
                return CborValue.of(random.nextLong() >> random.nextInt(64));
            case 1:
                BigInteger big = new BigInteger(63, random).setBit(63);
                return new CborValue.Big(random.nextBoolean() ? big : big.not());
            case 2:
                byte[] bytes = new byte[random.nextInt(40)];
                random.nextBytes(bytes);
                return CborValue.of(Octets.adopt(bytes));
            case 3:
                return text(random);
            case 4:
                return new CborValue.Real(real(random));
            case 5:
                return CborValue.of(random.nextBoolean());
            case 6:
                return random.nextBoolean() ? CborValue.Simple.NULL : new CborValue.Simple(23);
            case 7:
                return array(random, depth);
            case 8:
                return map(random, depth);
            default:
                return new CborValue.Tag(1_000 + random.nextInt(100), value(random, depth + 1));
        }
    }

    private static CborValue text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            int point = random.nextInt(0x110000);
            text.appendCodePoint(point >= 0xD800 && point < 0xE000 ? 'x' : point);
        }
        return CborValue.of(text.toString());
    }

    private static double real(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Math.scalb(random.nextInt(2048), -24 + random.nextInt(30));
            case 1 -> random.nextFloat();
            case 2 -> Float.intBitsToFloat(random.nextInt());
            case 3 -> Double.longBitsToDouble(random.nextLong());
            default -> -random.nextInt(70_000);
        };
    }

    private static CborValue array(Random random, int depth) {
        List<CborValue> items = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            items.add(value(random, depth + 1));
        }
        return CborValue.array(items);
    }

    private static CborValue map(Random random, int depth) {
        CborValue.MapBuilder map = CborValue.map();
        Set<String> keys = new HashSet<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String key = "k" + random.nextInt(1_000_000);
            if (keys.add(key)) {
                map.put(key, value(random, depth + 1));
            }
        }
        return map.build();
    }
}
