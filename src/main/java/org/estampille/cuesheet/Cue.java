package org.estampille.cuesheet;

import java.util.Optional;
import org.estampille.cut.CutEvent;
import org.estampille.cut.SourceRange;
import org.estampille.declaration.AiUse;
import org.estampille.timecode.Timecode;

/**
 * One AI use in one place of the programme, or AI there that nobody declares.
 *
 * @param event the clip it is in; empty when it comes from the programme's own declaration and no clip is there
 * @param shot what to call it
 * @param in label of its first frame in the programme
 * @param out label of the frame after its last
 * @param frames how many
 * @param source the part of the source shown there
 * @param told what is told of it, and by whom
 * @param exact false when only part of the clip is meant and which part could not be found out
 */
public record Cue(
        Optional<CutEvent> event,
        String shot,
        Timecode in,
        Timecode out,
        long frames,
        Optional<SourceRange> source,
        Told told,
        boolean exact) {

    /** Whether nobody declares what AI did there. */
    public boolean isUntold() {
        return told.untold().isPresent();
    }

    boolean isOf(CutEvent other, AiUse same) {
        return event.equals(Optional.of(other)) && told.use().equals(Optional.of(same));
    }
}
