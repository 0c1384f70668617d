/**
 * Plans of labels in words, in English and French, and as JSON.
 *
 * <p>In: {@link org.estampille.label.LabelPlan}. Out: lines of text, one JSON object. Not responsible for: what is due, and making
 * it.
 */
@NullMarked
package org.estampille.report.label;

import org.jspecify.annotations.NullMarked;
