package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.estampille.SharedCorpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class TrustCommandTest {

    private static final String ROOTS = "c2pa-rs/certs/trust/test_cert_root_bundle.pem";

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of("."));

    @BeforeEach
    void open() {
        terminal = new Terminal(folder);
    }

    private void copy(String corpusFile, String name) throws IOException {
        Files.copy(SharedCorpus.file(corpusFile), folder.resolve(name));
    }

    private Path stored(String name) {
        return folder.resolve("config/estampille/trust").resolve(name + ".trust");
    }

    @Test
    void without_a_list_a_file_is_at_most_valid_and_the_report_says_how_to_import_one() throws IOException {
        copy("peer-signed/alg-es256.jpg", "a.jpg");
        assertThat(terminal.run("verify", "a.jpg")).isEqualTo(4);
        assertThat(terminal.out()).contains("estampille trust import FILE --purpose claim");
        assertThat(terminal.run("trust", "list")).isZero();
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("estampille trust import FILE --purpose claim");
    }

    @Test
    void an_imported_list_makes_its_signers_trusted_and_the_report_names_list_and_date() throws IOException {
        copy("peer-signed/alg-es256.jpg", "a.jpg");
        copy(ROOTS, "roots.pem");
        assertThat(terminal.run("trust", "import", "roots.pem", "--purpose", "vendor", "--name", "peers"))
                .isZero();
        assertThat(terminal.out()).startsWith("imported peers: vendor,");
        assertThat(terminal.run("verify", "a.jpg")).isZero();
        assertThat(terminal.out()).contains("on a list you trust (peers, imported 2026-11-22)");
        assertThat(terminal.run("verify", "a.jpg", "--json")).isZero();
        JsonNode list = new ObjectMapper().readTree(terminal.out()).at("/signer/trustList");
        assertThat(list.path("name").asString()).isEqualTo("peers");
        assertThat(list.path("source").asString()).isEqualTo("roots.pem");
        assertThat(list.path("imported").asString()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(list.path("sha256").asString()).hasSize(64);
    }

    @Test
    void a_claim_list_vouches_only_for_leaves_with_its_extended_key_usage() throws IOException {
        copy("peer-signed/alg-es256.jpg", "a.jpg");
        copy(ROOTS, "roots.pem");
        assertThat(terminal.run("trust", "import", "roots.pem", "--purpose", "claim"))
                .isZero();
        assertThat(terminal.run("verify", "a.jpg", "--json")).isEqualTo(4);
        assertThat(terminal.out()).contains("no imported list vouches for its issuer and its extended key usage");
        assertThat(terminal.run(
                        "trust", "import", "roots.pem", "--purpose", "claim", "--eku", "1.3.6.1.5.5.7.3.4", "--force"))
                .isZero();
        assertThat(terminal.run("verify", "a.jpg")).isZero();
    }

    @Test
    void a_list_for_another_purpose_makes_no_signer_trusted() throws IOException {
        copy("peer-signed/alg-es256.jpg", "a.jpg");
        copy(ROOTS, "roots.pem");
        for (String purpose : new String[] {"tsa", "cawg"}) {
            assertThat(terminal.run("trust", "import", "roots.pem", "--purpose", purpose))
                    .isZero();
        }
        assertThat(terminal.run("verify", "a.jpg")).isEqualTo(4);
    }

    @Test
    void a_signer_named_itself_is_trusted_and_no_other() throws IOException {
        copy("peer-signed/alg-es256.jpg", "a.jpg");
        copy("c2pa-rs/certs/es256.pub", "es256.pem");
        copy("c2pa-rs/certs/es384.pub", "es384.pem");
        assertThat(terminal.run("trust", "import", "es384.pem", "--purpose", "allowed", "--name", "other"))
                .isZero();
        assertThat(terminal.run("verify", "a.jpg")).isEqualTo(4);
        assertThat(terminal.run("trust", "import", "es256.pem", "--purpose", "allowed"))
                .isZero();
        assertThat(terminal.run("verify", "a.jpg")).isZero();
    }

    @Test
    void the_official_lists_can_be_imported_listed_and_shown() throws IOException {
        copy("trust/C2PA-TRUST-LIST.pem", "C2PA-TRUST-LIST.pem");
        copy("trust/C2PA-TSA-TRUST-LIST.pem", "C2PA-TSA-TRUST-LIST.pem");
        assertThat(terminal.run("trust", "import", "C2PA-TRUST-LIST.pem", "--purpose", "claim", "--name", "c2pa"))
                .isZero();
        assertThat(terminal.run("trust", "import", "C2PA-TSA-TRUST-LIST.pem", "--purpose", "tsa"))
                .isZero();
        assertThat(terminal.run("trust", "list")).isZero();
        assertThat(terminal.out().lines()).hasSize(2);
        assertThat(terminal.run("trust", "show", "c2pa")).isZero();
        assertThat(terminal.out())
                .contains("SHA-256: ", "extended key usages: 1.3.6.1.4.1.62558.2.1", "CN=Google C2PA", "valid until");
        assertThat(terminal.run("trust", "show", "nothing")).isEqualTo(2);
    }

    @Test
    void a_list_that_was_changed_after_its_import_stops_the_command() throws IOException {
        copy("peer-signed/alg-es256.jpg", "a.jpg");
        copy(ROOTS, "roots.pem");
        terminal.run("trust", "import", "roots.pem", "--purpose", "vendor");
        Files.writeString(stored("vendor"), Files.readString(stored("vendor")) + "\n");
        assertThat(terminal.run("verify", "a.jpg")).isEqualTo(2);
        assertThat(terminal.err()).contains("it was changed after it was imported");
    }

    @Test
    void a_name_that_is_a_path_and_a_file_without_certificates_are_refused() throws IOException {
        copy(ROOTS, "roots.pem");
        Files.writeString(folder.resolve("empty.pem"), "nothing");
        assertThat(terminal.run("trust", "import", "roots.pem", "--purpose", "claim", "--name", "../up"))
                .isEqualTo(2);
        assertThat(terminal.run("trust", "import", "empty.pem", "--purpose", "claim"))
                .isEqualTo(2);
        assertThat(terminal.run("trust", "import", "roots.pem", "--purpose", "claim"))
                .isZero();
        assertThat(terminal.run("trust", "import", "roots.pem", "--purpose", "claim"))
                .isEqualTo(6);
        assertThat(terminal.run("trust", "import", "roots.pem", "--purpose", "nobody"))
                .isEqualTo(2);
    }
}
