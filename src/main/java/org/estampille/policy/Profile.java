package org.estampille.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A set of rules under one name. */
public sealed interface Profile permits RightsProfile, RuleProfile {

    /** The name by which it is asked for. */
    String label();

    /** The version of its text, which each of its rules has too. */
    String version();

    /** Its rules with what a violation comes to, in the order in which they are applied. */
    List<Clause> clauses();

    /** Applies it. */
    Verdict judge(Dossier dossier);

    /**
     * A rule as a profile applies it.
     *
     * @param id such as {@code R-ST-01}
     * @param violation what a violation comes to
     * @param field what it looks at
     * @param words what it says, where the rule brings its own words
     * @param version of the text it stands in
     * @param from first day it applies
     * @param until last day it applies
     */
    record Clause(
            String id,
            Outcome violation,
            String field,
            Optional<RuleWords> words,
            String version,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {}
}
