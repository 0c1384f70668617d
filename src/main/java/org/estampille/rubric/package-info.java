/**
 * C2PA Asset Rubrics 1.0: lists of statements about an asset, each an expression over its crJSON with texts for every outcome.
 *
 * <p>In: a rubric as YAML or JSON text, the crJSON of an asset as a JSON value, and facts of ours that expressions may use as
 * well.
 *
 * <p>Out: the result in the JSON shape of the official evaluators: outcomes by category for conformance rubrics, signals by
 * manifest for signals rubrics.
 *
 * <p>Not responsible for: making crJSON, deciding what an outcome means for a delivery, files, and the expression language.
 */
@NullMarked
package org.estampille.rubric;

import org.jspecify.annotations.NullMarked;
