package org.estampille.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.estampille.SharedCorpus;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.crypto.CryptoEngine;
import org.estampille.trust.CertificateCache;
import org.estampille.trust.TrustAnchors;
import org.estampille.validate.ValidationContext;
import org.estampille.verify.Verifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our crJSON of files of the shared corpus, under the conditions the recorded documents were made with. */
final class CorpusReports {

    private static final List<String> FOLDERS = List.of("peer-signed", "public-testfiles", "c2pa-rs");
    private static final Instant RECORDED = Instant.parse("2026-11-22T22:24:00Z");
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Verifier verifier;
    private final CrJson renderer = new CrJson("0.1.0", ReadLimits.standard());

    CorpusReports() throws IOException, MalformedContentException {
        TrustAnchors roots = TrustAnchors.ofPem(SharedCorpus.text("c2pa-rs/certs/trust/test_cert_root_bundle.pem"));
        this.verifier = new Verifier(new ValidationContext(
                CryptoEngine.platform(),
                roots,
                roots,
                RECORDED,
                ReadLimits.standard(),
                1,
                CertificateCache.bounded(64)));
    }

    static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /** Every file of the corpus that carries, or should carry, a manifest store. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = FOLDERS.stream().map(SharedCorpus::file).flatMap(CorpusReports::list)) {
            return files.sorted().toList();
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The file a recorded document was made of. */
    static Path source(Path recorded) throws IOException {
        String name = recorded.getFileName().toString();
        String source = name.substring(0, name.length() - ".crjson".length());
        return files().stream()
                .filter(file -> file.getFileName().toString().equals(source))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no file for " + name));
    }

    VerificationReport report(Path file) {
        return verifier.verify(file, file.getFileName().toString());
    }

    String document(VerificationReport report) {
        return renderer.document(report);
    }
}
