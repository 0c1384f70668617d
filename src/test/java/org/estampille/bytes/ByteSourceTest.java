package org.estampille.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ByteSourceTest {

    @TempDir
    private Path folder;

    @Test
    void a_file_and_the_same_octets_in_memory_read_alike() throws Exception {
        byte[] bytes = new byte[200_000];
        new Random(1).nextBytes(bytes);
        Octets all = Octets.adopt(bytes);
        try (FileSource file = FileSource.open(write(bytes));
                OctetsSource memory = new OctetsSource(all)) {
            assertThat(file.length()).isEqualTo(memory.length());
            for (ByteRange range : new ByteRange[] {
                new ByteRange(0, 0),
                new ByteRange(0, 65_536),
                new ByteRange(65_530, 20),
                new ByteRange(1, 199_999),
                new ByteRange(200_000, 0)
            }) {
                Octets wanted = all.slice((int) range.start(), (int) range.length());
                assertThat(file.octets(range, ReadLimits.standard())).isEqualTo(wanted);
                assertThat(memory.octets(range, ReadLimits.standard())).isEqualTo(wanted);
            }
        }
    }

    @Test
    void tells_content_that_claims_too_much_from_a_limit_and_from_trouble_with_the_file() throws Exception {
        try (FileSource file = FileSource.open(write(new byte[100]))) {
            assertThatThrownBy(() -> file.octets(new ByteRange(90, 11), ReadLimits.standard()))
                    .isInstanceOf(MalformedContentException.class)
                    .isNotInstanceOf(LimitExceededException.class);
            ReadLimits tight = new ReadLimits(1, 1, 50, 1, 1, 1);
            assertThatThrownBy(() -> file.octets(new ByteRange(0, 51), tight))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("'buffer' is 50");
            assertThatThrownBy(() -> file.read(99, ByteBuffer.allocate(2))).isInstanceOf(EOFException.class);
        }
        try (FileSource file = FileSource.open(write(new byte[300_000]))) {
            for (long far : new long[] {299_999, 300_000, Long.MAX_VALUE - 2}) {
                assertThatThrownBy(() -> file.read(far, ByteBuffer.allocate(8))).isInstanceOf(EOFException.class);
                assertThatThrownBy(() -> file.glance(far, 8)).isInstanceOf(EOFException.class);
            }
        }
        OctetsSource memory = new OctetsSource(Octets.zeros(4));
        assertThatThrownBy(() -> memory.read(3, ByteBuffer.allocate(2))).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> memory.read(-1, ByteBuffer.allocate(1))).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> FileSource.open(folder.resolve("absent"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_file_that_shrinks_ends_early_instead_of_hanging() throws Exception {
        Path path = write(new byte[3_000_000]);
        try (FileSource file = FileSource.open(path)) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(2_500_000);
            }
            assertThatThrownBy(() -> file.read(2_499_990, ByteBuffer.allocate(20)))
                    .isInstanceOf(EOFException.class);
        }
    }

    @Test
    void a_glance_shows_what_a_read_gives_whether_or_not_it_is_held_already() throws Exception {
        byte[] bytes = new byte[300_000];
        new java.util.Random(5).nextBytes(bytes);
        try (FileSource file = FileSource.open(write(bytes))) {
            for (long position : new long[] {0, 65_000, 65_530, 299_990}) {
                Octets expected = Octets.copyOf(bytes).slice((int) position, 10);
                assertThat(file.glance(position, 10)).isEqualTo(expected);
            }
            assertThatThrownBy(() -> file.glance(299_995, 10)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void ranges_know_their_limits() {
        ByteRange range = ByteRange.between(10, 20);
        assertThat(range).isEqualTo(new ByteRange(10, 10));
        assertThat(range.contains(new ByteRange(10, 10))).isTrue();
        assertThat(range.contains(new ByteRange(11, 10))).isFalse();
        assertThat(range.overlaps(new ByteRange(20, 1))).isFalse();
        assertThat(range.overlaps(new ByteRange(19, 1))).isTrue();
        assertThat(range.shift(5).end()).isEqualTo(25);
        for (long[] wrong : new long[][] {{-1, 1}, {1, -1}, {Long.MAX_VALUE, 1}}) {
            assertThatThrownBy(() -> new ByteRange(wrong[0], wrong[1])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }
}
