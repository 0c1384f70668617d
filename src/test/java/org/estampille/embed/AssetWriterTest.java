package org.estampille.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.estampille.bind.BindingDigests;
import org.estampille.bind.BindingPlan;
import org.estampille.bind.DigestPlan;
import org.estampille.bind.DigestRunner;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.crypto.CryptoEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a file is copied, what arrives and what was hashed is the same. */
final class AssetWriterTest {

    private static final CryptoEngine ENGINE = CryptoEngine.platform();

    @TempDir
    private Path folder;

    private static OctetsSource octets(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return new OctetsSource(Octets.adopt(bytes));
    }

    private static DigestPlan range(long start, long length) {
        return new DigestPlan(HashAlgorithm.SHA256, List.of(new DigestPlan.FileRange(new ByteRange(start, length))));
    }

    private BindingDigests write(ByteSource source, BindingPlan plan, int threads) throws IOException {
        Path target = folder.resolve("copy-" + threads);
        try (StagedFile staged = new StagingArea(() -> "t").beside(target)) {
            BindingDigests digests = new AssetWriter(ENGINE, threads, CopyProgress.NONE).write(source, staged, plan);
            staged.commit(false);
            return digests;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 20, (1 << 20) + 1, 9_000_001})
    void a_flat_copy_is_the_same_on_one_thread_and_on_two(int length) throws IOException {
        OctetsSource source = octets(length);
        BindingPlan plan = BindingPlan.flat(range(length / 3, length - length / 3));
        BindingDigests expected = DigestRunner.run(source, plan, ENGINE, 1);
        assertThat(write(source, plan, 1)).isEqualTo(expected);
        assertThat(write(source, plan, 2)).isEqualTo(expected);
        assertThat(folder.resolve("copy-1")).hasBinaryContent(source.octets().toByteArray());
        assertThat(folder.resolve("copy-2")).hasBinaryContent(source.octets().toByteArray());
    }

    @Test
    void leaves_are_the_same_on_one_thread_and_on_two() throws IOException {
        OctetsSource source = octets(9_000_001);
        List<DigestPlan> leaves = new ArrayList<>();
        for (long at = 5_000; at < 8_000_000; at += 1_500_000) {
            leaves.add(range(at, Math.min(1_500_000, 8_000_000 - at)));
        }
        BindingPlan plan = new BindingPlan(range(0, 5_000), leaves);
        BindingDigests expected = DigestRunner.run(source, plan, ENGINE, 1);
        assertThat(write(source, plan, 1)).isEqualTo(expected);
        assertThat(write(source, plan, 2)).isEqualTo(expected);
        assertThat(folder.resolve("copy-2")).hasBinaryContent(source.octets().toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_source_that_fails_half_way_fails_the_copy_and_leaves_nothing(int threads) throws IOException {
        OctetsSource whole = octets(9_000_001);
        ByteSource failing = new ByteSource() {
            @Override
            public long length() {
                return whole.length();
            }

            @Override
            public void read(long position, ByteBuffer target) throws IOException {
                if (position > 4_000_000) {
                    throw new IOException("the disk is gone");
                }
                whole.read(position, target);
            }
        };
        assertThatThrownBy(() -> write(failing, BindingPlan.flat(range(0, whole.length())), threads))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the disk is gone");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
