package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import org.estampille.trust.TestCertificates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trust and verdicts on files and authorities made here: what the shared corpus shows with those of others. */
final class OwnTrustTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_tagged_picture() throws IOException {
        terminal = OwnFiles.in(folder);
        assertThat(terminal.run(OwnFiles.tag("picture.jpg", "--out", "a.jpg"))).isZero();
    }

    private static String pem(X509Certificate certificate) throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    @Test
    void names_in_a_certificate_cannot_steer_the_terminal() throws Exception {
        String hostile = "Good\u001b[2J\u202Egpj.exe\u0007\u200B\u009b31m";
        TestCertificates.Holder root = TestCertificates.root(hostile);
        X509Certificate leaf = TestCertificates.signer(hostile, root).certificate();
        Files.writeString(folder.resolve("hostile.pem"), pem(leaf) + pem(root.certificate()));
        String[][] commands = {
            {"keys", "inspect", "hostile.pem"},
            {"trust", "import", "hostile.pem", "--purpose", "vendor", "--name", "h"},
            {"trust", "list"},
            {"trust", "show", "h"}
        };
        for (String[] command : commands) {
            terminal.run(command);
            assertThat(terminal.out() + terminal.err())
                    .isNotEmpty()
                    .doesNotContain("\u001b", "\u202E", "\u0007", "\u200B", "\u009b");
        }
        assertThat(terminal.out()).contains("<U+001B>", "<U+202E>");
    }

    @Test
    void the_name_of_an_imported_file_cannot_steer_the_terminal() throws IOException {
        Files.copy(folder.resolve("keys/root.pem"), folder.resolve("a\u001b[31m\u202E.pem"));
        assertThat(terminal.run("trust", "import", "a\u001b[31m\u202E.pem", "--purpose", "claim"))
                .isZero();
        assertThat(terminal.out()).doesNotContain("\u001b", "\u202E").contains("<U+001B>");
    }

    @Test
    void lists_tell_seconds_and_count_as_people_do() throws IOException {
        terminal = new Terminal(folder, Instant.parse("2026-11-22T12:00:00.123456789Z"));
        assertThat(terminal.run("trust", "import", "keys/root.pem", "--purpose", "claim"))
                .isZero();
        assertThat(terminal.out()).contains("1 certificate, imported 2026-11-22T12:00:00Z from root.pem");
        assertThat(terminal.run("trust", "import", "keys/chain.pem", "--purpose", "tsa"))
                .isZero();
        assertThat(terminal.out()).contains("2 certificates,");
        assertThat(terminal.run("trust", "list")).isZero();
        assertThat(terminal.out()).contains("1 certificate,").doesNotContain(".123");
    }

    @Test
    void a_list_makes_its_signers_trusted_and_a_changed_list_stops_everything() throws IOException {
        assertThat(terminal.run("verify", "a.jpg")).isEqualTo(4);
        assertThat(terminal.out()).contains("estampille trust import FILE --purpose claim");
        assertThat(terminal.run("trust", "import", "keys/root.pem", "--purpose", "claim"))
                .isZero();
        assertThat(terminal.run("verify", "a.jpg")).isZero();
        assertThat(terminal.out()).contains("on a list you trust (claim, imported 2026-11-22)");
        Path stored = folder.resolve("config/estampille/trust/claim.trust");
        Files.writeString(stored, Files.readString(stored) + "# more\n");
        assertThat(terminal.run("verify", "a.jpg")).isEqualTo(2);
        assertThat(terminal.err())
                .contains("changed after it was imported", stored.toString(), "estampille trust remove claim");
        assertThat(terminal.run("trust", "import", "keys/root.pem", "--purpose", "claim"))
                .isEqualTo(6);
        assertThat(terminal.run("trust", "remove", "claim")).isZero();
        assertThat(terminal.run("verify", "a.jpg")).isEqualTo(4);
        assertThat(terminal.run("trust", "remove", "claim")).isEqualTo(2);
    }

    @Test
    void an_import_says_what_kind_each_certificate_is_and_warns_of_what_are_no_roots() {
        assertThat(terminal.run("trust", "import", "keys/root.pem", "--purpose", "claim"))
                .isZero();
        assertThat(terminal.out()).contains("  root  ");
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.run("trust", "import", "keys/chain.pem", "--purpose", "claim", "--force"))
                .isZero();
        assertThat(terminal.out()).contains("  end entity  ");
        assertThat(terminal.err()).contains("1 end-entity certificate among the issuers", "--purpose allowed");
    }

    @Test
    void a_list_for_another_purpose_or_of_strangers_makes_no_signer_trusted() throws Exception {
        assertThat(terminal.run("trust", "import", "keys/root.pem", "--purpose", "tsa"))
                .isZero();
        Files.writeString(
                folder.resolve("stranger.pem"),
                pem(TestCertificates.root("Stranger").certificate()));
        assertThat(terminal.run("trust", "import", "stranger.pem", "--purpose", "claim"))
                .isZero();
        assertThat(terminal.run("verify", "a.jpg")).isEqualTo(4);
        assertThat(terminal.out()).contains("not on a list you trust");
    }

    @Test
    void a_signer_named_itself_is_trusted() throws IOException {
        assertThat(terminal.run("trust", "import", "keys/chain.pem", "--purpose", "allowed"))
                .isZero();
        assertThat(terminal.run("verify", "a.jpg")).isZero();
    }

    @Test
    void every_state_has_its_word_and_exit_code() throws IOException {
        assertThat(terminal.run("verify", "a.jpg", "--trust", "keys/root.pem")).isZero();
        assertThat(terminal.out()).contains("unaltered since it was signed", "partly generated or changed by AI");
        assertThat(terminal.run("verify", "a.jpg")).isEqualTo(4);
        assertThat(terminal.run("verify", "picture.jpg")).isEqualTo(3);
        assertThat(terminal.run("verify", "picture.jpg", "--allow-absent")).isZero();
        assertThat(terminal.run("verify", "decl.yaml")).isEqualTo(5);
        assertThat(terminal.run("verify", "nothing.jpg")).isEqualTo(6);
        OwnFiles.flip(folder.resolve("a.jpg"), Files.size(folder.resolve("a.jpg")) - 200);
        assertThat(terminal.run("verify", "a.jpg", "--trust", "keys/root.pem")).isEqualTo(1);
        assertThat(terminal.out()).contains("changed after it was signed", "assertion.dataHash.mismatch");
    }

    @Test
    void an_octet_changed_in_claim_signature_or_assertion_is_told_by_its_code() throws IOException {
        byte[] tagged = Files.readAllBytes(folder.resolve("a.jpg"));
        String text = new String(tagged, StandardCharsets.ISO_8859_1);
        String[][] cases = {
            {"claim_generator_info", "claimSignature.mismatch"},
            {"trainedAlgorithmicMedia", "assertion.hashedURI.mismatch"},
            {"org.estampille.output-rights", "assertion."}
        };
        for (String[] example : cases) {
            int at = text.indexOf(example[0]);
            assertThat(at).as(example[0]).isPositive();
            byte[] changed = tagged.clone();
            changed[at + 3] ^= 1;
            Files.write(folder.resolve("b.jpg"), changed);
            assertThat(terminal.run("verify", "b.jpg", "--trust", "keys/root.pem", "--json"))
                    .as(example[0])
                    .isEqualTo(1);
            assertThat(terminal.out()).contains("\"state\":\"invalid\"");
        }
    }

    @Test
    void a_signer_whose_certificate_is_over_is_not_trusted() {
        assertThat(terminal.run("verify", "a.jpg", "--trust", "keys/root.pem", "--at", "2050-01-01"))
                .isNotZero();
        assertThat(terminal.out()).doesNotContain("on a list you trust");
    }

    @Test
    void a_sidecar_is_told_of_with_its_file_alone() throws IOException {
        Path pair = Files.createDirectory(folder.resolve("pair"));
        Files.copy(folder.resolve("picture.png"), pair.resolve("p.png"));
        assertThat(terminal.run(OwnFiles.tag("pair/p.png", "--sidecar"))).isZero();
        assertThat(terminal.run("verify", "pair", "--trust", "keys/root.pem")).isZero();
        assertThat(terminal.out().lines().toList())
                .satisfiesExactly(only -> assertThat(only).contains("p.png: trusted", "rights:"));
        assertThat(terminal.run("verify", "pair", "--trust", "keys/root.pem", "--json"))
                .isZero();
        assertThat(terminal.out().lines().toList())
                .satisfiesExactly(only -> assertThat(only).contains("\"asset\":null", "\"source\":\"sidecar\""));
        OwnFiles.flip(pair.resolve("p.png"), Files.size(pair.resolve("p.png")) - 30);
        assertThat(terminal.run("verify", "pair")).isEqualTo(1);
        assertThat(terminal.out()).contains("p.png: invalid").doesNotContain("p.png.c2pa: ");
    }

    @Test
    void rights_of_a_parent_are_marked_and_what_it_repeats_is_left_out() throws IOException {
        String declared = Files.readString(folder.resolve("decl.yaml"));
        Files.writeString(
                folder.resolve("decl.yaml"),
                declared.replaceFirst("(?m)^title:.*", "title: Another")
                        .replaceFirst("(?m)^    changes:.*\\R(?:      .*\\R)+", "")
                        .replaceFirst("concluded: licensed", "concluded: unknown"));
        assertThat(terminal.run(OwnFiles.tag("a.jpg", "--out", "b.jpg"))).isZero();
        assertThat(terminal.run("verify", "b.jpg", "--trust", "keys/root.pem")).isZero();
        assertThat(terminal.out().lines().filter(line -> line.contains("CleanVoice: ")))
                .hasSize(1);
        assertThat(terminal.out().lines().filter(line -> line.contains("VideoGen Studio (vg 3.1): ")))
                .satisfiesExactly(
                        own -> assertThat(own)
                                .contains("licensed as declared, but the reviewer could not tell: treat as unknown")
                                .contains("evidence unknown")
                                .doesNotContain("parent"),
                        parent -> assertThat(parent).contains("reviewed as licensed, from parent a.jpg"));
        assertThat(terminal.run("verify", "b.jpg", "--trust", "keys/root.pem", "--json"))
                .isZero();
        assertThat(terminal.out())
                .contains("\"concluded\":\"unknown\",\"state\":\"unknown\"", "\"parent\":\"a.jpg\"", "\"parent\":null");
    }
}
