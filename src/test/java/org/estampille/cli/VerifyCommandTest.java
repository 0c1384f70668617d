package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.estampille.SharedCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class VerifyCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOTS = "c2pa-rs/certs/trust/test_cert_root_bundle.pem";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        Surroundings surroundings = new Surroundings(
                new PrintWriter(out),
                new PrintWriter(err),
                folder,
                Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC),
                Map.of(),
                false);
        return new CommandLine(new VerifyCommand(surroundings)).execute(arguments);
    }

    private List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        out.toString().lines().forEach(line -> lines.add(JSON.readTree(line)));
        return lines;
    }

    private Path copy(String corpusFile, String name) throws IOException {
        return Files.copy(SharedCorpus.file(corpusFile), folder.resolve(name));
    }

    @Test
    void a_file_of_a_trusted_signer_exits_0_and_is_told_by_its_axes() throws IOException {
        copy("peer-signed/alg-es256.jpg", "a.jpg");
        assertThat(run(
                        "a.jpg",
                        "--trust",
                        SharedCorpus.file(ROOTS).toAbsolutePath().toString()))
                .isZero();
        assertThat(out.toString())
                .contains("Integrity  unaltered", "Signer", "on a list you trust", "AI         made by AI", "Rights");
    }

    @Test
    void an_unknown_signer_asks_for_review_with_exit_4() throws IOException {
        copy("peer-signed/alg-es256.jpg", "a.jpg");
        assertThat(run("a.jpg")).isEqualTo(4);
    }

    @Test
    void an_altered_file_is_rejected_with_exit_1() throws IOException {
        Path file = copy("peer-signed/alg-es256.jpg", "a.jpg");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 5] ^= 1;
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        Files.write(file, bytes);
        assertThat(run("a.jpg", "--json")).isEqualTo(1);
        assertThat(lines().get(0).at("/status/failure/1/code").asString()).isEqualTo("assertion.dataHash.mismatch");
    }

    @Test
    void a_file_without_a_manifest_exits_3_unless_that_is_allowed() throws IOException {
        copy("source-media/sample1.png", "a.png");
        assertThat(run("a.png")).isEqualTo(3);
        assertThat(run("a.png", "--allow-absent")).isZero();
    }

    @Test
    void a_folder_gives_one_line_for_each_file_in_order_and_the_worst_exit_code() throws IOException {
        copy("peer-signed/sidecar.png", "sidecar.png");
        copy("peer-signed/sidecar.c2pa", "sidecar.c2pa");
        copy("source-media/sample1.png", "plain.png");
        Files.writeString(folder.resolve("notes.txt"), "not media");
        Files.createFile(folder.resolve("empty.jpg"));
        Files.createDirectory(folder.resolve("below"));
        copy("peer-signed/training.jpg", "below/training.jpg");
        assertThat(run(".", "--json")).isEqualTo(5);
        assertThat(lines().stream()
                        .map(line -> line.path("path").asString() + " "
                                + line.path("state").asString()))
                .containsExactly(
                        "./below/training.jpg valid",
                        "./empty.jpg error",
                        "./notes.txt error",
                        "./plain.png absent",
                        "./sidecar.png valid");
        assertThat(lines().get(4).at("/manifest/source").asString()).isEqualTo("sidecar");
    }

    @Test
    void every_line_follows_the_published_schema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("specs/report.schema.json")));
        run("--json", SharedCorpus.file("c2pa-rs").toAbsolutePath().toString());
        run("--json", SharedCorpus.file("public-testfiles").toAbsolutePath().toString(), "nowhere.jpg");
        assertThat(lines()).hasSizeGreaterThan(30);
        for (JsonNode line : lines()) {
            assertThat(schema.validate(line)).as(line.path("path").asString()).isEmpty();
        }
    }

    @Test
    void a_file_that_is_not_there_is_an_input_failure_in_one_sentence() {
        assertThat(run("nowhere.jpg")).isEqualTo(6);
        assertThat(out.toString())
                .isEqualTo("nowhere.jpg: error, cannot be read: there is no such file" + System.lineSeparator());
    }

    @Test
    void a_truncated_file_is_told_in_one_sentence() throws IOException {
        byte[] whole = Files.readAllBytes(SharedCorpus.file("peer-signed/png16-es256.png"));
        Files.write(folder.resolve("cut.png"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(run("cut.png")).isIn(1, 5);
        assertThat(out.toString().lines()).isNotEmpty();
        assertThat(out.toString() + err).doesNotContain("Exception", "\tat ");
    }

    @Test
    void certificates_expire_as_of_the_time_asked_for() throws IOException {
        copy("peer-signed/alg-es256.jpg", "a.jpg");
        assertThat(run("a.jpg", "--at", "2050-01-01", "--json")).isEqualTo(1);
        assertThat(out.toString()).contains("claimSignature.outsideValidity", "\"trust\":\"expired\"");
    }
}
