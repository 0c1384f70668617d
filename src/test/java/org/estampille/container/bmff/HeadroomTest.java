package org.estampille.container.bmff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.estampille.container.bmff.Layouts.LIMITS;
import static org.estampille.container.bmff.Layouts.assertSameMedia;
import static org.estampille.container.bmff.Layouts.asset;
import static org.estampille.container.bmff.Layouts.lay;
import static org.estampille.container.bmff.Layouts.write;

import org.estampille.SharedCorpus;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.ContainerFormat.Wish;
import org.estampille.container.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the media may only move in steps, what stands before them is evened out. */
final class HeadroomTest {

    private static final int STEP = 4096;

    private static OctetsSource tag(Octets file, int store, boolean merkle) throws Exception {
        OctetsSource source = new OctetsSource(file);
        Octets octets = Boxes.store(store);
        return new OctetsSource(write(source, lay(source, new Wish(octets.length(), merkle).inSteps(STEP)), octets));
    }

    private static long media(OctetsSource file) throws Exception {
        return BmffFile.read(file, LIMITS).named("mdat").get(0).payload().start();
    }

    private static Octets film(Octets... beforeMedia) {
        Octets head = Octets.concat(Boxes.ftyp(), Octets.concat(beforeMedia));
        return Octets.concat(
                head, Boxes.box("mdat", Boxes.media(3_000, 1)), Boxes.moov(Boxes.stco(head.length() + 8L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.mov", "faststart.mp4", "fragmented.mp4", "prores.mov", "sample1.m4a"})
    void real_media_move_by_whole_steps_and_keep_their_samples(String name) throws Exception {
        OctetsSource before = new OctetsSource(SharedCorpus.octets("source-media/" + name));
        for (boolean merkle : new boolean[] {false, true}) {
            OctetsSource after = tag(before.octets(), 20_000, merkle);
            assertThat((media(after) - media(before)) % STEP).isZero();
            assertThat(new BmffFormat().map(asset(after), LIMITS).stores()).hasSize(1);
            assertSameMedia(before, after);
            OctetsSource again = tag(after.octets(), 19_000, merkle);
            assertThat(media(again)).as("the room of the first store").isEqualTo(media(after));
            assertSameMedia(before, again);
        }
    }

    @Test
    void every_length_of_a_store_gives_boxes_that_follow_one_another() throws Exception {
        OctetsSource before = new OctetsSource(film());
        for (int store = 3_900; store < 4_100; store++) {
            OctetsSource after = tag(before.octets(), store, true);
            assertThat((media(after) - media(before)) % STEP).isZero();
            assertThat(BmffFile.read(after, LIMITS).trailing()).isEmpty();
            assertSameMedia(before, after);
        }
    }

    @Test
    void empty_boxes_give_their_room_and_the_media_stay() throws Exception {
        OctetsSource before = new OctetsSource(film(
                Boxes.box("skip", Octets.zeros(9_000)), Boxes.box("free", Octets.zeros(9_000)), Boxes.box("wide")));
        OctetsSource after = tag(before.octets(), 12_000, true);
        assertThat(after.length()).isEqualTo(before.length());
        assertThat(media(after)).isEqualTo(media(before));
        assertThat(new BmffFormat().map(asset(after), LIMITS).parts())
                .extracting(Part::name)
                .containsExactly("ftyp", "uuid", "free", "mdat", "moov");
        assertSameMedia(before, after);
    }

    @Test
    void a_free_box_that_holds_something_stays_as_it_is() throws Exception {
        Octets note = Boxes.box("free", Octets.ofAscii("written by somebody"), Octets.zeros(20_000));
        OctetsSource before = new OctetsSource(film(note));
        OctetsSource after = tag(before.octets(), 12_000, false);
        assertThat(after.octets().indexOf(note, 0)).isPresent();
        assertThat(media(after)).isGreaterThan(media(before));
        assertSameMedia(before, after);
    }

    @Test
    void empty_boxes_behind_the_media_are_no_room() throws Exception {
        Octets free = Boxes.box("free", Octets.zeros(20_000));
        OctetsSource before = new OctetsSource(Octets.concat(film(), free));
        OctetsSource after = tag(before.octets(), 12_000, false);
        assertThat(media(after) - media(before)).isEqualTo(12_288);
        assertThat(after.octets().from((int) after.length() - free.length())).isEqualTo(free);
    }

    @Test
    void a_store_taken_out_in_steps_gives_back_the_steps() throws Exception {
        OctetsSource before = new OctetsSource(film(Boxes.box("wide")));
        OctetsSource tagged = tag(before.octets(), 12_000, true);
        OctetsSource after =
                new OctetsSource(write(tagged, lay(tagged, Wish.strip().inSteps(STEP)), Octets.empty()));
        assertThat(after.length()).isEqualTo(before.length());
        assertThat(media(after)).isEqualTo(media(before));
        assertSameMedia(before, after);
    }
}
