package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The roles that a house file names: a word that is none would turn every duty off. */
final class HouseRolesTest {

    @TempDir
    private Path folder = Path.of("");

    private Terminal terminal = new Terminal(folder);

    @BeforeEach
    void has_an_unlabelled_deep_fake_of_the_news() throws IOException {
        terminal = OwnFiles.in(folder);
        Files.writeString(folder.resolve("decl.yaml"), """
                title: News
                workKind: news
                uses: [{extent: generated, modality: video, inFinalOutput: yes, generatedAt: "2026-10-02", tool: {name: Tool}}]
                deepfakeAssessment: {deepfake: yes, rationale: assessed}
                """);
        assertThat(terminal.run(OwnFiles.tag("film.mp4", "--out", "news.mp4"))).isZero();
    }

    private int judged(String roles) throws IOException {
        Files.writeString(
                folder.resolve("house.yaml"),
                "rubric_metadata: {name: House, version: '1'}\nhouse:\n  answers: {roles: " + roles + "}\n");
        return terminal.run(
                "verify",
                "news.mp4",
                "--trust",
                "keys/root.pem",
                "--policy",
                "eu-ai-act-50-4",
                "--house",
                "house.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[distributor] | , not distributor",
                "[deploye] | , not deploye",
                "[Deployer] | , not Deployer",
                "distributor | , not distributor",
                "[] | wants one of provider, deployer, importer, distributor_of_system, platform, none",
                "[none, deployer] | none denies every role"
            })
    void a_word_that_is_no_role_is_refused_with_those_there_are(String roles, String said) throws IOException {
        assertThat(judged(roles)).isEqualTo(2);
        assertThat(terminal.err()).contains("house.yaml: ", "answers: roles ", said, "nothing was judged");
    }

    @Test
    void a_single_role_needs_no_brackets() throws IOException {
        assertThat(judged("deployer")).isEqualTo(1);
        assertThat(terminal.out()).contains("AI504-01");
    }
}
