package org.estampille.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.container.EmbeddedStore;
import org.estampille.jumbf.ContentBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content put where no hash and no signature looks: in exclusions, in padding, behind the end. */
@ExtendWith(CountedAttacks.class)
final class HiddenContentTest {

    private static final Octets HIDDEN = Octets.ofAscii("<svg><script/></svg>");

    private static final String HIDDEN_CONTENT = "org.estampille.store.hiddenContent";

    private static Scene scene;

    @BeforeAll
    static void signs(@TempDir Path folder) throws Exception {
        scene = new Scene(folder);
    }

    /** The media with {@code replacement} at an offset; checksums of PNG chunks at that place made right again. */
    private static Octets overwritten(Octets media, long at, Octets replacement) {
        ByteBuffer copy = ByteBuffer.wrap(media.toByteArray());
        copy.put((int) at, replacement.toByteArray());
        return Octets.adopt(copy.array());
    }

    private static Octets withChecksum(Octets png, ByteRange chunk) {
        CRC32 crc = new CRC32();
        crc.update(png.slice((int) chunk.start() + 4, (int) chunk.length() - 8).asBuffer());
        return overwritten(png, chunk.end() - 4, Octets.u32be(crc.getValue()));
    }

    /** The store in {@code media} replaced by another and what follows it, together as long. */
    private static Octets restored(String name, Octets media, Octets content) throws Exception {
        EmbeddedStore place = Scene.place(media);
        assertThat(content.length()).isEqualTo(place.store().length());
        int at = media.indexOf(place.store(), 0).orElseThrow();
        Octets changed = overwritten(media, at, content);
        return name.endsWith(".png") ? withChecksum(changed, place.wrapper().get(0)) : changed;
    }

    private static CborValue.Map pad(CborValue.Map header, Octets content) {
        return Forgery.set(header, "pad", CborValue.of(content));
    }

    private static int padLength(Forgery forgery) throws Exception {
        return forgery.cose()
                .unprotected("pad")
                .flatMap(CborValue::asOctets)
                .orElseThrow()
                .length();
    }

