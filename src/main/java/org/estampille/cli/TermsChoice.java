package org.estampille.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.estampille.declaration.Moment;
import org.estampille.terms.TermsCatalogue;
import org.estampille.terms.TermsRow;

/** Finds the row of the catalogue that a new declaration is about, and says what came of it. */
final class TermsChoice {

    private static final int MOST_NEAR = 6;

    private final NewDeclarationOptions answers;
    private final TermsCatalogue catalogue;
    private final Surroundings surroundings;

    TermsChoice(NewDeclarationOptions answers, TermsCatalogue catalogue, Surroundings surroundings) {
        this.answers = answers;
        this.catalogue = catalogue;
        this.surroundings = surroundings;
    }

    /** The row that was named, or the only one of the tool and plan; empty where there is none or a choice is to be made. */
    Optional<CataloguedTerms> chosen() throws CommandFailure, IOException {
        Optional<TermsRow> row = answers.terms.isPresent() ? Optional.of(named(answers.terms.get())) : only();
        if (row.isEmpty()) {
            return Optional.empty();
        }
        CataloguedTerms terms = CataloguedTerms.of(row.get(), answers.plan, answers.catalogue.captures(surroundings));
        tell("terms of row " + row.get().id()
                + terms.capture().map(text -> " and capture " + text.id()).orElse("")
                + (terms.isFirstHand()
                        ? "; a reviewer has to conclude before a gate accepts them"
                        : "; nobody read the clause first-hand (grade "
                                + row.get().evidence().grade().word()
                                + "), so no gate accepts them: read the vendor's text, then estampille terms capture"));
        return Optional.of(terms);
    }

    /** The terms of one tool say nothing of another, whatever somebody typed. */
    private TermsRow named(String id) throws CommandFailure {
        TermsRow row = catalogue
                .row(id)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "--terms " + id + ": no row of the catalogue has this id; see estampille terms list."));
        Optional<String> other = answers.tool.filter(tool -> !TermsCatalogue.isAbout(row, tool));
        if (other.isPresent()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--terms " + id + " is about " + row.tool() + " of " + row.vendor() + ", not about --tool "
                            + other.get() + "; name a row of that tool, or leave one of the two out.");
        }
        return row;
    }

    private Optional<TermsRow> only() {
        if (answers.tool.isEmpty()) {
            return Optional.empty();
        }
        List<TermsRow> similar = catalogue.find(answers.tool.get(), Optional.empty(), day()).stream()
                .filter(row -> CataloguedTerms.same(row.tool(), answers.tool.get()))
                .filter(row -> answers.plan.isEmpty() || isFor(row, answers.plan.get()))
                .toList();
        List<TermsRow> exact = similar.stream()
                .filter(row -> answers.plan
                        .filter(plan -> CataloguedTerms.same(row.plan(), plan))
                        .isPresent())
                .toList();
        List<TermsRow> rows = exact.isEmpty() ? similar : exact;
        if (rows.size() > 1) {
            tell("no terms are filled in: several rows of the catalogue fit; choose one with --terms: "
                    + rows.stream().map(TermsRow::id).collect(Collectors.joining(", ")));
        }
        if (rows.isEmpty()) {
            tellNear(answers.tool.get());
        }
        return rows.size() == 1 ? Optional.of(rows.get(0)) : Optional.empty();
    }

    /** A name that is nearly right must not look as if nothing were known. */
    private void tellNear(String tool) {
        List<TermsRow> near = catalogue.find(tool, Optional.empty(), day());
        if (!near.isEmpty()) {
            tell("no terms are filled in: no row of the catalogue fits exactly; near it, for --terms: "
                    + near.stream()
                            .limit(MOST_NEAR)
                            .map(row -> row.id() + " (" + row.tool() + "; " + row.plan() + ")")
                            .collect(Collectors.joining(", "))
                    + (near.size() > MOST_NEAR ? " and " + (near.size() - MOST_NEAR) + " more" : ""));
        }
    }

    private static boolean isFor(TermsRow row, String plan) {
        String name = row.plan().toLowerCase(Locale.ROOT);
        return name.equals(CataloguedTerms.ANY_PLAN)
                || name.contains(plan.strip().toLowerCase(Locale.ROOT));
    }

    /** The day on which the output was made, otherwise today. */
    private LocalDate day() {
        return LocalDate.ofInstant(
                answers.generatedOn.flatMap(Moment::of).map(Moment::earliest).orElseGet(surroundings.clock()::instant),
                ZoneOffset.UTC);
    }

    private void tell(String sentence) {
        surroundings.err().println(org.estampille.report.SafeText.line(sentence + "."));
    }
}
