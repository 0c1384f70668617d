package org.estampille.policy;

/** What a rule comes to. Later constants weigh more. */
public enum Outcome {
    NOT_APPLICABLE(Decision.ACCEPT),
    PASS(Decision.ACCEPT),
    /** Violated, and the house lets it pass for a time. */
    WAIVED(Decision.ACCEPT),
    WARN(Decision.REVIEW),
    INDETERMINATE(Decision.INDETERMINATE),
    FAIL(Decision.REJECT);

    private final Decision decision;

    Outcome(Decision decision) {
        this.decision = decision;
    }

    /** What follows for the file. */
    public Decision decision() {
        return decision;
    }

    /** Whether somebody has to do something about it. */
    public boolean isOpen() {
        return compareTo(WAIVED) > 0;
    }
}
