package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.declaration.OutputRights;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.Involvement;
import org.estampille.disclosure.RightsRecord;
import org.estampille.disclosure.RightsTrail;
import org.estampille.disclosure.TrailManifest;
import org.estampille.disclosure.TrailManifest.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate asks of the files that went into a file: R-EV-01 and R-CH-03. */
class IngredientRulesTest {

    private static final OutputRights.AppliesTo BY_ACTION = part(Optional.of(0L), Optional.empty());

    @TempDir
    Path folder;

    private static OutputRights.AppliesTo part(Optional<Long> action, Optional<String> ingredient) {
        return new OutputRights.AppliesTo(action, ingredient, Optional.empty(), Optional.empty());
    }

    private static AiStatement generated(String where) {
        return new AiStatement(
                where,
                AiStatement.Kind.ACTION,
                "trainedAlgorithmicMedia",
                Involvement.GENERATED,
                AiStatement.Strength.SIGNER,
                Optional.empty());
    }

    private RightsRecord record(String where, OutputRights.AppliesTo... parts) throws IOException {
        RightsRecord clean =
                Situation.of("", folder).trail().manifests().get(0).records().get(0);
        OutputRights rights = clean.rights();
        return new RightsRecord(
                where,
                new OutputRights(List.of(parts), rights.tool(), rights.generatedAt(), rights.people(), rights.terms()),
                clean.strength(),
                clean.state(),
                clean.recheckBy());
    }

    private static TrailManifest manifest(
            String label, Place place, String owner, List<AiStatement> statements, List<RightsRecord> records) {
        boolean active = place == Place.ACTIVE;
        return new TrailManifest(
                label,
                place,
                active ? Optional.empty() : Optional.of(owner),
                active ? Optional.empty() : Optional.of("c2pa.ingredient.v3"),
                Optional.empty(),
                true,
                Optional.of(Situation.AT),
                statements,
                records,
                Optional.empty(),
                false,
                List.of());
    }

    private static TrailManifest replaced(TrailManifest one, String by) {
        return new TrailManifest(
                one.label(),
                one.place(),
                one.owner(),
                one.ingredient(),
                Optional.of(by),
                one.holds(),
                one.stampedAt(),
                one.statements(),
                List.of(),
                Optional.empty(),
                one.keptSources(),
                one.unrecordedInputs());
    }

    private static TrailManifest fedWith(TrailManifest one, String input) {
        return new TrailManifest(
                one.label(),
                one.place(),
                one.owner(),
                one.ingredient(),
                one.supersededBy(),
                one.holds(),
                one.stampedAt(),
                one.statements(),
                one.records(),
                one.declaration(),
                one.keptSources(),
                List.of(input));
    }

    private Outcome outcome(String rule, String changes, TrailManifest... manifests) throws IOException {
        Dossier clean = Situation.of(changes, folder);
        Dossier dossier = new Dossier(
                clean.integrity(),
                clean.signerTrusted(),
                clean.disclosure(),
                new RightsTrail(List.of(manifests)),
                clean.release(),
                clean.evidence(),
                clean.identified(),
                clean.at());
        List<RuleResult> results = RightsProfile.THEATRICAL.judge(dossier).rules().stream()
                .filter(result -> result.id().equals(rule))
                .toList();
        assertThat(results).hasSize(1);
        return results.get(0).outcome();
    }

    private Outcome coverage(TrailManifest... manifests) throws IOException {
        return outcome("R-EV-01", "", manifests);
    }

