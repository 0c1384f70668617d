/**
 * Profiles by which a house accepts, refuses or sets aside a file, and the verdicts they come to. A rule is a row of data (id,
 * severity in each profile, field) and a condition in code that has three answers: holds, violated, cannot be told.
 *
 * <p>In: {@link org.estampille.policy.Dossier}, what is known of one file and of its release. Out: {@link
 * org.estampille.policy.Verdict}, with a reason by key for every rule. Not responsible for: words, whether a statement is true, an
 * opinion on copyright.
 */
@NullMarked
package org.estampille.policy;

import org.jspecify.annotations.NullMarked;
