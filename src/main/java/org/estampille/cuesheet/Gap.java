package org.estampille.cuesheet;

import java.util.List;
import java.util.Optional;
import org.estampille.disclosure.Involvement;
import org.estampille.disclosure.SourceStatement;

/**
 * AI that a file holds, or may hold, and that no use declared tells of.
 *
 * @param source the file
 * @param involvement how far AI took part as far as it is said
 * @param ingredient it is about; empty when it is the file itself
 * @param why nobody tells
 */
record Gap(CueSource source, Involvement involvement, Optional<SourceStatement> ingredient, Untold why) {

    /** Whether it is about all of the file. */
    boolean isWhole() {
        return ingredient.map(SourceStatement::parent).orElse(true);
    }

    Told told() {
        return new Told(
                Optional.empty(),
                involvement,
                List.of(),
                Optional.empty(),
                LabelDue.undeclared(involvement),
                Optional.of(source),
                ingredient,
                Optional.of(why));
    }
}
