/**
 * What people declare about AI use and about the terms of the AI tools: read, checked, turned into assertions, read back.
 *
 * <p>In: a declaration in YAML or JSON, or the content of assertions. Out: {@link org.estampille.declaration.Declaration},
 * every problem at once, assertion drafts. Not responsible for: signing, the truth of a statement, or whether rights suffice
 * for a release.
 */
@NullMarked
package org.estampille.declaration;

import org.jspecify.annotations.NullMarked;
