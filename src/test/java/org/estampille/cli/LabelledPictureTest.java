package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
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

    private static Octets chunk(String type, Octets content) {
        Octets named = Octets.concat(Octets.ofAscii(type), content);
        CRC32 sum = new CRC32();
        sum.update(named.toByteArray());
        return Octets.concat(
                Octets.ofHex(String.format("%08x", content.length())),
                named,
                Octets.ofHex(String.format("%08x", sum.getValue())));
    }

    /** A picture of 320 by 240 pixels of the number 0. */
    private void picture(String name, int bits, int colourType, Octets beside) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(rows)) {
            packed.write(new byte[240 * (1 + 320 * bits / 8)]);
        }
        Octets head = Octets.ofHex(String.format("00000140000000f0%02x%02x000000", bits, colourType));
        Files.write(
                folder.resolve(name),
                Octets.concat(
                                Octets.ofHex("89504e470d0a1a0a"),
                                chunk("IHDR", head),
                                beside,
                                chunk("IDAT", Octets.adopt(rows.toByteArray())),
                                chunk("IEND", Octets.empty()))
                        .toByteArray());
    }

    /** In a film such a label would be there from start to end; a picture has neither. */
    @Test
    void nothing_is_said_of_when_a_label_is_in_a_picture() throws IOException {
        assertThat(terminal.run(OwnFiles.signing(
                        List.of("label", "apply"),
                        "picture.jpg",
                        "--out",
                        "out.jpg",
                        "--declare",
                        "news.yaml",
                        "--role",
                        "deployer",
                        "--form",
                        "mark")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.run("verify", "out.jpg", "--trust", "keys/root.pem", "--report", "html=out.html"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).containsPattern("Labels +equivalent mark, \"AI MODIFIED\" \\(en\\), SHA-256 ");
        assertThat(Files.readString(folder.resolve("out.html")))
                .contains("none, it is a picture")
                .doesNotContain("start - end");
    }

    @Test
    void a_label_that_is_refused_leaves_no_new_folder() throws IOException {
        int refused = terminal.run(
                "label",
                "apply",
                "picture.png",
                "--out",
                "new/deep/out.png",
                "--declare",
                "news.yaml",
                "--role",
                "deployer",
                "--form",
                "notice",
                "--key",
                "keys/leaf.key.pem",
                "--cert",
                "keys/chain.pem");
        assertThat(refused).as(terminal.err()).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.err()).contains("picture.png");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void a_background_given_as_a_number_of_the_palette_stays_as_a_colour() throws IOException {
        Octets palette = chunk("PLTE", Octets.ofHex("102030ff8800"));
        Octets background = chunk("bKGD", Octets.ofHex("01"));
        picture("eight.png", 8, 3, Octets.concat(palette, background));
        picture("one.png", 1, 3, Octets.concat(chunk("sBIT", Octets.ofHex("080808")), palette, background));
        picture(
                "clear.png",
                8,
                3,
                Octets.concat(
                        palette,
                        chunk("tRNS", Octets.ofHex("80")),
                        chunk("hIST", Octets.ofHex("00010002")),
                        background));
        picture("gray.png", 1, 0, chunk("bKGD", Octets.ofHex("0001")));
        for (String name : List.of("eight.png", "one.png", "clear.png", "gray.png")) {
            assertThat(label(name, "out-" + name)).as(name + terminal.err()).isZero();
            Octets result = octets("out-" + name);
            Octets colour = Octets.ofHex(name.equals("gray.png") ? "00ff00ff00ff" : "00ff00880000");
            assertThat(holds(result, chunk("bKGD", colour))).as(name).isTrue();
            assertThat(result.latin1()).as(name).doesNotContain("PLTE", "tRNS", "hIST", "sBIT");
            assertThat(ImageIO.read(folder.resolve("out-" + name).toFile()).getRGB(2, 200) & 0xFFFFFF)
                    .as(name)
                    .isEqualTo(name.equals("gray.png") ? 0 : 0x102030);
        }
    }

    private int label(String file, String target) {
        return terminal.run(
                "label",
                "apply",
                file,
                "--out",
                target,
                "--declare",
                "news.yaml",
                "--key",
                "keys/leaf.key.pem",
                "--cert",
                "keys/chain.pem");
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
