package org.estampille.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.estampille.validate.UnsignedStores.assertion;
import static org.estampille.validate.UnsignedStores.manifest;
import static org.estampille.validate.UnsignedStores.parent;
import static org.estampille.validate.UnsignedStores.redacted;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.RedactedAssertion;
import org.estampille.manifest.UnknownAssertion;
import org.junit.jupiter.api.Test;

/** One manifest with a note, and another made from it that redacts the note. */
class RedactionRulesTest {

    private static final String OLD = "urn:c2pa:old";
    private static final String NEW = "urn:c2pa:new";
    private static final String NOTE_URI = "self#jumbf=/c2pa/urn:c2pa:old/c2pa.assertions/org.example.note";
    private static final SuperBox NOTE =
            assertion("org.example.note", CborValue.map().put("text", "private").build());
    private static final SuperBox ZEROS = redacted("org.example.note", Octets.zeros(8));

    private static SuperBox old(SuperBox... stored) {
        return manifest(JumbfType.STANDARD_MANIFEST, OLD, List.of(NOTE), List.of(stored), List.of());
    }

    private static SuperBox redactor(SuperBox parent, String... uris) {
        SuperBox ingredient = parent(parent);
        return manifest(JumbfType.STANDARD_MANIFEST, NEW, List.of(ingredient), List.of(ingredient), List.of(uris));
    }

    private static Set<StatusCode> codes(ManifestStore store, String label) throws LimitExceededException {
        ManifestStore read = RedactionRules.withoutPlanted(store);
        Manifest manifest = read.find(label).orElseThrow();
        return new ManifestValidator(UnsignedStores.CONTEXT, read, new Work(UnsignedStores.CONTEXT.limits()))
                .validate(manifest).findings().stream().map(Finding::code).collect(Collectors.toSet());
    }

    private static ManifestStore redacting(SuperBox old, String... uris) throws LimitExceededException {
        return UnsignedStores.store(old, redactor(old, uris));
    }

    @Test
    void a_redacted_assertion_is_a_box_of_zeros_or_gone() throws LimitExceededException {
        for (SuperBox old : List.of(old(ZEROS), old())) {
            ManifestStore store = redacting(old, NOTE_URI);
            assertThat(codes(store, NEW)).doesNotContain(StatusCode.ASSERTION_NOT_REDACTED);
            assertThat(codes(store, OLD))
                    .doesNotContain(
                            StatusCode.ASSERTION_MISSING,
                            StatusCode.ASSERTION_UNDECLARED,
                            StatusCode.ASSERTION_HASHED_URI_MISMATCH);
        }
    }

    @Test
    void what_is_listed_as_redacted_and_still_there_is_told_of() throws LimitExceededException {
        assertThat(codes(redacting(old(NOTE), NOTE_URI), NEW)).contains(StatusCode.ASSERTION_NOT_REDACTED);
    }

    @Test
    void content_planted_in_a_redacted_slot_is_told_of_and_not_read() throws LimitExceededException {
        SuperBox forged = assertion(
                "org.example.note", CborValue.map().put("text", "forged").build());
        SuperBox uuid = redacted("org.example.note", Octets.ofAscii("planted!"));
        SuperBox beside = UnsignedStores.box(
                JumbfType.UUID,
                "org.example.note",
                List.of(ZEROS.children().get(0), ContentBox.of("cbor", Octets.ofHex("a0"))));
        for (SuperBox planted : List.of(forged, uuid, beside)) {
            ManifestStore store = redacting(old(planted), NOTE_URI);
            assertThat(codes(store, NEW)).contains(StatusCode.ASSERTION_NOT_REDACTED);
            Assertion shown = RedactionRules.withoutPlanted(store)
                    .find(OLD)
                    .orElseThrow()
                    .assertions()
                    .get(0);
            assertThat(shown).isInstanceOf(UnknownAssertion.class);
        }
    }

    @Test
    void nobody_redacts_his_own_assertions() throws LimitExceededException {
        SuperBox self = manifest(JumbfType.STANDARD_MANIFEST, OLD, List.of(NOTE), List.of(), List.of(NOTE_URI));
        assertThat(codes(UnsignedStores.store(self), OLD))
                .contains(StatusCode.ASSERTION_SELF_REDACTED, StatusCode.ASSERTION_MISSING);
    }

    @Test
    void a_manifest_that_nobody_refers_to_redacts_nothing() throws LimitExceededException {
        ManifestStore store = UnsignedStores.store(redactor(old(), NOTE_URI), old());
        assertThat(store.active().map(Manifest::label)).contains(OLD);
        assertThat(RedactionRules.collect(store)).isEmpty();
        assertThat(codes(store, OLD)).contains(StatusCode.ASSERTION_MISSING);
    }

    @Test
    void nobody_redacts_above_himself() throws LimitExceededException {
        SuperBox below = manifest(JumbfType.STANDARD_MANIFEST, NEW, List.of(), List.of(), List.of(NOTE_URI));
        SuperBox ingredient = parent(below);
        SuperBox active =
                manifest(JumbfType.STANDARD_MANIFEST, OLD, List.of(NOTE, ingredient), List.of(ingredient), List.of());
        assertThat(codes(UnsignedStores.store(below, active), OLD)).contains(StatusCode.ASSERTION_MISSING);
    }

    @Test
    void actions_and_hard_bindings_are_never_redacted() throws LimitExceededException {
        String base = "self#jumbf=/c2pa/urn:c2pa:old/c2pa.assertions/";
        assertThat(codes(redacting(old(), base + "c2pa.actions.v2"), NEW))
                .contains(StatusCode.ASSERTION_ACTION_REDACTED);
        assertThat(codes(redacting(old(), base + "c2pa.hash.data"), NEW))
                .contains(StatusCode.ASSERTION_HARD_BINDING_REDACTED);
        SuperBox actions = assertion("c2pa.actions.v2", CborValue.map().build());
        SuperBox hash = assertion("c2pa.hash.boxes", CborValue.map().build());
        SuperBox old = manifest(JumbfType.STANDARD_MANIFEST, OLD, List.of(actions, hash), List.of(), List.of());
        assertThat(codes(redacting(old, base + "c2pa.actions.v2", base + "c2pa.hash.boxes"), OLD))
                .contains(StatusCode.ASSERTION_ACTION_REDACTED, StatusCode.ASSERTION_HARD_BINDING_REDACTED);
    }

    @Test
    void a_box_of_zeros_reads_as_redacted() throws LimitExceededException {
        ManifestStore store = redacting(old(ZEROS), NOTE_URI);
        assertThat(store.find(OLD).orElseThrow().assertions()).hasOnlyElementsOfType(RedactedAssertion.class);
    }
}
