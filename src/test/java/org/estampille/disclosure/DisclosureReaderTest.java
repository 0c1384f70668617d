package org.estampille.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.terms.EvidenceFolder;
import org.estampille.validate.ValidatedManifests;
import org.estampille.validate.ValidationState;
import org.junit.jupiter.api.Test;

class DisclosureReaderTest {

    private static final Instant AT = Instant.parse("2026-11-22T00:00:00Z");
    private static final String IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    private final List<SuperBox> assertions = new ArrayList<>();
    private final List<CborValue> entries = new ArrayList<>();

    private static SuperBox box(JumbfType type, String label, List<? extends JumbfBox> children) {
        return SuperBox.of(DescriptionBox.of(type, label, Optional.empty()), children);
    }

    private void listed(String label, CborValue content) {
        unlisted(label, content);
        entries.add(CborValue.map()
                .put("url", "self#jumbf=c2pa.assertions/" + label)
                .put("hash", Octets.zeros(32))
                .build());
    }

    private void unlisted(String label, CborValue content) {
        assertions.add(box(JumbfType.CBOR, label, List.of(ContentBox.of("cbor", CborWriter.write(content)))));
    }

    private static CborValue actions(String... namesAndTypes) {
        List<CborValue> items = new ArrayList<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            items.add(CborValue.map()
                    .put("action", namesAndTypes[i])
                    .put("digitalSourceType", IPTC + namesAndTypes[i + 1])
                    .build());
        }
        return CborValue.map().put("actions", CborValue.array(items)).build();
    }

    private ContentDisclosure read(ValidationState state) throws LimitExceededException {
        CborValue claim = CborValue.map()
                .put("instanceID", "xmp:iid:1")
                .put("signature", "self#jumbf=c2pa.signature")
                .put("created_assertions", CborValue.array(entries))
                .put("claim_generator_info", CborValue.map().put("name", "test").build())
                .build();
        SuperBox manifest = box(
                JumbfType.STANDARD_MANIFEST,
                "urn:c2pa:a",
                List.of(
                        box(JumbfType.ASSERTION_STORE, "c2pa.assertions", assertions),
                        box(
                                JumbfType.CLAIM,
                                "c2pa.claim.v2",
                                List.of(ContentBox.of("cbor", CborWriter.write(claim))))));
        ManifestStore store = new ManifestStoreReader(ReadLimits.standard())
                .read(List.of(box(JumbfType.MANIFEST_STORE, "c2pa", List.of(manifest))));
        Manifest active = store.active().orElseThrow();
        return DisclosureReader.read(
                ValidatedManifests.result(store, active, state),
                new RightsBasis(AT, EvidenceFolder.notGiven(), DecodedRights.bounded(8)));
    }

    @Test
    void the_strongest_statement_decides() throws LimitExceededException {
        listed(
                "c2pa.actions.v2",
                actions("c2pa.created", "digitalCapture", "c2pa.edited", "compositeWithTrainedAlgorithmicMedia"));
        ContentDisclosure disclosure = read(ValidationState.VALID);
        assertThat(disclosure.involvement()).isEqualTo(Involvement.MODIFIED);
        assertThat(disclosure.contradictions()).isEmpty();
    }

    @Test
    void a_part_that_was_generated_makes_no_generated_whole() throws LimitExceededException {
        listed(
                "c2pa.actions.v2",
                actions(
                        "c2pa.created",
                        "compositeWithTrainedAlgorithmicMedia",
                        "c2pa.edited",
                        "trainedAlgorithmicMedia"));
        ContentDisclosure disclosure = read(ValidationState.VALID);
        assertThat(disclosure.involvement()).isEqualTo(Involvement.MODIFIED);
        assertThat(disclosure.derivation().derived()).isEqualTo(DerivedClass.PARTLY_GENERATED);
        assertThat(disclosure.statements())
                .extracting(AiStatement::involvement)
                .containsExactly(Involvement.MODIFIED, Involvement.GENERATED);
    }

    @Test
    void an_edit_that_generated_says_nothing_of_the_whole() throws LimitExceededException {
        listed("c2pa.actions.v2", actions("c2pa.edited", "trainedAlgorithmicMedia"));
        assertThat(read(ValidationState.VALID).involvement()).isEqualTo(Involvement.MODIFIED);
    }

    @Test
    void a_creation_that_names_seconds_of_the_file_is_none_of_the_whole() throws LimitExceededException {
        CborValue created = CborValue.map()
                .put("action", "c2pa.created")
                .put("digitalSourceType", IPTC + "trainedAlgorithmicMedia")
                .put("changes", CborValue.array(List.of(CborValue.map().build())))
                .build();
        listed(
                "c2pa.actions.v2",
                CborValue.map()
                        .put("actions", CborValue.array(List.of(created)))
                        .build());
        assertThat(read(ValidationState.VALID).involvement()).isEqualTo(Involvement.MODIFIED);
    }

    @Test
    void what_was_generated_and_then_worked_on_with_ai_is_generated() throws LimitExceededException {
        listed(
                "c2pa.actions.v2",
                actions("c2pa.created", "trainedAlgorithmicMedia", "c2pa.edited", "trainedAlgorithmicMedia"));
        ContentDisclosure disclosure = read(ValidationState.VALID);
        assertThat(disclosure.involvement()).isEqualTo(Involvement.GENERATED);
        assertThat(disclosure.derivation().derived()).isEqualTo(DerivedClass.ALL_GENERATED);
    }

    @Test
    void a_capture_declares_no_ai() throws LimitExceededException {
        listed("c2pa.actions.v2", actions("c2pa.created", "digitalCapture"));
        assertThat(read(ValidationState.TRUSTED).involvement()).isEqualTo(Involvement.NONE_DECLARED);
    }

    @Test
    void what_may_or_may_not_be_ai_is_unknown() throws LimitExceededException {
        listed("c2pa.actions.v2", actions("c2pa.created", "composite"));
        assertThat(read(ValidationState.VALID).involvement()).isEqualTo(Involvement.UNKNOWN);
    }

    @Test
    void a_manifest_that_does_not_hold_decides_nothing() throws LimitExceededException {
        listed("c2pa.actions.v2", actions("c2pa.created", "trainedAlgorithmicMedia"));
        ContentDisclosure disclosure = read(ValidationState.INVALID);
        assertThat(disclosure.involvement()).isEqualTo(Involvement.UNKNOWN);
        assertThat(disclosure.statements())
                .singleElement()
                .satisfies(statement -> assertThat(statement.strength()).isEqualTo(AiStatement.Strength.UNVERIFIED));
    }

    @Test
    void an_assertion_the_claim_does_not_list_is_not_read() throws LimitExceededException {
        listed("c2pa.actions.v2", actions("c2pa.created", "digitalCapture"));
        unlisted("c2pa.actions.v2__1", actions("c2pa.edited", "trainedAlgorithmicMedia"));
        assertThat(read(ValidationState.VALID).statements()).hasSize(1);
    }

    @Test
    void metadata_that_denies_what_the_actions_say_is_a_contradiction() throws LimitExceededException {
        listed("c2pa.actions.v2", actions("c2pa.created", "trainedAlgorithmicMedia"));
        listed(
                "cawg.metadata",
                CborValue.map()
                        .put("Iptc4xmpExt:DigitalSourceType", IPTC + "digitalCapture")
                        .build());
        ContentDisclosure disclosure = read(ValidationState.VALID);
        assertThat(disclosure.involvement()).isEqualTo(Involvement.GENERATED);
        assertThat(disclosure.contradictions()).hasSize(1);
        assertThat(disclosure.asksForReview()).isTrue();
    }

    @Test
    void a_disclosed_model_beside_a_plain_capture_is_a_contradiction() throws LimitExceededException {
        listed("c2pa.actions.v2", actions("c2pa.created", "digitalCapture"));
        listed(
                "c2pa.ai-disclosure",
                CborValue.map().put("modelType", "c2pa.types.model").build());
        assertThat(read(ValidationState.VALID).contradictions()).hasSize(1);
    }

    @Test
    void rights_nobody_declared_read_as_unknown_and_old_checks_as_stale() throws LimitExceededException {
        listed("org.estampille.output-rights", CborValue.map().build());
        CborValue review = CborValue.map().put("recheckBy", "2026-01-01").build();
        CborValue evidence =
                CborValue.map().put("url", "https://example.com/terms").build();
        listed(
                "org.estampille.output-rights__1",
                CborValue.map()
                        .put("tool", CborValue.map().put("name", "Maker").build())
                        .put("evidence", CborValue.array(List.of(evidence)))
                        .put("review", review)
                        .build());
        ContentDisclosure disclosure = read(ValidationState.VALID);
        assertThat(disclosure.rights()).extracting(RightsLine::status).containsExactly("unknown", "unknown");
        assertThat(disclosure.rights()).extracting(RightsLine::state).containsExactly("unknown", "stale");
        assertThat(disclosure.asksForReview()).isTrue();
    }
}
