/**
 * The expression language json-formula: asks questions of a JSON document and computes with the answers.
 *
 * <p>In: an expression as text, a JSON document as {@link org.estampille.formula.JsonValue}, and an
 * {@link org.estampille.formula.Environment} with the time, the zone, the language, named values and named expressions.
 *
 * <p>Out: a JSON value, or {@link org.estampille.formula.FormulaException} with one of the four errors of the language. Both
 * expression and document may be hostile: what costs more than {@link org.estampille.formula.FormulaLimits} ends in a
 * {@link org.estampille.bytes.LimitExceededException}.
 *
 * <p>Not responsible for: what the document is about, YAML, files, and what an answer means.
 */
@NullMarked
package org.estampille.formula;

import org.jspecify.annotations.NullMarked;
