/**
 * Which label for an audience is due for content that AI made or changed, where it goes, and its words (EU AI Act article 50(4) and
 * (5), Code of Practice section 2).
 *
 * <p>In: a {@link org.estampille.declaration.Declaration}, what is known of the content, the breaks. Out: a {@link
 * org.estampille.label.LabelPlan}, which names what is not known. Not responsible for: whether the duty exists, which {@code policy}
 * says; making the label; sentences about the plan.
 */
@NullMarked
package org.estampille.label;

import org.jspecify.annotations.NullMarked;
