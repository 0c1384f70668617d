package org.estampille.disclosure;

import java.time.LocalDate;
import java.util.Optional;
import org.estampille.declaration.OutputRights;
import org.estampille.terms.TermsState;

/**
 * One statement about the rights in an AI tool's output, with all its fields.
 *
 * @param where the reference of the assertion
 * @param rights as decoded; what nobody wrote reads as unknown
 * @param strength who stands behind it
 * @param state of the evidence; empty where there is none
 * @param recheckBy last day without another look, as said or as usual
 */
public record RightsRecord(
        String where,
        OutputRights rights,
        AiStatement.Strength strength,
        Optional<TermsState> state,
        Optional<LocalDate> recheckBy) {}
