package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.estampille.SharedCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Whom to trust for identities, as the command line says it. */
class IdentityOptionsTest {

    private static final String UPSTREAM = "cawg/external/contentauth-c2pa-rs/d7f13829/assets/"
            + "sdk__src__identity__tests__fixtures__claim_aggregation__adobe_connected_identities.jpg";
    private static final String DOCUMENT = "cawg/did/connected-identities.identity-stage.adobe.com.json";
    private static final String ISSUER = "did:web:connected-identities.identity-stage.adobe.com";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private void verify(String... options) throws Exception {
        Surroundings surroundings = new Surroundings(
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                folder,
                Clock.fixed(Instant.parse("2025-05-01T00:00:00Z"), ZoneOffset.UTC),
                Map.of(),
                false);
        String[] arguments = new String[options.length + 2];
        System.arraycopy(options, 0, arguments, 0, options.length);
        arguments[options.length] = SharedCorpus.file(UPSTREAM).toAbsolutePath().toString();
        arguments[options.length + 1] = "--json";
        new CommandLine(new VerifyCommand(surroundings)).execute(arguments);
    }

    @Test
    void without_its_document_a_did_web_issuer_is_not_known() throws Exception {
        verify();
        assertThat(out.toString())
                .contains("cawg.ica.did_unavailable", "cawg.identity.network_traffic_blocked", "\"trust\":\"invalid\"");
    }

    @Test
    void a_document_and_an_issuer_make_an_identity_trusted() throws Exception {
        String document = SharedCorpus.file(DOCUMENT).toAbsolutePath().toString();
        verify("--did-document", document, "--cawg-issuer", ISSUER);
        assertThat(out.toString())
                .contains("cawg.ica.credential_valid", "cawg.identity.trusted", "\"name\":\"testuser23 (behance)\"");
    }

    @Test
    void a_broken_document_is_refused() throws Exception {
        Path broken = Files.writeString(folder.resolve("did.json"), "[]");
        verify("--did-document", broken.toString());
        assertThat(out.toString()).isEmpty();
    }
}
