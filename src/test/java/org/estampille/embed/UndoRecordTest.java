package org.estampille.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.bmff.Boxes;
import org.junit.jupiter.api.Test;

final class UndoRecordTest {

    private static final Octets FILE = Boxes.media(9_000, 1);

    private static UndoRecord record() throws Exception {
        InPlaceChange change = new InPlaceChange(
                FILE.length(),
                4096,
                List.of(),
                List.of(
                        new InPlaceChange.Piece(0, FILE.slice(0, 20)),
                        new InPlaceChange.Piece(8_000, FILE.from(8_000))),
                new ByteRange(20, 7_980));
        FileTime modified = FileTime.from(Instant.parse("1969-12-31T23:59:59.999999999Z"));
        return UndoRecord.of(new OctetsSource(FILE), change, modified);
    }

    private static Octets closed(Octets body) {
        return Octets.concat(body, UndoRecord.hash(body));
    }

    @Test
    void is_read_as_it_was_written() throws Exception {
        UndoRecord record = record();
        Octets written = closed(record.body());
        assertThat(UndoRecord.isUnfinished(written)).isFalse();
        assertThat(UndoRecord.read(written)).isEqualTo(record);
    }

    @Test
    void one_that_breaks_off_anywhere_is_unfinished() throws Exception {
        Octets written = closed(record().body());
        for (int length = 0; length < written.length(); length++) {
            assertThat(UndoRecord.isUnfinished(written.slice(0, length)))
                    .as(length + " octets")
                    .isTrue();
        }
    }

    @Test
    void octets_of_others_are_neither_unfinished_nor_a_record() {
        for (String other : new String[] {"E.", "some notes of mine", "ESTAMPILLE UNDO\1 and a text that is longer"}) {
            Octets octets = Octets.ofAscii(other);
            assertThat(UndoRecord.isUnfinished(octets)).as(other).isFalse();
            assertThatThrownBy(() -> UndoRecord.read(octets)).isInstanceOf(MalformedContentException.class);
        }
    }

    @Test
    void a_damaged_octet_is_noticed() throws Exception {
        byte[] written = closed(record().body()).toByteArray();
        for (int at = 24; at < written.length; at += 7) {
            written[at] ^= 4;
            Octets damaged = Octets.copyOf(written);
            assertThatThrownBy(() -> UndoRecord.read(damaged)).isInstanceOf(MalformedContentException.class);
            written[at] ^= 4;
        }
    }

    @Test
    void hostile_records_with_a_fitting_hash_are_read_or_refused() throws Exception {
        Random random = new Random(5);
        byte[] good = record().body().toByteArray();
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] body = good.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                body[24 + random.nextInt(i % 2 == 0 ? 60 : body.length - 24)] = (byte) random.nextInt();
            }
            try {
                UndoRecord record = UndoRecord.read(closed(Octets.adopt(body)));
                assertThat(record.movedLength()).isPositive();
                record.fits(new OctetsSource(FILE), 0);
                read++;
            } catch (MalformedContentException refused) {
                assertThat(refused.problem()).isNotEmpty();
            }
        }
        assertThat(read).isPositive();
    }
}
