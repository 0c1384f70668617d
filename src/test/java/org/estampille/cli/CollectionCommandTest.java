package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files tagged and verified as one, seen from the terminal. */
final class CollectionCommandTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_key_and_a_declaration() throws IOException {
        terminal = OwnFiles.in(folder);
    }

    private Path frame(int number) {
        return folder.resolve(String.format("shot/sh010_v003.%05d.exr", number));
    }

    private void frames(int count) throws IOException {
        Files.createDirectories(folder.resolve("shot"));
        for (int i = 1; i <= count; i++) {
            Files.writeString(frame(i), "frame " + i + " ".repeat(1000));
        }
        Files.writeString(folder.resolve("shot/notes.txt"), "not a frame");
    }

    private int verify(String what) {
        return terminal.run("verify", what, "--trust", "keys/root.pem");
    }

    @Test
    void names_exactly_the_frames_that_were_altered_removed_and_added() throws IOException {
        frames(100);
        assertThat(terminal.run(OwnFiles.tag("--sequence", "shot/sh010_v003.%05d.exr")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("sh010_v003.c2pa").contains("100 files");
        assertThat(verify("shot/sh010_v003.c2pa")).as(terminal.out()).isZero();
        assertThat(terminal.out()).contains("unaltered").contains("this file, for 100 files");
        assertThat(verify("shot")).as("frames need no line of their own").isEqualTo(5);
        assertThat(terminal.out())
                .contains("sh010_v003.c2pa")
                .contains("notes.txt")
                .doesNotContain(".exr");

        OwnFiles.flip(frame(7), 500);
        Files.delete(frame(42));
        Files.writeString(frame(101), "one more");
        assertThat(verify("shot/sh010_v003.c2pa")).isEqualTo(1);
        assertThat(terminal.out().lines().filter(line -> line.contains(".exr")).map(String::strip))
                .containsExactly(
                        "Files      altered: sh010_v003.00007.exr",
                        "missing: sh010_v003.00042.exr",
                        "added: sh010_v003.00101.exr");
        assertThat(terminal.out()).contains("1 altered, 1 missing, 1 added");
        assertThat(terminal.run("verify", "shot/sh010_v003.c2pa", "--json")).isEqualTo(1);
        assertThat(terminal.out())
                .contains("assertion.collectionHash.mismatch")
                .contains("assertion.collectionHash.incorrectFileCount")
                .contains("org.estampille.completeSet.added");
    }

    @Test
    void a_frame_of_another_length_is_altered_and_a_file_that_is_no_frame_is_no_matter() throws IOException {
        frames(3);
        assertThat(terminal.run(OwnFiles.tag("--sequence", "shot/sh010_v003.#####.exr")))
                .isZero();
        Files.writeString(folder.resolve("shot/sh010_v004.00001.exr"), "another version");
        assertThat(verify("shot/sh010_v003.c2pa")).isZero();
        Files.writeString(frame(2), "short");
        assertThat(verify("shot/sh010_v003.c2pa")).isEqualTo(1);
        assertThat(terminal.out()).contains("altered: sh010_v003.00002.exr");
    }

    @Test
    void a_folder_with_odd_names_is_one_thing() throws IOException {
        Files.createDirectories(folder.resolve("delivery/Été 1"));
        Files.writeString(folder.resolve("delivery/Été 1/a b%20c.mxf"), "one");
        Files.writeString(folder.resolve("delivery/.hidden.mov"), "two");
        Files.writeString(folder.resolve("delivery/.DS_Store"), "strewn");
        assertThat(terminal.run(OwnFiles.tag("--collection", "delivery")))
                .as(terminal.err())
                .isZero();
        assertThat(verify("delivery")).as(terminal.out()).isZero();
        Files.writeString(folder.resolve("delivery/.DS_Store"), "changed");
        assertThat(verify("delivery")).isZero();
        Files.writeString(folder.resolve("delivery/Été 1/added.mxf"), "three");
        assertThat(verify("delivery")).isEqualTo(1);
        assertThat(terminal.out()).contains("1 added");
    }

    @Test
    void refuses_what_contradicts_itself_and_writes_nothing() throws IOException {
        frames(2);
        assertThat(terminal.run(OwnFiles.tag("--sequence", "shot/sh010_v003.%05d.exr", "--in-place")))
                .isEqualTo(2);
        assertThat(terminal.run(OwnFiles.tag("--sequence", "shot/none.%05d.exr")))
                .isEqualTo(6);
        assertThat(terminal.run(OwnFiles.tag("--sequence", "shot/none.exr"))).isEqualTo(2);
        assertThat(terminal.run(OwnFiles.tag("--sequence", "shot/sh010_v003.%05d.exr", "--mhl", "update")))
                .isEqualTo(2);
        assertThat(terminal.run(OwnFiles.tag("--collection", "shot", "--out", "keys/x.c2pa")))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("one above it");
        assertThat(terminal.run(OwnFiles.tag("--collection", "shot", "--dry-run")))
                .isZero();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".c2pa"))).isEmpty();
        }
    }

    @Test
    void does_not_replace_a_manifest_without_force() throws IOException {
        frames(2);
        assertThat(terminal.run(OwnFiles.tag("--collection", "shot"))).isZero();
        assertThat(terminal.run(OwnFiles.tag("--collection", "shot"))).isEqualTo(6);
        assertThat(terminal.run(OwnFiles.tag("--collection", "shot", "--force")))
                .isZero();
        assertThat(verify("shot/shot.c2pa")).as(terminal.out()).isZero();
    }

    @Test
    void the_same_said_again_of_the_same_files_changes_nothing() throws IOException {
        frames(3);
        String[] again = OwnFiles.tag("--sequence", "shot/sh010_v003.%05d.exr", "--force");
        assertThat(terminal.run(again)).isZero();
        byte[] first = Files.readAllBytes(folder.resolve("shot/sh010_v003.c2pa"));
        assertThat(terminal.run(again)).as(terminal.err()).isZero();
        assertThat(terminal.out()).startsWith("unchanged  ").contains("3 files");
        assertThat(folder.resolve("shot/sh010_v003.c2pa")).hasBinaryContent(first);
        Files.writeString(frame(4), "one more");
        assertThat(terminal.run(again)).isZero();
        assertThat(terminal.out()).startsWith("tagged  ").contains("4 files");
        assertThat(terminal.err()).contains("the manifest of sh010_v003.c2pa does not hold");
    }

    @Test
    void an_earlier_manifest_becomes_the_parent_of_the_new_one() throws Exception {
        frames(3);
        pack("essence");
        for (String[] one : new String[][] {
            {"--sequence", "shot/sh010_v003.%05d.exr", "shot/sh010_v003.c2pa"},
            {"--collection", "shot", "shot/shot.c2pa"},
            {"--collection", "IMP", "IMP.c2pa"}
        }) {
            assertThat(terminal.run(OwnFiles.tag(one[0], one[1]))).isZero();
            String label = label(one[2]);
            Path other = folder.resolve("decl.yaml");
            String said = Files.readString(other);
            Files.writeString(other, said.replaceFirst("(?m)^title: .*$", "title: Another title"));
            assertThat(terminal.run(OwnFiles.tag(one[0], one[1], "--force")))
                    .as(terminal.err())
                    .isZero();
            assertThat(terminal.err()).isEmpty();
            Files.writeString(other, said);
            assertThat(verify(one[2])).as(terminal.out()).isZero();
            assertThat(label(one[2])).isNotEqualTo(label);
            assertThat(terminal.run("inspect", one[2], "--tree")).isZero();
            assertThat(terminal.out()).contains(label, "parentOf");
            if (one[2].startsWith("shot")) {
                Files.delete(folder.resolve(one[2]));
            }
        }
    }

    private String label(String store) {
        terminal.run("verify", store, "--trust", "keys/root.pem", "--json");
        return terminal.out().replaceAll("(?s).*?(urn:c2pa:[0-9a-f-]+).*", "$1");
    }

    @Test
    void a_file_that_is_no_earlier_manifest_of_the_collection_is_not_lost_to_force() throws IOException {
        frames(2);
        Path target = Files.writeString(folder.resolve("shot/shot.c2pa"), "a diary");
        assertThat(terminal.run(OwnFiles.tag("--collection", "shot", "--force")))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("no manifest that can be read").contains("--out");
        assertThat(target).hasContent("a diary");
        Files.writeString(folder.resolve("shot/shot"), "a file of that name");
        Files.delete(target);
        assertThat(terminal.run(OwnFiles.tag("shot/shot", "--sidecar"))).isZero();
        assertThat(terminal.run(OwnFiles.tag("--collection", "shot", "--force")))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("manifest of something else");
    }

    @Test
    void two_sequences_of_one_stem_do_not_take_each_others_manifest() throws IOException {
        frames(2);
        Files.writeString(folder.resolve("shot/sh010_v003.00001.dpx"), "SDPX one");
        Files.writeString(folder.resolve("shot/sh010_v003.00002.dpx"), "SDPX two");
        assertThat(terminal.run(OwnFiles.tag("--sequence", "shot/sh010_v003.%05d.exr")))
                .as(terminal.err())
                .isZero();
        byte[] frames = Files.readAllBytes(folder.resolve("shot/sh010_v003.c2pa"));
        assertThat(terminal.run(OwnFiles.tag("--sequence", "shot/sh010_v003.%05d.dpx", "--force")))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("manifest of other files", "--out");
        assertThat(folder.resolve("shot/sh010_v003.c2pa")).hasBinaryContent(frames);
    }

    @Test
    void keeps_a_media_hash_list_going_and_refuses_one_that_fails() throws IOException {
        frames(3);
        assertThat(terminal.run(OwnFiles.tag("--collection", "shot", "--mhl", "update")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("0001_shot_2026-11-22_120000Z.mhl");
        String first = Files.readString(folder.resolve("shot/ascmhl/0001_shot_2026-11-22_120000Z.mhl"));
        assertThat(first)
                .contains("action=\"original\"")
                .contains(">shot.c2pa</path>")
                .contains("<xxh64");
        assertThat(verify("shot/shot.c2pa")).as(terminal.out()).isZero();

        Files.delete(folder.resolve("shot/shot.c2pa"));
        assertThat(terminal.run(OwnFiles.tag("--collection", "shot", "--mhl", "update")))
                .as("the manifest is in the list and gone")
                .isEqualTo(2);
        assertThat(terminal.err()).contains("shot.c2pa");
    }

    @Test
    void a_media_hash_list_writes_over_nothing_that_a_delivery_brought_along() throws IOException {
        frames(2);
        Files.createDirectories(folder.resolve("shot/ascmhl"));
        Path staged = folder.resolve("shot/ascmhl/.ascmhl_chain.xml.estampille-tmp");
        Files.createSymbolicLink(staged, frame(1).toAbsolutePath());
        byte[] before = Files.readAllBytes(frame(1));
        assertThat(terminal.run(OwnFiles.tag("--collection", "shot", "--mhl", "update")))
                .as(terminal.err())
                .isZero();
        assertThat(frame(1)).hasBinaryContent(before);
        assertThat(verify("shot/shot.c2pa")).as(terminal.out()).isZero();
    }

    @Test
    void a_hash_list_that_no_chain_names_stays_as_it_is() throws IOException {
        frames(2);
        Path list = folder.resolve("shot/ascmhl/0001_shot_2026-11-22_120000Z.mhl");
        Files.createDirectories(list.getParent());
        Files.createSymbolicLink(list, frame(1).toAbsolutePath());
        byte[] before = Files.readAllBytes(frame(1));
        assertThat(terminal.run(OwnFiles.tag("--collection", "shot", "--mhl", "update")))
                .isEqualTo(6);
        assertThat(terminal.err()).contains("0001_shot_2026-11-22_120000Z.mhl");
        assertThat(frame(1)).hasBinaryContent(before);
        assertThat(folder.resolve("shot/shot.c2pa")).doesNotExist();
    }

    @Test
    void a_file_that_its_hash_list_does_not_know_any_more_is_not_signed() throws IOException {
        frames(3);
        assertThat(terminal.run(OwnFiles.tag("--collection", "shot", "--mhl", "update")))
                .isZero();
        OwnFiles.flip(frame(2), 3);
        String[] again = OwnFiles.tag("--collection", "shot", "--mhl", "update", "--out", "shot/second.c2pa");
        assertThat(terminal.run(again)).isEqualTo(2);
        assertThat(terminal.err()).contains("sh010_v003.00002.exr").contains("nothing was signed");
        OwnFiles.flip(frame(2), 3);
        assertThat(terminal.run(again)).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("0002_shot_");
        assertThat(Files.readString(folder.resolve("shot/ascmhl/0002_shot_2026-11-22_120000Z.mhl")))
                .contains("action=\"verified\"")
                .contains(">second.c2pa</path>");
        OwnFiles.flip(folder.resolve("shot/ascmhl/0001_shot_2026-11-22_120000Z.mhl"), 300);
        assertThat(terminal.run(OwnFiles.tag("--collection", "shot", "--mhl", "update", "--out", "shot/third.c2pa")))
                .isEqualTo(5);
        assertThat(terminal.err()).contains("was changed");
    }

    private void pack(String essence) throws Exception {
        Path home = Files.createDirectories(folder.resolve("IMP"));
        Files.writeString(home.resolve("video.mxf"), essence);
        Files.writeString(
                home.resolve("CPL.xml"),
                "<CompositionPlaylist xmlns='http://www.smpte-ra.org/schemas/2067-3/2016'><Id>urn:uuid:c</Id>"
                        + "<ContentTitle>Le film</ContentTitle><Resource><TrackFileId>urn:uuid:v</TrackFileId></Resource>"
                        + "<Resource><TrackFileId>urn:uuid:elsewhere</TrackFileId></Resource></CompositionPlaylist>");
        StringBuilder list = new StringBuilder("<PackingList><AssetList>");
        StringBuilder map = new StringBuilder(
                "<AssetMap><AssetList><Asset><Id>urn:uuid:p</Id><PackingList>true</PackingList><ChunkList><Chunk>"
                        + "<Path>PKL.xml</Path></Chunk></ChunkList></Asset>");
        for (String[] one : new String[][] {{"v", "video.mxf", "application/mxf"}, {"c", "CPL.xml", "text/xml"}}) {
            byte[] octets = Files.readAllBytes(home.resolve(one[1]));
            String hash = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(octets));
            list.append("<Asset><Id>urn:uuid:" + one[0] + "</Id><Hash>" + hash + "</Hash><Size>" + octets.length
                    + "</Size><Type>" + one[2] + "</Type></Asset>");
            map.append("<Asset><Id>urn:uuid:" + one[0] + "</Id><ChunkList><Chunk><Path>" + one[1]
                    + "</Path></Chunk></ChunkList></Asset>");
        }
        Files.writeString(home.resolve("PKL.xml"), list + "</AssetList></PackingList>");
        Files.writeString(home.resolve("ASSETMAP.xml"), map + "</AssetList></AssetMap>");
    }

    @Test
    void a_package_is_signed_from_outside_once_its_own_lists_hold() throws Exception {
        pack("essence");
        assertThat(terminal.run(OwnFiles.tag("--collection", "IMP")))
                .as(terminal.err())
                .isZero();
        assertThat(folder.resolve("IMP.c2pa")).exists();
        assertThat(verify("IMP")).as(terminal.out()).isZero();
        assertThat(terminal.out()).contains("this file, for 4 files");
        assertThat(terminal.run("inspect", "IMP.c2pa", "--tree")).isZero();
        assertThat(terminal.out()).contains("org.estampille.delivery-package").contains("Le film");
        Files.writeString(folder.resolve("IMP/extra.xml"), "<x/>");
        assertThat(verify("IMP.c2pa")).isEqualTo(1);
        assertThat(terminal.out()).contains("added: IMP/extra.xml");
    }

    @Test
    void a_package_whose_packing_list_fails_or_that_is_hostile_is_refused() throws Exception {
        pack("essence");
        Files.writeString(folder.resolve("IMP/video.mxf"), "other");
        assertThat(terminal.run(OwnFiles.tag("--collection", "IMP"))).isEqualTo(2);
        assertThat(terminal.err()).contains("packing list does not hold for video.mxf");
        Files.delete(folder.resolve("IMP/video.mxf"));
        assertThat(terminal.run(OwnFiles.tag("--collection", "IMP"))).isEqualTo(2);
        assertThat(terminal.err()).contains("names files that are not there: video.mxf");
        String map = Files.readString(folder.resolve("IMP/ASSETMAP.xml"));
        Files.writeString(folder.resolve("IMP/ASSETMAP.xml"), map.replace("video.mxf", "../video.mxf"));
        assertThat(terminal.run(OwnFiles.tag("--collection", "IMP"))).isEqualTo(5);
        Files.writeString(
                folder.resolve("IMP/ASSETMAP.xml"),
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><AssetMap>&e;</AssetMap>");
        assertThat(terminal.run(OwnFiles.tag("--collection", "IMP"))).isEqualTo(5);
        assertThat(terminal.err()).contains("document type").doesNotContain("root:");
        assertThat(folder.resolve("IMP.c2pa")).doesNotExist();
    }

    @Test
    void a_name_that_a_copy_spelled_with_separate_accents_is_the_same_name_unless_two_look_alike() throws Exception {
        Files.createDirectories(folder.resolve("dir/d\u00e9cor"));
        Files.writeString(folder.resolve("dir/d\u00e9cor/\u00c9t\u00e9.mov"), "summer");
        assertThat(terminal.run(OwnFiles.tag("--collection", "dir"))).isZero();
        Files.move(folder.resolve("dir/d\u00e9cor"), folder.resolve("dir/de\u0301cor"));
        Path copy = folder.resolve("dir/de\u0301cor/E\u0301te\u0301.mov");
        Files.move(folder.resolve("dir/de\u0301cor/\u00c9t\u00e9.mov"), copy);
        assertThat(verify("dir/dir.c2pa")).as(terminal.out()).isZero();

        Files.writeString(copy, "autumn");
        assertThat(verify("dir/dir.c2pa")).isEqualTo(1);
        assertThat(terminal.out())
                .contains("1 altered")
                .doesNotContain("missing")
                .doesNotContain("added");
        Files.writeString(copy, "summer");
        Files.writeString(folder.resolve("dir/de\u0301cor/E\u0301t\u00e9.mov"), "summer");
        assertThat(verify("dir/dir.c2pa")).isEqualTo(1);
        assertThat(terminal.out()).contains("missing").contains("added");
    }
}
