package org.estampille.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.estampille.terms.TermsStanding.Generated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state of evidence at a date, as a table. */
final class TermsStandingTest {

    @ParameterizedTest(name = "{0}: {9}")
    @CsvSource(
            nullValues = "-",
            value = {
                // case, from, to, generated, recheckBy, archived, live, newer, resolved, state on 2026-11-23
                "text at hand and re-check ahead,         2026-01-01, -, 2026-06-01, 2027-01-01, MATCHES, NOT_ASKED, false, true,  current",
                "live text the same,                   2026-01-01, -, 2026-06-01, 2027-01-01, MATCHES, SAME,      false, true,  current",
                "re-check due today,                   2026-01-01, -, 2026-06-01, 2026-11-23, MATCHES, NOT_ASKED, false, true,  current",
                "no archive but live text the same,    2026-01-01, -, 2026-06-01, 2027-01-01, MISSING, SAME,      false, true,  current",
                "window open on both ends,             -,          -, 2020-06-01, 2027-01-01, MATCHES, NOT_ASKED, false, true,  current",
                "no output to judge,                   2026-01-01, -, -,          2027-01-01, MATCHES, NOT_ASKED, false, true,  current",
                "re-check was due yesterday,           2026-01-01, -, 2026-06-01, 2026-11-22, MATCHES, NOT_ASKED, false, true,  stale",
                "re-check overdue and address gone,    2026-01-01, -, 2026-06-01, 2026-11-22, MATCHES, GONE,      false, true,  stale",
                "no re-check date,                     2026-01-01, -, 2026-06-01, -,          MATCHES, SAME,      false, true,  stale",
                "newer terms noticed,                  2026-01-01, -, 2026-06-01, 2027-01-01, MATCHES, NOT_ASKED, true,  true,  superseded",
                "newer terms found at the address,     2026-01-01, -, 2026-06-01, 2027-01-01, MATCHES, CHANGED,   false, true,  superseded",
                "replaced and overdue,                 2026-01-01, 2026-07-01, 2026-06-01, 2026-08-01, MATCHES, NOT_ASKED, true, true, superseded",
                "replaced without an output to judge,  2026-01-01, 2026-07-01, -, 2027-01-01, MATCHES, NOT_ASKED, true,  true,  superseded",
                "made before the terms,                2026-06-02, -, 2026-06-01, 2027-01-01, MATCHES, NOT_ASKED, false, true,  out-of-window",
                "made after the terms,                 2026-01-01, 2026-05-31, 2026-06-01, 2027-01-01, MATCHES, NOT_ASKED, true, true, out-of-window",
                "terms not yet in force,               2026-12-01, -, -, 2027-03-01, MATCHES, NOT_ASKED, false, true,  out-of-window",
                "terms ended and nothing follows,      2026-01-01, 2026-05-31, -, 2027-01-01, MATCHES, NOT_ASKED, false, true, out-of-window",
                "address gone and text at hand,        2026-01-01, -, 2026-06-01, 2027-01-01, MATCHES, GONE,      false, true,  unreachable",
                "only a digest,                        2026-01-01, -, 2026-06-01, 2027-01-01, MISSING, NOT_ASKED, false, true,  archive-missing",
                "only a digest and address gone,       2026-01-01, -, 2026-06-01, 2027-01-01, MISSING, GONE,      false, true,  archive-missing",
                "only a digest and a newer text,       2026-01-01, -, 2026-06-01, 2027-01-01, MISSING, CHANGED,   true,  true,  archive-missing",
                "text does not match,                  2026-01-01, -, 2026-06-01, 2027-01-01, DIFFERS, SAME,      false, true,  tampered",
                "text does not match and all else too, 2026-06-02, -, 2026-06-01, 2026-01-01, DIFFERS, GONE,      true,  false, tampered",
                "contradictions left open,             2026-01-01, -, 2026-06-01, 2027-01-01, MATCHES, NOT_ASKED, false, false, conflict",
                "contradictions and out of window,     2026-06-02, -, 2026-06-01, 2027-01-01, MISSING, NOT_ASKED, true,  false, conflict"
            })
    void evidence_has_the_state_the_table_says(
            String what,
            LocalDate from,
            LocalDate to,
            LocalDate generated,
            LocalDate recheckBy,
            ArchivedText archived,
            LiveText live,
            boolean newer,
            boolean resolved,
            String state) {
        TermsStanding standing = new TermsStanding(
                new EffectiveWindow(Optional.ofNullable(from), Optional.ofNullable(to)),
                Optional.ofNullable(generated).map(day -> Generated.at(Instant.parse(day + "T12:00:00Z"))),
                Optional.ofNullable(recheckBy),
                archived,
                live,
                newer,
                resolved);
        assertThat(standing.state(Instant.parse("2026-11-23T08:00:00Z")).wireName())
                .as(what)
                .isEqualTo(state);
    }

    @Test
    void an_output_made_while_the_terms_changed_is_not_covered_by_one_of_them() {
        TermsStanding standing = new TermsStanding(
                new EffectiveWindow(
                        Optional.of(LocalDate.parse("2026-01-01")), Optional.of(LocalDate.parse("2026-05-31"))),
                Optional.of(
                        new Generated(Instant.parse("2026-05-30T00:00:00Z"), Instant.parse("2026-06-02T00:00:00Z"))),
                Optional.of(LocalDate.parse("2027-01-01")),
                ArchivedText.MATCHES,
                LiveText.NOT_ASKED,
                false,
                true);
        assertThat(standing.state(LocalDate.parse("2026-11-23"))).isEqualTo(TermsState.OUT_OF_WINDOW);
    }

    @Test
    void wire_names_are_stable_and_read_back() {
        assertThat(TermsState.values())
                .extracting(TermsState::wireName)
                .containsExactly(
                        "current",
                        "stale",
                        "superseded",
                        "out-of-window",
                        "unreachable",
                        "archive-missing",
                        "tampered",
                        "conflict");
        for (TermsState state : TermsState.values()) {
            assertThat(TermsState.ofWireName(state.wireName())).contains(state);
        }
        assertThat(TermsState.ofWireName("fine")).isEmpty();
    }
}
