package org.estampille.declaration;

/** A value that declarations and assertions write as a word. */
public interface Term {

    /** As written, such as {@code retained-by-vendor}. */
    String word();
}
