package org.estampille.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.estampille.Measures;
import org.estampille.SharedCorpus;
import org.estampille.bytes.MalformedContentException;
import org.estampille.report.Problem;
import org.estampille.report.VerificationReport;
import org.estampille.trust.TrustAnchors;
import org.estampille.validate.Finding;
import org.estampille.validate.IngredientResult;
import org.estampille.validate.ValidationResult;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Our verdicts beside those of the reference SDK. Where they differ, {@code differences.json} names the clause that decides. */
class ReferenceAgreementTest {

    /** The reference SDK ran in the month of this date; certificates expire. */
    private static final Instant THEN = Instant.parse("2026-11-22T00:00:00Z");

    /** A code of the reference SDK's own, and what the standard calls the same fact. */
    private static final Map<String, String> SAME =
            Map.of("signingCredential.expired", "claimSignature.outsideValidity");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> differences = differences("differences.json");
    private final Map<String, JsonNode> ingredientDifferences = differences("ingredient-differences.json");
    private final Set<String> used = new HashSet<>();
    private final List<String> disagreements = new ArrayList<>();
    private int compared;

    @Test
    void agrees_with_the_reference_on_every_file_without_trust() throws IOException {
        JsonNode expected = JSON.readTree(Files.readString(SharedCorpus.file("expected-reference-sdk.json")));
        Verifier verifier = new Verifier(Contexts.trusting(TrustAnchors.empty(), THEN));
        for (Map.Entry<String, JsonNode> folder : expected.properties()) {
            compareAll(verifier, folder.getKey(), folder.getValue(), "");
        }
        measure("without trust");
        assertThat(disagreements).isEmpty();
        assertThat(compared).isGreaterThan(40);
        assertThat(used).as("listed differences that no longer exist").containsAll(differences.keySet());
    }

    @Test
    void agrees_with_the_reference_on_every_file_with_the_test_roots_trusted()
            throws IOException, MalformedContentException {
        JsonNode expected =
                JSON.readTree(Files.readString(SharedCorpus.file("expected-reference-sdk-with-test-trust.json")));
        TrustAnchors roots = TrustAnchors.ofPem(SharedCorpus.text("c2pa-rs/certs/trust/test_cert_root_bundle.pem"));
        Verifier verifier = new Verifier(Contexts.trusting(roots, THEN));
        compareAll(verifier, "peer-signed", expected, "");
        compareAll(verifier, "public-testfiles", expected, "");
        measure("test roots trusted");
        assertThat(disagreements).isEmpty();
        assertThat(compared).isGreaterThan(30);
    }

    @Test
    void agrees_with_the_reference_about_failures_below_ingredients() throws IOException, MalformedContentException {
        TrustAnchors roots = TrustAnchors.ofPem(SharedCorpus.text("c2pa-rs/certs/trust/test_cert_root_bundle.pem"));
        JsonNode without = JSON.readTree(Files.readString(SharedCorpus.file("expected-reference-sdk.json")));
        JsonNode with =
                JSON.readTree(Files.readString(SharedCorpus.file("expected-reference-sdk-with-test-trust.json")));
        Verifier strict = new Verifier(Contexts.trusting(TrustAnchors.empty(), THEN));
        for (Map.Entry<String, JsonNode> folder : without.properties()) {
            compareIngredients(strict, folder.getKey(), folder.getValue(), "");
        }
        Verifier trusting = new Verifier(Contexts.trusting(roots, THEN));
        compareIngredients(trusting, "peer-signed", with, " trusted");
        compareIngredients(trusting, "public-testfiles", with, " trusted");
        assertThat(disagreements).isEmpty();
        assertThat(used).as("listed differences that no longer exist").containsAll(ingredientDifferences.keySet());
        Measures.record("files whose ingredients' failures were compared with the reference: " + compared
                + ", agreeing: " + (compared - used.size()) + ", explained: " + used.size());
    }

