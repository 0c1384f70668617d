package org.estampille.declaration;

import java.util.Locale;

/** A value that declarations and assertions write as a word. */
public interface Term {

    /** The name of the constant. */
    String name();

    /** As written: the name in small letters, such as {@code public_figure}, unless a vocabulary writes its words otherwise. */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
