package org.estampille.cut;

import java.util.List;
import java.util.Optional;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Timecode;

/**
 * A programme as edited.
 *
 * @param title of the list, if it has one
 * @param rate of the programme
 * @param start label of the programme's first frame
 * @param events in the order of the list
 * @param notes what was assumed while reading
 */
public record Cut(Optional<String> title, FrameRate rate, Timecode start, List<CutEvent> events, List<String> notes) {
    public Cut {
        events = List.copyOf(events);
        notes = List.copyOf(notes);
    }
}
