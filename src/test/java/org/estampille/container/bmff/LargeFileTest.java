package org.estampille.container.bmff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat.Wish;
import org.estampille.container.LaidOutSource;
import org.estampille.container.Layout;
import org.estampille.container.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeFileTest {

    /** Files of more than 4 GiB cost nothing where the file system keeps holes. */
    @Test
    void chunk_offsets_are_promoted_to_64_bits_when_the_slot_pushes_them_over_4_gib(@TempDir Path folder)
            throws Exception {
        for (boolean moovFirst : new boolean[] {true, false}) {
            long edge = 0xFFFF_FFFFL - 100;
            Octets ftyp = Boxes.ftyp();
            Octets moov =
                    Boxes.moov(Boxes.stco(5000, edge), Boxes.full("saio", 0, 0, Octets.u32be(1), Octets.u32be(edge)));
            long mdatStart = ftyp.length() + (moovFirst ? moov.length() : 0L);
            long mdatLength = edge + 3000 - mdatStart;
            Path file = folder.resolve("large-" + moovFirst + ".mp4");
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
                put(channel, 0, ftyp);
                put(
                        channel,
                        mdatStart,
                        Octets.concat(Octets.u32be(1), Octets.ofAscii("mdat"), Octets.u64be(mdatLength)));
                put(channel, 5000, Boxes.media(100, 1));
                put(channel, edge, Boxes.media(100, 2));
                put(channel, moovFirst ? ftyp.length() : mdatStart + mdatLength, moov);
                put(channel, mdatStart + mdatLength - 1, moovFirst ? Octets.of(9) : Octets.empty());
            }
            try (ByteSource source = FileSource.open(file)) {
                Asset asset = new Asset("large.mp4", source, AssetFormat.MP4);
                BmffFormat format = new BmffFormat();
                Layout layout = format.lay(
                        asset, format.map(asset, ReadLimits.standard()), Wish.forStore(20_000), ReadLimits.standard());
                ByteSource after = new SlotFilled(new LaidOutSource(source, layout), layout, Boxes.store(20_000 - 38));
                assertThat(References.octets(after, 24)).isEqualTo(References.octets(source, 24));
                assertThat(References.of(after)).allMatch(offset -> offset > 20_000);
                assertThat(layout.segments())
                        .filteredOn(Segment.Fresh.class::isInstance)
                        .hasSize(1);
                assertThat(layout.segments().stream().mapToLong(Segment::length).sum())
                        .isEqualTo(source.length() + 20_000 + 45 + 3 * 4);
            }
        }
    }

    private static void put(FileChannel channel, long at, Octets octets) throws IOException {
        ByteBuffer buffer = octets.asBuffer();
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }

    /** A planned file with its slot filled, not written anywhere. */
    private record SlotFilled(ByteSource planned, ByteRange slot, Octets wrapped) implements ByteSource {
        SlotFilled(ByteSource planned, Layout layout, Octets store) {
            this(planned, layout.slot().orElseThrow(), layout.wrap().apply(store));
        }

        @Override
        public long length() {
            return planned.length();
        }

        @Override
        public void read(long position, ByteBuffer target) throws IOException {
            int start = target.position();
            int count = target.remaining();
            planned.read(position, target);
            for (int i = 0; i < count; i++) {
                long inside = position + i - slot.start();
                if (inside >= 0 && inside < slot.length()) {
                    target.put(start + i, (byte) wrapped.at((int) inside));
                }
            }
        }
    }
}
