package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.estampille.SharedCorpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the official signal rubric makes of files that were declared here: generated, partly generated, free of AI. The facts it
 * looks at are pinned in {@code DeclarationAssertionsTest}.
 */
final class DeclaredSignalsTest {

    private static final String RUBRIC = "asset-rubrics/asset-rubric-signals-local.yml";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_key_and_media() throws IOException {
        terminal = OwnFiles.withKeys(folder, "picture.jpg", "film.mp4", "sound.wav");
    }

    private void tag(String file, String declaration, String... more) throws IOException {
        Files.writeString(folder.resolve("decl.yaml"), "title: A shot\n" + declaration);
        assertThat(terminal.run(OwnFiles.signing(List.of("tag", file, "--in-place", "--declare", "decl.yaml"), more)))
                .as(terminal.err())
                .isZero();
    }

    /** The traits the rubric finds in the active manifest, of one kind. */
    private List<String> traits(String file, String kind) {
        String rubric = SharedCorpus.file(RUBRIC).toAbsolutePath().toString();
        assertThat(terminal.run("policy", "eval", rubric, file))
                .as(terminal.err())
                .isZero();
        JsonNode result = JsonMapper.builder().build().readTree(terminal.out());
        return StreamSupport.stream(result.at("/manifests/0/" + kind).spliterator(), false)
                .map(trait -> trait.path("trait").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "picture.jpg, '{extent: generated, tool: {name: G}}', inception:signal_fullyGenAIMedia",
        "film.mp4, '{extent: generated, tool: {name: G}}', inception:signal_fullyGenAIMedia",
        "sound.wav, '{extent: generated, tool: {name: G}}', inception:signal_fullyGenAIMedia",
        "film.mp4, '{extent: generated, tool: {name: G}, ranges: [{from: 0, to: 0.5}]}', inception:signal_partlyGenAICreation",
        "picture.jpg, '{extent: modified, tool: {name: G}}', inception:signal_partlyGenAICreation"
    })
    void what_ai_generated_in_whole_or_in_part_is_seen_as_such(String file, String use, String inception)
            throws IOException {
        tag(file, "uses: [" + use + "]\n");
        assertThat(traits(file, "localInceptions")).containsExactly(inception);
    }

    @ParameterizedTest
    @CsvSource({
        "digitalCapture, inception:signal_capturedMedia",
        "digitalCreation, inception:signal_nonGenAIDigitalCreation"
    })
    void what_ai_did_not_touch_is_seen_as_such(String type, String inception) throws IOException {
        tag("picture.jpg", "digitalSourceType: " + type + "\nallActionsIncluded: true\n");
        assertThat(traits("picture.jpg", "localInceptions")).containsExactly(inception);
        assertThat(traits("picture.jpg", "localTransformations")).noneMatch(trait -> trait.contains("GenAI"));
    }

    @Test
    void parts_that_ai_made_are_perceptible_changes_by_ai() throws IOException {
        tag("film.mp4", "uses: [{extent: modified, operations: [inpaint], tool: {name: G}}]\n");
        assertThat(traits("film.mp4", "localTransformations")).contains("transformation:signal_perceptibleGenAI");
    }

    @Test
    void the_minimal_profile_changes_nothing_of_it() throws IOException {
        tag("picture.jpg", "uses: [{extent: generated, tool: {name: G}}]\n", "--profile", "studio-minimal");
        assertThat(traits("picture.jpg", "localInceptions")).containsExactly("inception:signal_fullyGenAIMedia");
    }
}
