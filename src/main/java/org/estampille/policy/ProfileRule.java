package org.estampille.policy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule as a formula.
 *
 * @param id such as {@code AI504-01}
 * @param words what it says
 * @param from first day it applies
 * @param until last day it applies
 * @param appliesIf whether it applies to the file; empty when it always does
 * @param violatedBy what violates it; a non-empty array names what does
 * @param openIf what is not known although it would have to be; a non-empty array names it
 * @param violation what a violation comes to
 * @param open what comes of not knowing
 * @param withoutManifest whether it is asked of files without a manifest too
 * @param law whether it is one of the law, which no house can set aside
 */
record ProfileRule(
        String id,
        RuleWords words,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<String> appliesIf,
        String violatedBy,
        Optional<String> openIf,
        Outcome violation,
        Outcome open,
        boolean withoutManifest,
        boolean law) {}
