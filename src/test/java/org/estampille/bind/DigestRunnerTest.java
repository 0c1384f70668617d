package org.estampille.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.bmff.Boxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestRunnerTest {

    private static final int LENGTH = 20 << 20;
    private static final Octets FILE = Boxes.media(LENGTH, 3);

    private static DigestPlan plan(long... numbers) {
        List<DigestPlan.Input> inputs = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            inputs.add(new DigestPlan.Literal(Octets.u64be(i)));
            inputs.add(new DigestPlan.FileRange(new ByteRange(numbers[i], numbers[i + 1])));
        }
        inputs.add(new DigestPlan.Literal(Octets.of(1)));
        return new DigestPlan(HashAlgorithm.SHA256, inputs);
    }

    /** The hash by the plainest means. */
    private static Octets expected(DigestPlan plan) {
        List<Octets> parts = new ArrayList<>();
        for (DigestPlan.Input input : plan.inputs()) {
            parts.add(
                    input instanceof DigestPlan.FileRange file
                            ? FILE.slice((int) file.range().start(), (int)
                                    file.range().length())
                            : ((DigestPlan.Literal) input).octets());
        }
        return Bound.ENGINE.hash(plan.algorithm(), parts.toArray(new Octets[0])).value();
    }

    private static BindingPlan binding() {
        DigestPlan chain = plan(0, 10, 10, 0, 10, 90, 200, 9 << 20, (9 << 20) + 200, 5, LENGTH - 1, 1);
        return new BindingPlan(
                chain,
                List.of(plan(10 << 20, 1 << 20), plan(11 << 20, 1 << 20), plan(12 << 20, 3 << 20), plan(15 << 20, 7)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void hashes_are_the_same_with_any_number_of_threads(int threads) throws Exception {
        BindingPlan plan = binding();
        BindingDigests digests = DigestRunner.run(new OctetsSource(FILE), plan, Bound.ENGINE, threads);
        assertThat(digests.chain()).isEqualTo(expected(plan.chain()));
        assertThat(digests.leaves())
                .isEqualTo(
                        plan.leaves().stream().map(DigestRunnerTest::expected).toList());
    }

    @Test
    void an_empty_plan_is_the_hash_of_nothing() throws Exception {
        DigestPlan nothing = new DigestPlan(HashAlgorithm.SHA256, List.of());
        BindingDigests digests = DigestRunner.run(new OctetsSource(FILE), BindingPlan.flat(nothing), Bound.ENGINE, 2);
        assertThat(digests.chain())
                .isEqualTo(Bound.ENGINE.hash(HashAlgorithm.SHA256).value());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_failing_disk_is_an_io_failure_on_every_path(int threads) {
        ByteSource broken = new ByteSource() {
            @Override
            public long length() {
                return LENGTH;
            }

            @Override
            public void read(long position, ByteBuffer target) throws IOException {
                throw new IOException("the disk is broken");
            }
        };
        DigestPlan none = new DigestPlan(HashAlgorithm.SHA256, List.of());
        assertThatThrownBy(() -> DigestRunner.run(broken, binding(), Bound.ENGINE, threads))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() ->
                        DigestRunner.run(broken, new BindingPlan(none, binding().leaves()), Bound.ENGINE, threads))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the disk is broken");
    }

    @ParameterizedTest
    @ValueSource(ints = {777, 65_536, 3_000_000})
    void a_writer_that_hands_in_blocks_gets_the_same_hashes(int block) {
        BindingPlan plan = binding();
        WriteHashing hashing = new WriteHashing(plan, Bound.ENGINE);
        byte[] copy = new byte[LENGTH];
        for (ByteRange range : hashing.besideLeaves(LENGTH)) {
            feed(range, block, hashing.chain(), copy);
        }
        for (int i = hashing.leaves() - 1; i >= 0; i--) {
            DigestFeeder leaf = hashing.leaf(i);
            feed(hashing.leafRange(i), block, leaf, copy);
            hashing.done(i, leaf);
        }
        assertThat(hashing.digests().chain()).isEqualTo(expected(plan.chain()));
        assertThat(hashing.digests().leaves())
                .isEqualTo(
                        plan.leaves().stream().map(DigestRunnerTest::expected).toList());
        assertThat(hashing.digests()).isEqualTo(hashing.digests());
        assertThat(Octets.adopt(copy)).isEqualTo(FILE);
    }

    private static void feed(ByteRange range, int block, DigestFeeder feeder, byte[] copy) {
        for (long at = range.start(); at < range.end(); at += block) {
            int count = (int) Math.min(block, range.end() - at);
            ByteBuffer octets = FILE.slice((int) at, count).asBuffer();
            feeder.accept(at, octets);
            octets.get(copy, (int) at, count);
        }
    }

    @Test
    void octets_that_were_not_handed_in_are_noticed() {
        DigestFeeder feeder = new DigestFeeder(plan(0, 10), Bound.ENGINE);
        assertThatThrownBy(() -> feeder.accept(5, FILE.slice(5, 10).asBuffer()))
                .isInstanceOf(IllegalStateException.class);
        DigestFeeder early = new DigestFeeder(plan(0, 10), Bound.ENGINE);
        early.accept(0, FILE.slice(0, 9).asBuffer());
        assertThatThrownBy(early::digest).isInstanceOf(IllegalStateException.class);
        WriteHashing hashing = new WriteHashing(binding(), Bound.ENGINE);
        assertThatThrownBy(hashing::digests).isInstanceOf(IllegalStateException.class);
    }
}
