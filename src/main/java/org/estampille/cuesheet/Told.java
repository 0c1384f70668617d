package org.estampille.cuesheet;

import java.util.List;
import java.util.Optional;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Person;
import org.estampille.disclosure.Involvement;
import org.estampille.disclosure.RightsLine;
import org.estampille.disclosure.SourceStatement;

/**
 * What a line tells, wherever it stands.
 *
 * @param use what AI did; empty where nobody declares it
 * @param involvement how far AI took part
 * @param persons whose likeness or voice is in it
 * @param rights what is known of the rights in it
 * @param label which label is due
 * @param from the file it is in; empty when none was found
 * @param ingredient it is about, which declares it or does not; empty when it is the file itself
 * @param untold why nobody declares it; empty where somebody does
 */
public record Told(
        Optional<AiUse> use,
        Involvement involvement,
        List<Person> persons,
        Optional<RightsLine> rights,
        LabelDue label,
        Optional<CueSource> from,
        Optional<SourceStatement> ingredient,
        Optional<Untold> untold) {
    public Told {
        persons = List.copyOf(persons);
    }

    /** Of a clip that shows no file at hand. */
    static Told withoutFile() {
        return new Told(
                Optional.empty(),
                Involvement.UNKNOWN,
                List.of(),
                Optional.empty(),
                LabelDue.undeclared(Involvement.UNKNOWN),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Untold.NO_FILE));
    }
}
