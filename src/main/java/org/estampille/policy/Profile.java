package org.estampille.policy;

import java.util.List;

/** A set of rules under one name. */
public sealed interface Profile permits RightsProfile {

    /** The name by which it is asked for. */
    String label();

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
     */
    record Clause(String id, Outcome violation, String field) {}
}
