package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.estampille.bytes.Octets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What else stands in a picture stays when it gets a label; only the old manifest store goes. */
final class LabelledPictureTest {

    /** An APP11 segment with a JUMBF box of somebody else, such as JPEG 360 or JPEG Snack write it. */
    private static final Octets OTHERS = segment(
            0xEB,
            Octets.concat(Octets.ofAscii("JP"), Octets.ofHex("000900000001"), Octets.ofHex("000000426a756d62"), box()));

    private static final Octets EXIF =
            segment(0xE1, Octets.concat(Octets.ofAscii("Exif\0\0MM\0*"), Octets.ofHex("000000080000")));
    private static final Octets XMP =
            segment(0xE1, Octets.ofAscii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"));

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_picture() throws IOException {
        terminal = OwnFiles.in(folder);
        Files.writeString(
                folder.resolve("news.yaml"),
                "title: Report\nworkKind: news\nroles: [{organisation: Us, roleAct: deployer}]\n"
                        + "uses: [{extent: modified, inFinalOutput: yes, generatedAt: \"2026-10-02\", tool: {name: Tool}}]\n"
                        + "deepfakeAssessment: {deepfake: yes, rationale: assessed}\n");
    }

    /** A description box with the label "others" and a JSON box: 8 + 16 + 1 + 7 and 8 + 18 octets. */
    private static Octets box() {
        return Octets.concat(
                Octets.ofHex("000000206a756d64"),
                Octets.ofHex("6a736f6e00110010800000aa00389b7103"),
                Octets.ofAscii("others\0"),
                Octets.ofHex("0000001a6a736f6e"),
                Octets.ofAscii("{\"whose\":\"theirs\"}"));
    }

    private static Octets segment(int marker, Octets content) {
        long length = content.length() + 2;
        return Octets.concat(
                Octets.ofHex("ff" + Integer.toHexString(marker)), Octets.ofHex(String.format("%04x", length)), content);
    }

    private Octets octets(String name) throws IOException {
        return Octets.adopt(Files.readAllBytes(folder.resolve(name)));
    }

    private static boolean holds(Octets file, Octets part) {
        return file.latin1().contains(part.latin1());
    }

    @Test
    void boxes_of_others_exif_and_xmp_stay_and_the_old_store_goes() throws IOException {
        Octets picture = octets("picture.jpg");
        Files.write(
                folder.resolve("boxed.jpg"),
                Octets.concat(picture.slice(0, 20), EXIF, XMP, OTHERS, picture.from(20))
                        .toByteArray());
        assertThat(terminal.run(OwnFiles.tag("boxed.jpg", "--out", "signed.jpg")))
                .as(terminal.err())
                .isZero();
        for (String source : List.of("boxed.jpg", "signed.jpg")) {
            assertThat(terminal.run(
                            "label",
                            "apply",
                            source,
                            "--out",
                            "labelled.jpg",
                            "--force",
                            "--declare",
                            "news.yaml",
                            "--key",
                            "keys/leaf.key.pem",
                            "--cert",
                            "keys/chain.pem"))
                    .as(terminal.err())
                    .isZero();
            Octets labelled = octets("labelled.jpg");
            assertThat(holds(labelled, OTHERS))
                    .as("box of others from " + source)
                    .isTrue();
            assertThat(holds(labelled, XMP)).as("XMP from " + source).isTrue();
            assertThat(holds(labelled, EXIF)).as("Exif from " + source).isTrue();
            assertThat(terminal.run("verify", "labelled.jpg", "--trust", "keys/root.pem"))
                    .as(terminal.out())
                    .isIn(0, 4);
        }
    }
}