    private void compareIngredients(Verifier verifier, String folder, JsonNode files, String note) throws IOException {
        for (Map.Entry<String, JsonNode> entry : new TreeMap<>(asMap(files)).entrySet()) {
            Path file = SharedCorpus.file(".").resolve(folder).resolve(entry.getKey());
            if (Files.isRegularFile(file) && entry.getValue().has("ingredientFailures")) {
                VerificationReport report = verifier.verify(file, entry.getKey());
                if (report.validation().isPresent()) {
                    compareIngredients(folder + "/" + entry.getKey() + note, report, entry.getValue());
                }
            }
        }
    }

    private void compareIngredients(String name, VerificationReport report, JsonNode expected) {
        compared++;
        Set<String> wanted = new TreeSet<>();
        expected.path("ingredientFailures")
                .forEach(code -> wanted.add(SAME.getOrDefault(code.asString(), code.asString())));
        Set<String> got = new TreeSet<>();
        for (IngredientResult ingredient : report.validation().orElseThrow().ingredients()) {
            ingredient.unrecorded().forEach(finding -> got.add(finding.code().code()));
        }
        if (wanted.equals(got)) {
            return;
        }
        JsonNode difference = ingredientDifferences.get(name);
        if (difference == null || !got.equals(texts(difference.path("failure")))) {
            disagreements.add(name + ": the reference says " + wanted + ", we say " + got);
        } else {
            used.add(name);
        }
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    private void measure(String run) throws IOException {
        int agreeing = compared - used.size() - disagreements.size();
        Measures.record("files compared with the reference, " + run + ": " + compared + ", agreeing: " + agreeing
                + ", explained: " + used.size());
    }

    private void compareAll(Verifier verifier, String folder, JsonNode files, String note) throws IOException {
        for (Map.Entry<String, JsonNode> entry : new TreeMap<>(asMap(files)).entrySet()) {
            Path file = SharedCorpus.file(".").resolve(folder).resolve(entry.getKey());
            if (Files.isRegularFile(file)) {
                compare(folder + "/" + entry.getKey() + note, verifier.verify(file, entry.getKey()), entry.getValue());
            }
        }
    }

    private void compare(String name, VerificationReport report, JsonNode expected) {
        if (isUnsupported(report)) {
            return;
        }
        compared++;
        String wanted = wantedState(expected) + " " + wantedFailures(expected);
        String got = state(report) + " " + failures(report);
        if (wanted.equals(got)) {
            return;
        }
        JsonNode difference = differences.get(name);
        if (difference == null || !got.equals(listed(difference))) {
            disagreements.add(name + ": the reference says " + wanted + ", we say " + got);
        } else {
            used.add(name);
        }
    }

    /** Formats that are still to come are an error here and not compared. */
    private static boolean isUnsupported(VerificationReport report) {
        return report.state() == VerificationReport.State.ERROR
                && report.problem()
                        .filter(problem -> problem.kind() == Problem.Kind.UNSUPPORTED)
                        .isPresent();
    }

    private static String wantedState(JsonNode expected) {
        if (expected.has("error")) {
            return "error";
        }
        return expected.path("manifest").asBoolean()
                ? expected.path("state").asString().toLowerCase(Locale.ROOT)
                : "absent";
    }

    private static Set<String> wantedFailures(JsonNode expected) {
        Set<String> codes = new TreeSet<>();
        expected.path("failure").forEach(code -> codes.add(SAME.getOrDefault(code.asString(), code.asString())));
        return codes;
    }

    private static String state(VerificationReport report) {
        return report.state().label();
    }

    private static Set<String> failures(VerificationReport report) {
        Set<String> codes = new TreeSet<>();
        List<Finding> findings = report.validation()
                .map(ValidationResult::active)
                .map(active -> active.findings())
                .orElse(report.storeFindings());
        findings.stream()
                .filter(Finding::isFailure)
                .forEach(finding -> codes.add(finding.code().code()));
        return codes;
    }

    private static String listed(JsonNode difference) {
        Set<String> codes = new TreeSet<>();
        difference.path("failure").forEach(code -> codes.add(code.asString()));
        return difference.path("state").asString() + " " + codes;
    }

    private static Map<String, JsonNode> differences(String name) {
        try (InputStream in = ReferenceAgreementTest.class.getResourceAsStream(name)) {
            return asMap(JSON.readTree(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, JsonNode> asMap(JsonNode object) {
        Map<String, JsonNode> map = new TreeMap<>();
        object.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }
}
