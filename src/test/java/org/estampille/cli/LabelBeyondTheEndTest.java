package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A label is where it is declared only as far as the file goes. */
final class LabelBeyondTheEndTest {

    private static final String DECLARATION = """
            schema: declaration/1.0
            title: Evening news
            workKind: news
            uses:
              - id: shot
                extent: generated
                modality: video
                operations: [video]
                inFinalOutput: yes
                generatedAt: "2026-10-02"
                tool: {name: Tool}
            deepfakeAssessment: {deepfake: yes, rationale: a replica}
            labels:
              - {form: eu_generated, embedded: yes, position: top right, altText: a, contrastOk: yes, ranges: [{from: %s, to: %s}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private String judged(String from, String to) throws IOException {
        Terminal terminal = OwnFiles.in(folder);
        Files.writeString(folder.resolve("decl.yaml"), DECLARATION.formatted(from, to));
        assertThat(terminal.run(OwnFiles.tag("film.mp4", "--out", "tagged.mp4")))
                .as(terminal.err())
                .isZero();
        terminal.run(
                "verify", "tagged.mp4", "--trust", "keys/root.pem", "--policy", "eu-ai-act-50-4", "--role", "deployer");
        return terminal.out();
    }

    @Test
    void aLabelAfterTheEndIsForReview() throws IOException {
        assertThat(judged("100.0", "106.0")).contains("AI504-22").doesNotContain("eu-ai-act-50-4: accept");
    }

    @Test
    void aLabelInTheFileIsNot() throws IOException {
        assertThat(judged("0.0", "6.0")).doesNotContain("AI504-22");
    }
}
