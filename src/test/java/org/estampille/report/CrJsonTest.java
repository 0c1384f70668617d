package org.estampille.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfReader;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.validate.Finding;
import org.estampille.validate.SigningTime;
import org.estampille.validate.StatusCode;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.ValidationState;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class CrJsonTest {

    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    private final List<SuperBox> manifests = new ArrayList<>();

    @Test
    void shows_the_facts_that_rubrics_ask_for() throws Exception {
        CborValue action = CborValue.map()
                .put("action", "c2pa.created")
                .put("digitalSourceType", SOURCE)
                .put("when", new CborValue.Tag(0, CborValue.of("2026-11-22T12:00:00Z")))
                .build();
        CborValue actions = CborValue.map()
                .put("actions", CborValue.array(List.of(action)))
                .put("allActionsIncluded", true)
                .build();
        manifest("urn:c2pa:1", JumbfType.UPDATE_MANIFEST, claim(), cbor("c2pa.actions.v2", actions));
        JsonNode manifest = document().path("manifests").get(0);

        assertThat(manifest.path("isUpdateManifest").booleanValue()).isTrue();
        assertThat(manifest.path("isCompressedManifest").booleanValue()).isFalse();
        JsonNode shown = manifest.path("assertions").path("c2pa.actions.v2");
        assertThat(shown.path("allActionsIncluded").booleanValue()).isTrue();
        assertThat(shown.at("/actions/0/digitalSourceType").stringValue()).isEqualTo(SOURCE);
        assertThat(shown.at("/actions/0/when").stringValue()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(manifest.at("/claim.v2/claim_generator_info/specVersion").stringValue())
                .isEqualTo("2.4.0");
        assertThat(manifest.at("/claim.v2/created_assertions/0/hash").stringValue())
                .isEqualTo("b64'AQI='");
        assertThat(manifest.at("/claim.v2/gathered_assertions").isArray()).isTrue();
        assertThat(manifest.at("/claim.v2/redacted_assertions").isArray()).isTrue();
        assertThat(manifest.path("claim.v2").has("_private")).isFalse();
        assertThat(manifest.path("signature").isEmpty()).isTrue();
    }

    @Test
    void puts_the_active_manifest_first_and_its_findings_by_kind() throws Exception {
        manifest("urn:c2pa:1", JumbfType.STANDARD_MANIFEST, claim());
        manifest("urn:c2pa:2", JumbfType.STANDARD_MANIFEST, claim());
        JsonNode document = document(
                new Finding(
                        StatusCode.CLAIM_SIGNATURE_VALIDATED, "self#jumbf=/c2pa/urn:c2pa:2/c2pa.signature", "holds"),
                new Finding(StatusCode.CLAIM_SIGNATURE_MISSING, "", ""));

        assertThat(document.at("/manifests/0/label").stringValue()).isEqualTo("urn:c2pa:2");
        assertThat(document.at("/manifests/1/label").stringValue()).isEqualTo("urn:c2pa:1");
        JsonNode results = document.at("/manifests/0/validationResults");
        assertThat(results.at("/success/0/code").stringValue()).isEqualTo("claimSignature.validated");
        assertThat(results.at("/failure/0").propertyNames()).containsExactly("code");
        assertThat(results.path("validationTime").stringValue()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(document.at("/manifests/1/validationResults/success").isEmpty())
                .isTrue();
    }

    @Test
    void keeps_hostile_text_harmless_and_names_unique() throws Exception {
        CborValue names = new CborValue.Map(List.of(
                new CborValue.Entry(CborValue.of("twice"), CborValue.of(1)),
                new CborValue.Entry(CborValue.of("twice"), CborValue.of(2)),
                new CborValue.Entry(CborValue.of(7), new CborValue.Real(Double.NaN))));
        String hostile = "{\"</script>\u202E\\u001b[2J\":\"\\ud800\\u0000\\\"\\\\\"}";
        manifest(
                "urn:c2pa:1",
                JumbfType.STANDARD_MANIFEST,
                claim(),
                cbor("org.example.names", names),
                box(JumbfType.JSON, "org.example.text", ContentBox.of("json", Octets.ofUtf8(hostile))));
        String text = text();

        assertThat(text.chars().filter(c -> c < ' ' && c != '\n' || c > '~')).isEmpty();
        assertThat(text).doesNotContain("</script>");
        JsonNode assertions = CorpusReports.parse(text).at("/manifests/0/assertions");
        assertThat(assertions
                        .path("org.example.text")
                        .path("</script>\u202E\u001B[2J")
                        .stringValue())
                .isEqualTo("\uFFFD\u0000\"\\");
        JsonNode shown = assertions.path("org.example.names");
        assertThat(shown.path("twice").intValue()).isEqualTo(1);
        assertThat(text.split("\"twice\"", -1)).hasSize(2);
        assertThat(shown.path("7").stringValue()).isEqualTo("NaN");
    }

    @Test
    void shows_nothing_of_what_cannot_be_read_or_told_apart() throws Exception {
        manifest(
                "urn:c2pa:1",
                JumbfType.STANDARD_MANIFEST,
                CborValue.array(List.of()),
                box(JumbfType.CBOR, "org.example.broken", ContentBox.of("cbor", Octets.ofHex("ff"))),
                cbor("org.example.twin", CborValue.map().put("a", 1).build()),
                cbor("org.example.twin", CborValue.map().put("a", 2).build()));
        JsonNode manifest = document().path("manifests").get(0);

        assertThat(manifest.path("claim.v2").isEmpty()).isTrue();
        assertThat(manifest.path("assertions").propertyNames())
                .containsExactly("org.example.broken", "org.example.twin");
        assertThat(manifest.path("assertions"))
                .allSatisfy(shown -> assertThat(shown.isEmpty()).isTrue());
    }

    @Test
    void has_no_manifests_without_a_store_and_says_why_a_store_cannot_be_read() {
        Finding broken = new Finding(StatusCode.MANIFEST_INACCESSIBLE_MALFORMED, "", "at offset 2");
        JsonNode none = CorpusReports.parse(text(Optional.empty(), List.of()));
        JsonNode unreadable = CorpusReports.parse(text(Optional.empty(), List.of(broken)));

        assertThat(none.path("manifests").isEmpty()).isTrue();
        assertThat(none.has("validationResults")).isFalse();
        assertThat(unreadable.path("manifests").isEmpty()).isTrue();
        assertThat(unreadable.at("/validationResults/failure/0/code").stringValue())
                .isEqualTo("manifest.inaccessible.malformed");
    }

    private JsonNode document(Finding... findings) throws Exception {
        return CorpusReports.parse(text(findings));
    }

    private String text(Finding... findings) throws Exception {
        SuperBox box = box(JumbfType.MANIFEST_STORE, "c2pa", manifests.toArray(JumbfBox[]::new));
        SuperBox read = JumbfReader.read(box.octets(), ReadLimits.standard());
        ManifestStore store = new ManifestStoreReader(ReadLimits.standard()).read(List.of(read));
        SigningTime unknown = new SigningTime(
                Optional.empty(), Optional.empty(), Optional.empty(), new org.estampille.validate.TrustBasis.Nobody());
        ValidatedManifest active =
                new ValidatedManifest(store.active().orElseThrow(), List.of(findings), Optional.empty(), unknown);
        return text(
                Optional.of(new ValidationResult(store, active, List.of(), ValidationState.INVALID, Optional.empty())),
                List.of());
    }

    private static String text(Optional<ValidationResult> validation, List<Finding> storeFindings) {
        VerificationReport report = new VerificationReport(
                "a.jpg",
                Optional.of("image/jpeg"),
                1,
                VerificationReport.State.INVALID,
                VerificationReport.Source.EMBEDDED,
                validation,
                storeFindings,
                ContentDisclosure.nothing(),
                List.of(),
                Optional.empty(),
                AT);
        return new CrJson("1.2.3", ReadLimits.standard()).document(report);
    }

    private static CborValue claim() {
        CborValue reference = CborValue.map()
                .put("url", "self#jumbf=c2pa.assertions/c2pa.actions.v2")
                .put("hash", Octets.of(1, 2))
                .put("pad", Octets.empty())
                .build();
        CborValue generator = CborValue.map()
                .put("name", "Example")
                .put("specVersion", "2.4.0")
                .build();
        return CborValue.map()
                .put("instanceID", "xmp:iid:1")
                .put("claim_generator_info", generator)
                .put("signature", "self#jumbf=c2pa.signature")
                .put("created_assertions", CborValue.array(List.of(reference)))
                .put("_private", 1)
                .build();
    }

    private void manifest(String label, JumbfType type, CborValue claim, SuperBox... assertions) {
        SuperBox claimBox = box(JumbfType.CLAIM, "c2pa.claim.v2", ContentBox.of("cbor", CborWriter.write(claim)));
        manifests.add(box(type, label, box(JumbfType.ASSERTION_STORE, "c2pa.assertions", assertions), claimBox));
    }

    private static SuperBox cbor(String label, CborValue content) {
        return box(JumbfType.CBOR, label, ContentBox.of("cbor", CborWriter.write(content)));
    }

    private static SuperBox box(JumbfType type, String label, JumbfBox... children) {
        return SuperBox.of(DescriptionBox.of(type, label, Optional.empty()), List.of(children));
    }
}