    @Tag(CountedAttacks.HONEST)
    @ParameterizedTest
    @ValueSource(strings = {"picture.jpg", "picture.png", "film.mp4", "sound.wav"})
    void an_untouched_file_is_trusted(String name) throws Exception {
        assertThat(scene.verify(name, scene.tagged(name)).exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.jpg", "picture.png", "sound.wav"})
    void a_copy_whose_excluded_range_holds_another_picture_does_not_match_the_detached_manifest(String name)
            throws Exception {
        Octets media = scene.tagged(name);
        EmbeddedStore place = Scene.place(media);
        ByteRange slot = place.extent();
        byte[] other = new byte[(int) slot.length() - 12];
        java.util.Arrays.fill(other, (byte) 'x');
        Octets content = Octets.adopt(other);
        Octets planted = switch (name) {
            case "picture.jpg" ->
                Octets.concat(Octets.of(0xFF, 0xFE), Octets.u16be(content.length() + 10), Octets.zeros(8), content);
            case "picture.png" ->
                Octets.concat(Octets.u32be(content.length()), Octets.ofAscii("teXt"), content, Octets.zeros(4));
            default ->
                Octets.concat(Octets.ofAscii("note"), Octets.u32le(content.length() + 4), Octets.zeros(4), content);
        };
        Octets copy = overwritten(media, slot.start(), planted);
        Octets fixed = name.endsWith(".png") ? withChecksum(copy, slot) : copy;
        scene.verify(name, fixed, place.store()).isRejectedFor("assertion.dataHash.mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.jpg", "picture.png", "sound.wav", "film.mp4"})
    void content_in_octets_that_a_shrunk_signature_pad_freed_is_a_mismatch(String name) throws Exception {
        Octets media = scene.tagged(name);
        Forgery forgery = Forgery.of(Scene.place(media).store());
        int kept = padLength(forgery) - HIDDEN.length() - 1;
        Octets shrunk = forgery.withUnprotected(header -> pad(header, Octets.zeros(Math.max(0, kept))))
                .octets();
        int freed = forgery.octets().length() - shrunk.length();
        assertThat(freed).isGreaterThanOrEqualTo(HIDDEN.length());
        Octets content = Octets.concat(shrunk, HIDDEN, Octets.zeros(freed - HIDDEN.length()));
        String code = name.equals("film.mp4") ? "assertion.bmffHash.mismatch" : "assertion.dataHash.mismatch";
        scene.verify(name, restored(name, media, content)).isRejectedFor(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.jpg", "film.mp4"})
    void a_signature_pad_that_is_not_zero_asks_for_review(String name) throws Exception {
        Octets media = scene.tagged(name);
        Forgery forgery = Forgery.of(Scene.place(media).store());
        Octets filler = Octets.concat(HIDDEN, Octets.zeros(padLength(forgery) - HIDDEN.length()));
        Octets changed = forgery.withUnprotected(header -> pad(header, filler)).octets();
        scene.verify(name, restored(name, media, changed)).asksForReviewBecauseOf("org.estampille.pad.nonZero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.jpg", "picture.png", "sound.wav", "film.mp4"})
    void content_in_a_box_for_which_a_shrunk_signature_pad_made_room_is_rejected(String name) throws Exception {
        Octets media = scene.tagged(name);
        Forgery forgery = Forgery.of(Scene.place(media).store());
        int kept = padLength(forgery) - HIDDEN.length() - 9;
        Forgery shrunk = forgery.withUnprotected(header -> pad(header, Octets.zeros(Math.max(0, kept))));
        int freed = forgery.octets().length() - shrunk.octets().length();
        Octets content = Octets.concat(HIDDEN, Octets.zeros(freed - 8 - HIDDEN.length()));
        Octets filled = shrunk.with(Forgery.SIGNATURE, box -> Forgery.plus(box, ContentBox.of("free", content)))
                .octets();
        scene.verify(name, restored(name, media, filled)).isRejectedFor(HIDDEN_CONTENT);
    }

    @Test
    void an_unknown_unprotected_header_asks_for_review() throws Exception {
        Octets media = scene.media("picture.png");
        Octets store = Forgery.of(scene.detached("picture.png", media))
                .withUnprotected(header -> Forgery.set(header, "note", CborValue.of(HIDDEN)))
                .octets();
        scene.verify("picture.png", media, store).asksForReviewBecauseOf("org.estampille.store.unsignedContent");
    }

    @Test
    void content_in_the_pad_of_an_assertion_breaks_its_hash() throws Exception {
        Octets media = scene.media("picture.png");
        Forgery forgery = Forgery.of(scene.detached("picture.png", media));
        Octets claim = forgery.claimOctets();
        Octets store = forgery.withAssertion("c2pa.hash.data", map -> pad(map, HIDDEN))
                .with(
                        "c2pa.claim.v2",
                        box -> org.estampille.jumbf.SuperBox.of(
                                box.description(), java.util.List.of(ContentBox.of("cbor", claim))))
                .octets();
        scene.verify("picture.png", media, store).isRejectedFor("assertion.hashedURI.mismatch");
    }

    @Test
    void a_signed_assertion_pad_that_is_not_zero_asks_for_review() throws Exception {
        Octets media = scene.media("picture.png");
        Octets store = Forgery.of(scene.detached("picture.png", media))
                .withAssertion("c2pa.hash.data", map -> pad(map, HIDDEN))
                .signedBy(scene.signer())
                .octets();
        scene.verify("picture.png", media, store).asksForReviewBecauseOf("org.estampille.pad.nonZero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.jpg", "picture.png", "sound.wav", "film.mp4"})
    void octets_after_the_end_of_the_media_are_a_mismatch(String name) throws Exception {
        Octets longer = Octets.concat(scene.tagged(name), Octets.ofAscii("tail"));
        String code = name.equals("film.mp4") ? "assertion.bmffHash.mismatch" : "assertion.dataHash.mismatch";
        scene.verify(name, longer).isRejectedFor(code);
    }
}
