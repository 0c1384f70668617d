package org.estampille.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.estampille.SharedCorpus;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cawg.CawgFinding;
import org.estampille.cawg.DidDocuments;
import org.estampille.cawg.IdentityResult;
import org.estampille.cawg.IdentityTrust;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.JsonText;
import org.estampille.crypto.CryptoEngine;
import org.estampille.report.Problem;
import org.estampille.report.VerificationReport;
import org.estampille.trust.CertificateCache;
import org.estampille.trust.TrustAnchors;
import org.estampille.validate.Finding;
import org.estampille.validate.ValidationContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every vector of the CAWG corpus gives the codes its index calls normative. */
class CawgCorpusTest {

    private static final String HOME = "cawg/";

    @TestFactory
    Stream<DynamicTest> every_imported_vector_gives_its_normative_codes() throws Exception {
        return vectors("corpus.json").map(vector -> DynamicTest.dynamicTest(id(vector), () -> check(vector)));
    }

    @TestFactory
    Stream<DynamicTest> every_generated_vector_gives_its_normative_codes() throws Exception {
        return vectors("generated/identity-1.2/index.json")
                .map(vector -> DynamicTest.dynamicTest(id(vector), () -> check(vector)));
    }

    private static Stream<CborValue.Map> vectors(String index) throws Exception {
        CborValue root = JsonText.read(SharedCorpus.octets(HOME + index), ReadLimits.standard());
        return root.asMap().orElseThrow().get("vectors").orElseThrow().asList().orElseThrow().stream()
                .map(vector -> vector.asMap().orElseThrow());
    }

    private static void check(CborValue.Map vector) throws Exception {
        VerificationReport report = verify(vector);
        assumeTrue(
                report.problem()
                        .filter(problem -> problem.kind() == Problem.Kind.UNSUPPORTED)
                        .isEmpty(),
                () -> report.format() + " is not read here");
        Set<String> codes = codes(report);
        CborValue.Map expected =
                vector.get("normative_expected").orElseThrow().asMap().orElseThrow();
        assertThat(codes).as(() -> explain(report)).containsAll(required(expected));
        assertThat(codes).noneMatch(texts(expected, "forbidden_success_codes")::contains);
        for (String prefix : texts(expected, "forbidden_failure_prefixes")) {
            assertThat(failures(report)).noneMatch(code -> code.startsWith(prefix));
        }
    }

    /**
     * The claims and the stamp of the generated vectors are signed by certificates that stand on the lists themselves. Those are
     * lists of authorities here: only the identity lists may name end entities (CAWG 1.3 clause 8.2.4.1).
     */
    private static List<String> required(CborValue.Map expected) {
        return texts(expected, "required_codes").stream()
                .filter(code -> !code.equals("signingCredential.trusted") && !code.startsWith("timeStamp."))
                .toList();
    }

    private static VerificationReport verify(CborValue.Map vector) throws Exception {
        CborValue.Map trust = vector.get("trust").orElseThrow().asMap().orElseThrow();
        ValidationContext context = new ValidationContext(
                CryptoEngine.platform(),
                anchors(trust, "claim_allowed_list"),
                anchors(trust, "tsa_trust_list"),
                Instant.parse(text(vector, "fixed_validation_time")),
                ReadLimits.standard(),
                1,
                CertificateCache.bounded(100));
        List<Octets> documents = new ArrayList<>();
        for (String name : texts(trust, "did_documents")) {
            documents.add(SharedCorpus.octets(HOME + name));
        }
        IdentityTrust identities = new IdentityTrust(
                anchors(trust, "cawg_allowed_list"), Set.of(), DidDocuments.of(documents, ReadLimits.standard()));
        Path file = SharedCorpus.file(HOME + text(vector, "path"));
        return new Verifier(context, identities).verify(file, file.getFileName().toString());
    }

    private static TrustAnchors anchors(CborValue.Map trust, String name)
            throws IOException, MalformedContentException {
        Optional<String> file = trust.get(name).flatMap(CborValue::asText);
        return file.isEmpty()
                ? TrustAnchors.empty()
                : TrustAnchors.ofPem(Files.readString(SharedCorpus.file(HOME + file.get())));
    }

    private static Set<String> codes(VerificationReport report) {
        Set<String> codes = new LinkedHashSet<>();
        report.validation()
                .ifPresent(result -> result.active()
                        .findings()
                        .forEach(f -> codes.add(f.code().code())));
        for (IdentityResult identity : report.identities()) {
            identity.findings().forEach(finding -> codes.add(finding.code().code()));
        }
        return codes;
    }

    private static Set<String> failures(VerificationReport report) {
        Set<String> codes = new LinkedHashSet<>();
        report.validation()
                .ifPresent(result -> result.active().findings().stream()
                        .filter(Finding::isFailure)
                        .forEach(finding -> codes.add(finding.code().code())));
        for (IdentityResult identity : report.identities()) {
            identity.findings().stream()
                    .filter(CawgFinding::isFailure)
                    .forEach(finding -> codes.add(finding.code().code()));
        }
        return codes;
    }

    private static String explain(VerificationReport report) {
        List<String> lines = new ArrayList<>(List.of(report.state().label() + " " + report.problem()));
        report.validation()
                .ifPresent(result -> result.active()
                        .findings()
                        .forEach(f -> lines.add(f.code().code() + " " + f.explanation())));
        for (IdentityResult identity : report.identities()) {
            identity.findings().forEach(f -> lines.add(f.code().code() + " " + f.explanation()));
        }
        return String.join("\n", lines);
    }

    private static String id(CborValue.Map vector) {
        return text(vector, "id");
    }

    private static String text(CborValue.Map map, String key) {
        return map.get(key).flatMap(CborValue::asText).orElseThrow();
    }

    private static List<String> texts(CborValue.Map map, String key) {
        return map.get(key).flatMap(CborValue::asList).orElse(List.of()).stream()
                .map(item -> item.asText().orElseThrow())
                .toList();
    }
}
