package org.estampille.cuesheet;

import java.util.List;
import java.util.Optional;
import org.estampille.cut.CutEvent;
import org.estampille.cut.SourceRange;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Person;
import org.estampille.disclosure.RightsLine;
import org.estampille.disclosure.SourceStatement;
import org.estampille.timecode.Timecode;

/**
 * One AI use in one place of the programme.
 *
 * @param event the clip it is in; empty when it comes from the programme's own declaration and no clip is there
 * @param shot what to call it
 * @param in label of its first frame in the programme
 * @param out label of the frame after its last
 * @param frames how many
 * @param source the part of the source shown there
 * @param use what AI did
 * @param persons whose likeness or voice is in it
 * @param rights what is known of the rights in it
 * @param label which label is due
 * @param from the file it is in
 * @param ingredient whose declaration tells of it; empty when the file's own does
 * @param exact false when only part of the clip is meant and which part could not be found out
 */
public record Cue(
        Optional<CutEvent> event,
        String shot,
        Timecode in,
        Timecode out,
        long frames,
        Optional<SourceRange> source,
        AiUse use,
        List<Person> persons,
        Optional<RightsLine> rights,
        LabelDue label,
        CueSource from,
        Optional<SourceStatement> ingredient,
        boolean exact) {
    public Cue {
        persons = List.copyOf(persons);
    }

    boolean isOf(CutEvent other, AiUse same) {
        return event.equals(Optional.of(other)) && use.equals(same);
    }
}
