/**
 * What is shown and written about a verification: JSON for programs, text for people, a tree for those who look closer. The only
 * package with prose.
 *
 * <p>In: facts of the stages before. Out: {@link VerificationReport} and its renderings. Not responsible for: any judgement;
 * every word here follows from a fact.
 */
@NullMarked
package org.estampille.report;

import org.jspecify.annotations.NullMarked;
