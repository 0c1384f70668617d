package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results that could not be written are never a success. */
final class StandardOutputTest {

    private static final Path FULL = Path.of("/dev/full");

    private record Ended(int code, String said) {}

    private static Ended ended(Process process) throws IOException, InterruptedException {
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static String estampille(String arguments) {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
                + System.getProperty("java.class.path") + "' " + Main.class.getName() + " " + arguments;
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify fixtures/jpeg/baseline/asset.jpg --json --allow-absent", "formats", "tag --help"})
    void a_full_disk_is_named_and_ends_with_an_input_output_failure(String command) throws Exception {
        assumeTrue(Files.exists(FULL));
        Ended ended = ended(new ProcessBuilder("sh", "-c", estampille(command) + " > " + FULL).start());
        assertThat(ended.said())
                .startsWith("estampille: standard output: ")
                .contains("; the results there are incomplete, write them elsewhere.")
                .hasLineCount(1);
        assertThat(ended.code()).isEqualTo(6);
    }

    @Test
    void a_pipe_nobody_reads_any_more_is_left_without_a_word_and_is_no_success() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/stdout")));
        Process process = new ProcessBuilder("sh", "-c", "read go; exec " + estampille("declare example")).start();
        process.getInputStream().close();
        process.getOutputStream().write('\n');
        process.getOutputStream().close();
        Ended ended = ended(process);
        assertThat(ended.said()).isEmpty();
        assertThat(ended.code()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"0, 6", "1, 6", "3, 6", "4, 6", "5, 6", "6, 6", "7, 6", "2, 2", "70, 70", "75, 75"})
    void a_worse_end_stays_what_it_is(int own, int all) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        StandardOutput output = new StandardOutput(full);
        PrintWriter results = new PrintWriter(output);
        results.println("one");
        results.flush();
        assertThat(output.codeAfter(own, new PrintWriter(new StringWriter()))).isEqualTo(all);
    }

    @Test
    void nothing_is_written_behind_a_gap() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            private int times;

            @Override
            public void write(int octet) throws IOException {
                if (times++ == 1) {
                    throw new IOException("No space left on device");
                }
                written.write(octet);
            }
        };
        PrintWriter results = new PrintWriter(new StandardOutput(full), true);
        for (String line : new String[] {"a", "b", "c"}) {
            results.print(line);
            results.flush();
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("a");
    }

    @Test
    void results_that_are_all_there_leave_the_exit_code_alone() {
        StringWriter said = new StringWriter();
        StandardOutput output = new StandardOutput(new ByteArrayOutputStream());
        new PrintWriter(output, true).println("all");
        assertThat(output.codeAfter(0, new PrintWriter(said, true))).isZero();
        assertThat(said.toString()).isEmpty();
    }
}
