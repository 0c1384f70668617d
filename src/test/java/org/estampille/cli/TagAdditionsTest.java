package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tagged file can get beside the declaration: XMP, a house identity, less detail, the history of its sources. */
final class TagAdditionsTest {

    private static final String PROMPT = "A storm at sea seen from the gallery";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_key_declarations_and_media() throws IOException {
        terminal = OwnFiles.ofTheDemo(folder);
        Files.writeString(
                folder.resolve("none.yaml"),
                "title: The Keeper\ndigitalSourceType: digitalCapture\nallActionsIncluded: true\n");
        Files.writeString(
                folder.resolve("all.yaml"),
                "title: Sea\nallActionsIncluded: true\nuses:\n  - extent: generated\n    tool: {name: Maker, vendor: Maker}\n");
        Files.writeString(
                folder.resolve("part.yaml"),
                "title: Sea\nallActionsIncluded: true\nuses:\n  - extent: modified\n    tool: {name: Maker, vendor: Maker}\n");
    }

    private int tag(String file, String declaration, String... more) {
        return terminal.run(OwnFiles.signing(List.of("tag", file, "--declare", declaration), more));
    }

    private String verified(String file) {
        terminal.run("verify", file, "--json");
        assertThat(terminal.out()).contains("\"state\":\"valid\"");
        return terminal.out();
    }

