package org.estampille.policy;

/** What a rule asks of one statement about rights. */
@FunctionalInterface
interface Condition {

    /** The answer. */
    Finding of(Case one);
}