    @Test
    void every_generative_action_needs_a_statement_once_statements_name_actions() throws IOException {
        AiStatement inception = generated("a/c2pa.actions.v2/actions/0");
        AiStatement later = generated("a/c2pa.actions.v2/actions/1");
        RightsRecord first = record("a/r0", part(Optional.of(1L), Optional.empty()));
        assertThat(coverage(manifest("a", Place.ACTIVE, "", List.of(inception, later), List.of(first))))
                .isEqualTo(Outcome.PASS);
        AiStatement third = generated("a/c2pa.actions.v2/actions/2");
        assertThat(coverage(manifest("a", Place.ACTIVE, "", List.of(inception, later, third), List.of(first))))
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_generated_component_without_a_statement_fails_unless_one_above_names_it() throws IOException {
        TrailManifest component =
                manifest("b", Place.COMPONENT, "a", List.of(generated("b/c2pa.actions.v2/actions/0")), List.of());
        assertThat(coverage(manifest("a", Place.ACTIVE, "", List.of(), List.of()), component))
                .isEqualTo(Outcome.FAIL);
        RightsRecord named = record("a/r0", part(Optional.empty(), Optional.of("c2pa.ingredient.v3")));
        assertThat(coverage(manifest("a", Place.ACTIVE, "", List.of(), List.of(named)), component))
                .isEqualTo(Outcome.PASS);
        RightsRecord other = record("a/r0", part(Optional.empty(), Optional.of("c2pa.ingredient.v3__1")));
        assertThat(coverage(manifest("a", Place.ACTIVE, "", List.of(), List.of(other)), component))
                .isEqualTo(Outcome.INDETERMINATE);
    }

    @Test
    void a_statement_on_the_whole_of_a_generative_action_covers_what_went_into_it() throws IOException {
        TrailManifest component =
                manifest("b", Place.COMPONENT, "a", List.of(generated("b/c2pa.actions.v2/actions/0")), List.of());
        List<AiStatement> own = List.of(generated("a/c2pa.actions.v2/actions/0"));
        assertThat(coverage(manifest("a", Place.ACTIVE, "", own, List.of(record("a/r0", BY_ACTION))), component))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void a_component_with_statements_of_its_own_speaks_for_itself_and_for_what_is_below_it() throws IOException {
        TrailManifest own = manifest(
                "b",
                Place.COMPONENT,
                "a",
                List.of(generated("b/c2pa.actions.v2/actions/0")),
                List.of(record("b/r0", BY_ACTION)));
        TrailManifest below =
                manifest("c", Place.PARENT, "b", List.of(generated("c/c2pa.actions.v2/actions/0")), List.of());
        TrailManifest active = manifest("a", Place.ACTIVE, "", List.of(), List.of());
        assertThat(coverage(active, own)).isEqualTo(Outcome.PASS);
        assertThat(coverage(active, own, below)).isEqualTo(Outcome.PASS);
        TrailManifest silent =
                manifest("b", Place.COMPONENT, "a", List.of(generated("b/c2pa.actions.v2/actions/0")), List.of());
        assertThat(coverage(active, silent, below)).isEqualTo(Outcome.FAIL);
    }

    @Test
    void what_was_only_fed_into_a_tool_needs_no_statement_on_output() throws IOException {
        TrailManifest input =
                manifest("b", Place.INPUT, "a", List.of(generated("b/c2pa.actions.v2/actions/0")), List.of());
        assertThat(coverage(
                        manifest(
                                "a",
                                Place.ACTIVE,
                                "",
                                List.of(generated("a/c2pa.actions.v2/actions/0")),
                                List.of(record("a/r0", BY_ACTION))),
                        input))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void a_newer_declaration_covers_the_actions_of_the_manifest_it_amends_by_number() throws IOException {
        List<AiStatement> actions =
                List.of(generated("b/c2pa.actions.v2/actions/1"), generated("b/c2pa.actions.v2/actions/2"));
        TrailManifest amended = replaced(manifest("b", Place.PARENT, "a", actions, List.of()), "a");
        OutputRights.AppliesTo whole = part(Optional.empty(), Optional.empty());
        List<RightsRecord> records = new ArrayList<>();
        assertThat(coverage(manifest("a", Place.ACTIVE, "", List.of(), records), amended))
                .isEqualTo(Outcome.FAIL);
        records.add(record("a/r0", whole));
        assertThat(coverage(manifest("a", Place.ACTIVE, "", List.of(), records), amended))
                .isEqualTo(Outcome.INDETERMINATE);
        records.add(record("a/r1", whole));
        assertThat(coverage(manifest("a", Place.ACTIVE, "", List.of(), records), amended))
                .isEqualTo(Outcome.PASS);
    }

    private TrailManifest active(String changes) throws IOException {
        return Situation.of(changes, folder).trail().manifests().get(0);
    }

    @Test
    void an_input_named_in_the_file_needs_a_record_of_rights() throws IOException {
        String none = "inputs:\\n      - {ref: stills, origin: own, rightsCleared: yes} => inputs: []";
        String silent = "inputs:\\n      - {ref: stills, origin: own, rightsCleared: yes} =>";
        assertThat(outcome("R-CH-03", none, active(none))).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(outcome("R-CH-03", none, fedWith(active(none), "photo.jpg"))).isEqualTo(Outcome.FAIL);
        assertThat(outcome("R-CH-03", silent, active(silent))).isEqualTo(Outcome.INDETERMINATE);
        assertThat(outcome("R-CH-03", silent, fedWith(active(silent), "photo.jpg")))
                .isEqualTo(Outcome.FAIL);
        assertThat(outcome("R-CH-03", "", fedWith(active(""), "photo.jpg"))).isEqualTo(Outcome.PASS);
    }

    @Test
    void an_input_with_a_manifest_brings_its_own_record_or_needs_one() throws IOException {
        String none = "inputs:\\n      - {ref: stills, origin: own, rightsCleared: yes} => inputs: []";
        TrailManifest bare = manifest("b", Place.INPUT, "a", List.of(), List.of());
        assertThat(outcome("R-CH-03", none, active(none), bare)).isEqualTo(Outcome.FAIL);
        TrailManifest elsewhere = manifest("b", Place.INPUT, "z", List.of(), List.of());
        assertThat(outcome("R-CH-03", none, active(none), elsewhere)).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(outcome("R-CH-03", "", active(""), bare)).isEqualTo(Outcome.PASS);
    }

    @Test
    void an_input_that_is_not_cleared_needs_a_reference() throws IOException {
        String open = ", rightsCleared: yes =>";
        assertThat(outcome("R-CH-03", open, active(open))).isEqualTo(Outcome.FAIL);
        String referred = ", rightsCleared: yes => , rightsRef: binder-3";
        assertThat(outcome("R-CH-03", referred, active(referred))).isEqualTo(Outcome.INDETERMINATE);
    }
}