    private String text(String file) throws IOException {
        return new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.jpg", "picture.png", "film.mp4", "sound.wav"})
    void the_ai_properties_stand_in_the_xmp_and_are_bound(String file) throws IOException {
        assertThat(tag(file, "decl.yaml", "--in-place", "--xmp"))
                .as(terminal.err())
                .isZero();
        verified(file);
        assertThat(text(file))
                .contains("x:xmptk=\"Estampille\"")
                .contains("Iptc4xmpExt:AISystemUsed=\"VideoGen Studio (vg); YouthMorph (ym)\"");
        Files.writeString(
                folder.resolve(file),
                text(file).replace("YouthMorph (ym)\"", "YouthMorph (yn)\""),
                StandardCharsets.ISO_8859_1);
        terminal.run("verify", file, "--json");
        assertThat(terminal.out()).contains("\"state\":\"invalid\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.jpg", "picture.png"})
    void the_picture_and_the_other_properties_of_its_xmp_stay(String file) throws IOException {
        BufferedImage before = ImageIO.read(folder.resolve(file).toFile());
        assertThat(tag(file, "decl.yaml", "--in-place", "--xmp")).isZero();
        assertThat(tag(file, "all.yaml", "--in-place", "--xmp")).isZero();
        assertThat(text(file)).contains("AISystemUsed=\"Maker\"").contains("AIPromptInformation=\"" + PROMPT);
        assertThat(text(file).split("<x:xmpmeta", -1)).as("one packet").hasSize(2);
        BufferedImage after = ImageIO.read(folder.resolve(file).toFile());
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                assertThat(after.getRGB(x, y)).isEqualTo(before.getRGB(x, y));
            }
        }
    }

    @Test
    void xmp_goes_into_no_file_that_is_not_to_be_touched() {
        assertThat(tag("picture.png", "decl.yaml", "--sidecar", "--xmp")).isEqualTo(2);
        assertThat(terminal.err()).contains("leave out --xmp");
    }

    @Test
    void a_house_stands_behind_the_statements() throws IOException {
        assertThat(tag(
                        "picture.jpg",
                        "decl.yaml",
                        "--in-place",
                        "--identity-key",
                        "keys/leaf.key.pem",
                        "--identity-cert",
                        "keys/chain.pem",
                        "--identity-role",
                        "publisher"))
                .isZero();
        assertThat(verified("picture.jpg"))
                .contains("cawg.identity.well-formed")
                .contains("cawg.x509.signature.validated")
                .doesNotContain("cawg.identity.assertion.mismatch");
        assertThat(text("picture.jpg")).contains("cawg.publisher");
    }

    @Test
    void the_minimal_profile_tells_neither_prompts_nor_persons_nor_code_names() throws IOException {
        assertThat(tag("picture.jpg", "decl.yaml", "--in-place", "--profile", "studio-minimal"))
                .as(terminal.err())
                .isZero();
        assertThat(verified("picture.jpg")).contains("VideoGen Studio (vg 3.1)").contains("\"licensed\"");
        assertThat(text("picture.jpg")).doesNotContain(PROMPT, "Lighthouse", "ST_040", "Concept artist", "acct:9f2c");
        assertThat(terminal.run("inspect", "picture.jpg", "--leaks")).isZero();
        assertThat(terminal.out())
                .doesNotContain("  prompt", "  code-name", "de-ageing")
                .contains("free-text  \"Studio\"", "free-text  \"AI MODIFIED\"", "software   \"VideoGen Studio\"");
    }

    @Test
    void every_free_text_of_a_declaration_is_a_leak() throws IOException {
        Files.writeString(folder.resolve("free.yaml"), """
                title: NIGHTFALL
                declaredBy: {role: free role}
                uses:
                  - extent: generated
                    department: free-dept
                    tool: {name: free-tool, modelLicence: "file:///srv/licence"}
                    ranges: [{track: free-track, from: 1, to: 2}]
                    account: {plan: free-plan, region: free-region}
                    rights:
                      status: licensed
                      term: free-term
                      uses: {theatrical: {permission: allowed, clauseRef: free-clause}}
                      conditions: [{type: other, value: free-value}]
                    evidence: [{title: free-title, termsVersion: free-version, url: "https://vendor.com/t"}]
                    review: {role: free-reviewer}
                persons: [{ref: cast-1, media: free-media}]
                labels: [{form: text, text: free-label, altText: free-alt, position: free-corner}]
                trainingMining: {aiTraining: constrained, constraintInfo: free-constraint}
                """);
        assertThat(tag("picture.jpg", "free.yaml", "--in-place"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.run("inspect", "picture.jpg", "--leaks")).isZero();
        for (String free :
                "role track plan region term clause value title version reviewer media label alt corner constraint dept tool"
                        .split(" ")) {
            assertThat(terminal.out()).contains("\"free" + (free.equals("role") ? " " : "-") + free + "\"");
        }
        assertThat(terminal.out()).contains("\"file:///srv/licence\"").doesNotContain("\"concédé\"", "\"licensed\"");
    }

    @Test
    void answers_dates_and_time_codes_are_neither_people_nor_addresses() throws IOException {
        Files.writeString(folder.resolve("people.yaml"), """
                title: NIGHTFALL
                frameRate: "25"
                startTimecode: "10:00:00:00"
                uses:
                  - extent: generated
                    operations: [deage]
                    tool: { name: VideoGen Studio, version: 1.2.3.4 }
                    persons: [cast-03]
                    prompt: "render for 10.1.2.3 and fe80::1:2"
                    ranges: [{ tcIn: "10:00:20:00", tcOut: "10:00:22:00" }]
                persons:
                  - { ref: cast-03, consent: obtained, consentRef: binder/3, media: all, term: "2030-01-01" }
                """);
        assertThat(tag("picture.jpg", "people.yaml", "--in-place"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.run("inspect", "picture.jpg", "--leaks")).isZero();
        assertThat(terminal.out())
                .contains("person     \"cast-03\"", "person     \"binder/3\"", "ip-address \"render for 10.1.2.3")
                .doesNotContain("ip-address \"10:00", "ip-address \"1.2.3.4", "person     \"all\"")
                .doesNotContain("person     \"obtained\"", "person     \"20");
    }

    @Test
    void a_file_that_says_the_same_already_is_copied_to_another_place() {
        assertThat(tag("picture.jpg", "none.yaml", "--out", "a.jpg")).isZero();
        assertThat(tag("a.jpg", "none.yaml", "--out", "b.jpg")).isZero();
        assertThat(terminal.out()).startsWith("copied  ").contains("b.jpg").contains("it says the same already");
        assertThat(tag("a.jpg", "none.yaml", "--in-place")).isZero();
        assertThat(terminal.out()).startsWith("unchanged  ");
    }

    @Test
    void prompts_in_xmp_are_removed_or_told() throws IOException {
        assertThat(tag("picture.jpg", "decl.yaml", "--in-place", "--xmp")).isZero();
        assertThat(tag("picture.jpg", "all.yaml", "--out", "a.jpg", "--profile", "studio-minimal"))
                .isZero();
        assertThat(terminal.err()).contains("its XMP still has Iptc4xmpExt:AIPromptInformation");
        assertThat(terminal.run("inspect", "a.jpg", "--leaks")).isZero();
        assertThat(terminal.out()).contains("in XMP/Iptc4xmpExt:AIPromptInformation");
        assertThat(tag("picture.jpg", "all.yaml", "--out", "b.jpg", "--profile", "studio-minimal", "--xmp"))
                .isZero();
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.run("inspect", "b.jpg", "--leaks")).isZero();
        assertThat(terminal.out()).doesNotContain("in XMP/");
        assertThat(terminal.run(
                        "amend",
                        "picture.jpg",
                        "--redact",
                        "prompt",
                        "--out",
                        "c.jpg",
                        "--key",
                        "keys/leaf.key.pem",
                        "--cert",
                        "keys/chain.pem"))
                .isZero();
        assertThat(terminal.err()).contains("its XMP still has Iptc4xmpExt:AIPromptInformation");
    }

    @Test
    void names_that_the_redaction_of_persons_leaves_are_told() {
        assertThat(tag("picture.jpg", "decl.yaml", "--in-place")).isZero();
        assertThat(terminal.run(
                        "amend",
                        "picture.jpg",
                        "--redact",
                        "persons",
                        "--in-place",
                        "--key",
                        "keys/leaf.key.pem",
                        "--cert",
                        "keys/chain.pem"))
                .isZero();
        assertThat(terminal.err())
                .contains("still names \"")
                .contains("humanReview/by; --redact org.estampille.declaration removes that assertion as a whole");
    }

    @Test
    void leaks_are_listed_with_their_place() {
        assertThat(tag("picture.jpg", "decl.yaml", "--in-place")).isZero();
        assertThat(terminal.run("inspect", "picture.jpg", "--leaks", "--json")).isZero();
        assertThat(terminal.out())
                .contains("{\"kind\":\"prompt\"")
                .contains("org.estampille.declaration.prompts/uses/0/prompt")
                .contains(PROMPT)
                .contains("\"kind\":\"code-name\"")
                .contains("\"kind\":\"software\"")
                .contains("\"kind\":\"time\"");
    }

    @Test
    void what_ingredients_say_is_carried_forward_and_contradictions_show() {
        assertThat(tag("picture.jpg", "all.yaml", "--in-place")).isZero();
        assertThat(tag(
                        "film.mp4",
                        "none.yaml",
                        "--in-place",
                        "--ingredient",
                        "picture.jpg",
                        "--ingredient",
                        "sound.wav"))
                .as(terminal.err())
                .isZero();
        String line = verified("film.mp4");
        assertThat(line)
                .contains("\"derived\":\"partly-generated\"")
                .contains("\"title\":\"picture.jpg\",\"relationship\":\"componentOf\",\"derived\":\"all-generated\"")
                .contains("\"title\":\"sound.wav\",\"relationship\":\"componentOf\",\"derived\":\"unknown\"")
                .contains(", but the signer of the ingredient picture.jpg states")
                .contains("\"tool\":\"Maker\"");
        terminal.run("verify", "film.mp4");
        assertThat(terminal.out())
                .contains("as a whole: partly generated or changed by AI")
                .contains("holds picture.jpg: all generated by AI")
                .containsOnlyOnce(", but the signer")
                .contains(
                        "the signer of the ingredient picture.jpg states \"made by AI\" (trainedAlgorithmicMedia, action")
                .doesNotContain("\"http://cv.iptc.org");
    }

    /** What the official signal rubric looks at: the source type of the inception and of every later action, nothing left out. */
    @Test
    void the_signals_of_a_generated_a_partly_generated_and_a_plain_file_are_unambiguous() {
        String type = "http://cv.iptc.org/newscodes/digitalsourcetype/";
        String[][] cases = {
            {"all.yaml", "trainedAlgorithmicMedia"},
            {"part.yaml", "compositeWithTrainedAlgorithmicMedia"},
            {"none.yaml", "digitalCapture"}
        };
        for (String[] example : cases) {
            String out = example[0] + ".jpg";
            assertThat(tag("picture.jpg", example[0], "--out", out)).isZero();
            assertThat(terminal.run("inspect", out, "--crjson")).isZero();
            String json = terminal.out().replaceAll("\\s", "");
            assertThat(json)
                    .contains("\"action\":\"c2pa.created\"")
                    .contains("\"digitalSourceType\":\"" + type + example[1] + "\"")
                    .contains("\"allActionsIncluded\":true")
                    .doesNotContain("c2pa.unknown", "c2pa.actions.v2__");
            boolean perceptible = json.contains("\"action\":\"c2pa.edited\"");
            assertThat(perceptible).isEqualTo(example[0].equals("part.yaml"));
        }
    }
}
