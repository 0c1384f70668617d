package org.estampille.disclosure;

import java.time.Instant;
import org.estampille.terms.EvidenceFolder;

/**
 * What statements about rights are judged by.
 *
 * @param at the day they are judged for
 * @param evidence archived texts at hand
 * @param known rights decoded before
 */
public record RightsBasis(Instant at, EvidenceFolder evidence, DecodedRights known) {}
