package org.estampille.cuesheet;

import java.util.List;
import java.util.Optional;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.Person;
import org.estampille.disclosure.Involvement;
import org.estampille.disclosure.RightsLine;
import org.estampille.disclosure.SourceStatement;

/**
 * A use whose result shows in a file, and who declares it.
 *
 * @param source the file
 * @param declaration that lists the use
 * @param use what AI did
 * @param rights what is known of the rights in it
 * @param ingredient that declares it; empty when the file does
 */
record ListedUse(
        CueSource source,
        Declaration declaration,
        AiUse use,
        Optional<RightsLine> rights,
        Optional<SourceStatement> ingredient) {

    /** Whether it shows in all of the file: nobody said where, and the file was made from what it stands in. */
    boolean isWhole() {
        return use.ranges().isEmpty() && ingredient.map(SourceStatement::parent).orElse(true);
    }

    /** The class of what the use gave. */
    Involvement involvement() {
        return involvement(use);
    }

    static Involvement involvement(AiUse use) {
        return switch (use.extent()) {
            case NONE -> Involvement.NONE_DECLARED;
            case ASSISTIVE -> Involvement.ASSISTIVE;
            case MODIFIED -> Involvement.MODIFIED;
            case GENERATED -> Involvement.GENERATED;
        };
    }

    Told told(LabelDuty duty) {
        return new Told(
                Optional.of(use),
                involvement(),
                persons(),
                rights,
                duty.of(declaration, use),
                Optional.of(source),
                ingredient,
                Optional.empty());
    }

    private List<Person> persons() {
        return use.persons().stream()
                .flatMap(ref -> declaration.person(ref).stream())
                .toList();
    }
}
