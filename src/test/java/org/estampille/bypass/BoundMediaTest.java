package org.estampille.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.estampille.bypass.Scene.Verdict;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.container.bmff.BmffBox;
import org.estampille.container.bmff.BmffFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Films whose binding is signed and correct, and which play octets that it does not bind. */
@ExtendWith(CountedAttacks.class)
final class BoundMediaTest {

    private static final String FILM = "film.mp4";
    private static final String HASH = "c2pa.hash.bmff.v3";

    private static Scene scene;

    @BeforeAll
    static void signs(@TempDir Path folder) throws Exception {
        scene = new Scene(folder);
    }

    private static CborValue.Map excluding(String xpath) {
        return CborValue.map().put("xpath", xpath).build();
    }

    /** The hash of all top-level boxes but some, each after its offset (C2PA 2.5 clause 16.3.2.2). */
    private static Octets hash(Octets film, Set<String> leftOut) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (BmffBox box :
                BmffFile.read(new OctetsSource(film), ReadLimits.standard()).boxes()) {
            if (!leftOut.contains(box.type())) {
                digest.update(Octets.u64be(box.range().start()).asBuffer());
                digest.update(
                        film.slice((int) box.range().start(), (int) box.range().length())
                                .asBuffer());
            }
        }
        return Octets.adopt(digest.digest());
    }

    /** What a signer says who leaves out one more box than usual. */
    private static Verdict signed(Octets film, String leftOut, CborValue... trees) throws Exception {
        Forgery forgery = Forgery.of(Scene.place(scene.tagged(FILM)).store());
        Octets hash = hash(film, Set.of("ftyp", "mfra", "uuid", leftOut));
        Octets store = forgery.withAssertion(HASH, map -> {
                    List<CborValue> exclusions = new ArrayList<>(
                            map.get("exclusions").orElseThrow().asList().orElseThrow());
                    exclusions.removeIf(exclusion -> ((CborValue.Map) exclusion)
                            .get("xpath")
                            .equals(java.util.Optional.of(CborValue.of("/mdat"))));
                    exclusions.add(excluding("/" + leftOut));
                    List<CborValue.Entry> entries = new ArrayList<>(map.entries());
                    entries.removeIf(entry -> entry.key().equals(CborValue.of("merkle")));
                    CborValue.Map changed = new CborValue.Map(entries);
                    changed = Forgery.set(changed, "exclusions", CborValue.array(exclusions));
                    changed = Forgery.set(changed, "hash", CborValue.of(hash));
                    return trees.length == 0
                            ? changed
                            : Forgery.set(changed, "merkle", CborValue.array(List.of(trees)));
                })
                .signedBy(scene.signer())
                .octets();
        return scene.verify(FILM, film, store);
    }

    private static BmffBox box(Octets film, String type) throws Exception {
        return BmffFile.read(new OctetsSource(film), ReadLimits.standard())
                .named(type)
                .get(0);
    }

    /** The film with a box at its end that holds its media, and the first chunk said to be there. */
    private static Octets playingFrom(String type) throws Exception {
        Octets film = scene.media(FILM);
        BmffBox media = box(film, "mdat");
        Octets payload =
                film.slice((int) media.payload().start(), (int) media.payload().length());
        int table = film.indexOf(Octets.ofAscii("stco"), 0).orElseThrow();
        long there = film.length() + 8L;
        return Octets.concat(
                film.slice(0, table + 12),
                Octets.u32be(there),
                film.from(table + 16),
                Octets.u32be(payload.length() + 8L),
                Octets.ofAscii(type),
                payload);
    }

    @Tag(CountedAttacks.HONEST)
    @Test
    void a_box_left_out_that_nothing_plays_is_no_reason_to_look() throws Exception {
        Octets film =
                Octets.concat(scene.media(FILM), Octets.u32be(12), Octets.ofAscii("free"), Octets.ofAscii("note"));
        Verdict verdict = signed(film, "free");
        assertThat(verdict.exit()).as(verdict.report().toString()).isZero();
    }

    @Test
    void chunk_offsets_into_a_box_that_the_binding_leaves_out_are_refused() throws Exception {
        signed(playingFrom("free"), "free").isRejectedFor("assertion.bmffHash.mismatch");
        signed(playingFrom("skip"), "skip").isRejectedFor("assertion.bmffHash.mismatch");
    }

    @Test
    void media_left_out_whole_without_a_tree_are_refused() throws Exception {
        Verdict verdict = signed(scene.media(FILM), "mdat");
        verdict.isRejectedFor("assertion.bmffHash.mismatch");
    }

    private static CborValue.Map tree(long id, Octets... hashes) {
        return CborValue.map()
                .put("uniqueId", id)
                .put("localId", id)
                .put("count", hashes.length)
                .put("alg", "sha256")
                .put(
                        "hashes",
                        CborValue.array(
                                List.of(hashes).stream().map(CborValue::of).toList()))
                .build();
    }

    @Test
    void a_tree_bound_to_no_media_binds_nothing() throws Exception {
        Octets film = scene.media(FILM);
        signed(film, "mdat", tree(7, Octets.zeros(32))).isRejectedFor("assertion.bmffHash.mismatch");
        signed(film, "mdat", tree(7, Octets.zeros(32)), tree(8, Octets.zeros(32)))
                .isRejectedFor("assertion.bmffHash.mismatch");
    }

    @Test
    void a_tree_without_leaves_binds_nothing() throws Exception {
        Verdict verdict = signed(scene.media(FILM), "mdat", tree(0));
        assertThat(verdict.exit()).as(verdict.report().toString()).isEqualTo(1);
    }

    @Test
    void a_flood_of_leaves_is_not_judged() throws Exception {
        CborValue.Map flood = Forgery.set(tree(0, Octets.zeros(32)), "count", CborValue.of(5_000_000));
        Verdict verdict = signed(scene.media(FILM), "mdat", flood);
        assertThat(verdict.exit()).as(verdict.report().toString()).isEqualTo(5);
        assertThat(verdict.error()).contains("Merkle leaves");
    }
}
