package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Own files, the declaration of a report with a deep fake, and FFmpeg; tests are skipped where there is no FFmpeg. */
record Newsroom(Path folder, Terminal terminal, Path ffmpeg) {

    private static final String NEWS = "title: Report\nworkKind: news\nroles: [{organisation: Us, roleAct: deployer}]\n"
            + "uses: [{extent: modified, modality: video, inFinalOutput: yes, generatedAt: \"2026-10-02\","
            + " tool: {name: Tool}}]\ndeepfakeAssessment: {deepfake: yes, rationale: assessed}\n";

    static Newsroom in(Path folder) throws IOException {
        Path ffmpeg = requiredFfmpeg();
        Terminal terminal = OwnFiles.in(folder);
        Files.writeString(folder.resolve("news.yaml"), NEWS);
        return new Newsroom(folder, terminal, ffmpeg);
    }

    static Path requiredFfmpeg() {
        Optional<Path> found = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .map(place -> Path.of(place).resolve("ffmpeg"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                found.isPresent(), "FFmpeg is not on the path, so labels in moving pictures and sound are not tested");
        return found.get();
    }

    /** What {@code program}, one of those of FFmpeg, says. */
    String run(String program, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(ffmpeg.resolveSibling(program).toString(), "-v", "error"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    int label(String file, String target, String... more) {
        List<String> command = new ArrayList<>(List.of("label", "apply", file, "--out", target));
        command.addAll(List.of("--declare", "news.yaml", "--role", "deployer", "--ffmpeg", ffmpeg.toString()));
        return terminal.run(OwnFiles.signing(command, more));
    }
}
