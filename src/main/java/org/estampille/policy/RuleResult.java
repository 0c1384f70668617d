package org.estampille.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.declaration.Evidence;

/**
 * What one rule came to.
 *
 * @param id such as {@code R-ST-01}
 * @param outcome what follows
 * @param reason key of the sentence that says why, such as {@code R-ST-01.violated}
 * @param details values that belong into that sentence, as found in the file
 * @param field what the rule looked at
 * @param evidence SHA-256 of the text it rests on
 * @param source where that text says it, as the statement on the tool's terms names it
 * @param tool the AI tool it is about, where it is about one
 * @param where reference of the statement it is about
 * @param words what it says, where the rule brings its own words
 * @param law whether the rule is one of the law
 * @param waiver of the house for this rule, in force or not any more
 * @param waived whether that waiver is in force
 */
public record RuleResult(
        String id,
        Outcome outcome,
        String reason,
        List<String> details,
        String field,
        Optional<String> evidence,
        Optional<Source> source,
        Optional<String> tool,
        Optional<String> where,
        Optional<RuleWords> words,
        boolean law,
        Optional<Waiver> waiver,
        boolean waived) {

    public RuleResult {
        details = List.copyOf(details);
    }

    /**
     * Where a text says something. Only what the statement names is there.
     *
     * @param clause such as {@code s.4.2}
     * @param version of the text, the vendor's own
     * @param address where it was found
     */
    public record Source(Optional<String> clause, Optional<String> version, Optional<String> address) {

        /** What a statement names; empty when that is neither a clause nor a version nor an address. */
        static Optional<Source> of(Evidence evidence) {
            Source source = new Source(evidence.clauseRef(), evidence.termsVersion(), evidence.url());
            return Stream.of(source.clause, source.version, source.address).anyMatch(Optional::isPresent)
                    ? Optional.of(source)
                    : Optional.empty();
        }
    }

    /** The result of a rule whose words stand in the bundles. */
    RuleResult(
            String id,
            Outcome outcome,
            String reason,
            List<String> details,
            String field,
            Optional<String> evidence,
            Optional<String> tool,
            Optional<String> where) {
        this(
                id,
                outcome,
                reason,
                details,
                field,
                evidence,
                Optional.empty(),
                tool,
                where,
                Optional.empty(),
                false,
                Optional.empty(),
                false);
    }

    /** This result as one of the law. */
    RuleResult ofLaw() {
        return new RuleResult(
                id, outcome, reason, details, field, evidence, source, tool, where, words, true, waiver, waived);
    }

    /**
     * This result under a waiver: set aside while it is in force, as it was when it has ended. A house may decide not to send a file
     * back for what the law asks; that the law is kept it cannot decide, so a person looks.
     */
    RuleResult under(Waiver given, LocalDate today) {
        boolean holds = given.holdsOn(today);
        Outcome now = holds ? law ? Outcome.WARN : Outcome.WAIVED : outcome;
        return new RuleResult(
                id, now, reason, details, field, evidence, source, tool, where, words, law, Optional.of(given), holds);
    }
}
