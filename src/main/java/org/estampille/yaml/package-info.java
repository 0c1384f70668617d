/**
 * YAML 1.2, of which JSON is a part, as plain values with their lines.
 *
 * <p>In: a text. Out: {@link org.estampille.yaml.YamlStream}. The parser is snakeyaml-engine; values are built from its events, so
 * that depth and number are bounded before anything is built, and nothing is made of tags. Not responsible for: what the fields
 * mean.
 */
@NullMarked
package org.estampille.yaml;

import org.jspecify.annotations.NullMarked;
