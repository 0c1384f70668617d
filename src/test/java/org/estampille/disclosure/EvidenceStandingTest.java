package org.estampille.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.DeclarationOutcome;
import org.estampille.declaration.DeclarationReader;
import org.estampille.declaration.OutputRights;
import org.estampille.terms.EvidenceFolder;
import org.estampille.terms.TermsState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every state of evidence that a verification can find without a network. */
class EvidenceStandingTest {

    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final String CLEAN = """
            title: t
            uses:
              - extent: generated
                tool: {name: a}
                generatedAt: 2026-10-02
                evidence:
                  - kind: vendor
                    effectiveFrom: 2026-09-01
                    rawSha256: 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
                    archiveRef: terms/a.html
                review: {recheckBy: 2027-01-01, conflictsResolved: true}
            """;

    @TempDir
    Path folder;

    private static OutputRights rights(String yaml) {
        DeclarationOutcome outcome = DeclarationReader.read(yaml, "a.yaml");
        AiUse use = ((DeclarationOutcome.Declared) outcome).declaration().uses().get(0);
        return new OutputRights(List.of(), use.tool(), use.generatedAt(), List.of(), use.terms());
    }

    private EvidenceFolder archive(String text) throws IOException {
        Files.createDirectories(folder.resolve("terms"));
        Files.writeString(folder.resolve("terms/a.html"), text);
        return EvidenceFolder.of(folder);
    }

    private void assertState(String from, String to, TermsState state) throws IOException {
        assertThat(EvidenceStanding.of(rights(CLEAN.replace(from, to)), archive("foo"), AT))
                .contains(state);
    }

    @Test
    void a_text_in_force_at_hand_and_checked_in_time_is_current() throws IOException {
        assertState("", "", TermsState.CURRENT);
    }

    @Test
    void a_recheck_that_is_overdue_makes_it_stale() throws IOException {
        assertState("recheckBy: 2027-01-01", "recheckBy: 2026-11-01", TermsState.STALE);
    }

    @Test
    void newer_terms_supersede_it() throws IOException {
        assertState("    review:", "    changes: [{retroactive: no}]\n    review:", TermsState.SUPERSEDED);
    }

    @Test
    void output_made_before_the_terms_is_out_of_their_window() throws IOException {
        assertState("generatedAt: 2026-10-02", "generatedAt: 2026-08-02", TermsState.OUT_OF_WINDOW);
    }

    @Test
    void open_contradictions_are_a_conflict() throws IOException {
        assertState("conflictsResolved: true", "conflictsResolved: false", TermsState.CONFLICT);
    }

    @Test
    void other_octets_in_its_place_are_tampering_and_no_octets_are_missing() throws IOException {
        assertThat(EvidenceStanding.of(rights(CLEAN), archive("bar"), AT)).contains(TermsState.TAMPERED);
        Files.delete(folder.resolve("terms/a.html"));
        assertThat(EvidenceStanding.of(rights(CLEAN), EvidenceFolder.of(folder), AT))
                .contains(TermsState.ARCHIVE_MISSING);
    }

    @Test
    void without_a_folder_the_archive_is_missing_only_where_nothing_weightier_is_known() {
        assertThat(EvidenceStanding.of(rights(CLEAN), EvidenceFolder.notGiven(), AT))
                .contains(TermsState.ARCHIVE_MISSING);
        String late = CLEAN.replace("recheckBy: 2027-01-01", "recheckBy: 2026-11-01");
        assertThat(EvidenceStanding.of(rights(late), EvidenceFolder.notGiven(), AT))
                .contains(TermsState.STALE);
    }

    @Test
    void a_statement_without_evidence_has_no_state() {
        String bare = "title: t\nuses: [{extent: generated, tool: {name: a}}]\n";
        assertThat(EvidenceStanding.of(rights(bare), EvidenceFolder.notGiven(), AT))
                .isEmpty();
    }
}
