package org.estampille.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.estampille.SharedCorpus;
import org.estampille.report.VerificationReport;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TrustAnchors;
import org.estampille.verify.Contexts;
import org.estampille.verify.Verifier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that broke other readers end quickly here, and in little memory. */
final class MalformedCorpusTest {

    /** Twice what is promised, for machines that do something else as well. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    @TempDir
    private Path folder;

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SharedCorpus.file("malformed"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void every_file_ends_with_a_typed_verdict_in_time() throws IOException {
        for (Path file : files()) {
            VerificationReport report = Assertions.assertTimeoutPreemptively(
                    LONGEST,
                    () -> new Verifier(Contexts.trusting(TrustAnchors.empty(), TestCertificates.NOON))
                            .verify(file, file.getFileName().toString()));
            assertThat(report.state())
                    .as(file.toString())
                    .isIn(
                            VerificationReport.State.ERROR,
                            VerificationReport.State.ABSENT,
                            VerificationReport.State.INVALID);
        }
    }

    @Test
    void all_files_together_need_less_than_256_mebibytes() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-XX:MaxMetaspaceSize=64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.estampille.cli.Main",
                        "verify",
                        "--json",
                        SharedCorpus.file("malformed").toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(out)).isIn(1, 3, 5);
        assertThat(Files.readString(out)).doesNotContain("OutOfMemory");
    }
}
