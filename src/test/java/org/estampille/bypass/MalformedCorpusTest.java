package org.estampille.bypass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.estampille.Measures;
import org.estampille.SharedCorpus;
import org.estampille.bytes.Octets;
import org.estampille.fixtures.BrokenFiles;
import org.estampille.fixtures.FixtureIndex;
import org.estampille.fixtures.HostileFiles;
import org.estampille.report.VerificationReport;
import org.estampille.report.VerificationReport.State;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TrustAnchors;
import org.estampille.verify.Contexts;
import org.estampille.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that broke other readers, and files of the same kinds made here, end within two seconds and 256 MiB each. */
final class MalformedCorpusTest {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final long MOST_KIBIBYTES = 256 << 10;

    @TempDir
    private Path folder;

    private static List<Path> shared() throws IOException {
        try (Stream<Path> files = Files.list(SharedCorpus.file("malformed"))) {
            return files.sorted().toList();
        }
    }

    private List<Path> own() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, Octets> file : BrokenFiles.all().entrySet()) {
            files.add(Files.write(folder.resolve(file.getKey()), file.getValue().toByteArray()));
        }
        return files;
    }

    private static VerificationReport verified(Path file) {
        return new Verifier(Contexts.trusting(TrustAnchors.empty(), TestCertificates.NOON))
                .verify(file, file.getFileName().toString());
    }

    private static void endInTime(List<Path> files) {
        files.forEach(MalformedCorpusTest::verified);
        for (Path file : files) {
            assertThat(inTime(file, file.toString()).state())
                    .as(file.toString())
                    .isIn(State.ERROR, State.ABSENT, State.INVALID);
        }
    }

    /** Tries up to three times, because machines do something else as well; the first that is quick enough will do. */
    private static VerificationReport inTime(Path file, String name) {
        Duration taken = Duration.ZERO;
        for (int time = 0; time < 3; time++) {
            long start = System.nanoTime();
            VerificationReport report = verified(file);
            taken = Duration.ofNanos(System.nanoTime() - start);
            if (taken.compareTo(LONGEST) < 0) {
                return report;
            }
        }
        throw new AssertionError(name + " took " + taken);
    }

    @Test
    @Timeout(60)
    void every_file_that_broke_another_reader_ends_with_a_typed_verdict_within_two_seconds() throws IOException {
        endInTime(shared());
    }

    @Test
    @Timeout(120)
    void every_file_made_to_ask_for_too_much_ends_with_a_typed_verdict_within_two_seconds() throws IOException {
        endInTime(own());
    }

    @Test
    @Timeout(120)
    void every_hostile_file_of_every_container_ends_with_a_typed_verdict_within_two_seconds() throws IOException {
        Path file = folder.resolve("hostile");
        for (var fixture : FixtureIndex.all()) {
            for (var hostile : HostileFiles.from(fixture)) {
                Files.write(file, hostile.octets().toByteArray());
                assertThat(inTime(file, hostile.name()).state())
                        .as(hostile.name())
                        .isNotIn(State.VALID, State.TRUSTED);
            }
        }
    }

    /** The memory of the whole process, in KiB at its highest, with the heap that the launcher gives to one small file. */
    private long memory(Path file) throws IOException, InterruptedException {
        Path measured = folder.resolve("measured");
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryProbe.class.getName(),
                        measured.toString(),
                        "verify",
                        "--json",
                        file.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as(file.toString())
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        String[] result = Files.readString(measured).split(" ", -1);
        assertThat(Integer.parseInt(result[0])).as(Files.readString(out)).isIn(1, 3, 5);
        return Long.parseLong(result[1]);
    }

    private void needLittleMemory(String which, List<Path> files) throws IOException, InterruptedException {
        assumeTrue(Files.exists(MemoryProbe.STATUS), "this system does not say how much memory a process has");
        long most = 0;
        String worst = "none";
        for (Path file : files) {
            long needed = memory(file);
            assertThat(needed).as(file.toString()).isLessThan(MOST_KIBIBYTES);
            worst = needed > most ? file.getFileName().toString() : worst;
            most = Math.max(most, needed);
        }
        Measures.record("memory of the whole process, " + which + ": at most " + most / 1024 + " MiB (" + worst
                + ", of " + files.size() + " files)");
    }

    @Test
    void every_file_that_broke_another_reader_needs_less_than_256_mebibytes() throws Exception {
        needLittleMemory("malformed corpus", shared());
    }

    @Test
    void every_file_made_to_ask_for_too_much_needs_less_than_256_mebibytes() throws Exception {
        List<Path> files = own();
        files.removeIf(file -> !file.getFileName().toString().matches("(many|too-many|restarts|boxes|lists).*"));
        needLittleMemory("files made here", files);
    }
}
