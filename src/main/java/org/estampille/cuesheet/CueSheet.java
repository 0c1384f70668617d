package org.estampille.cuesheet;

import java.util.List;
import java.util.Optional;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Timecode;

/**
 * All AI uses of a programme in the order of its time line.
 *
 * @param title of the cut
 * @param rate of the programme
 * @param start label of its first frame
 * @param frames from the first to the last clip
 * @param clips how many clips the cut has
 * @param cues one for each use and place, and for AI that a file holds or may hold without a declaration
 * @param unread clips whose source was not among the files
 * @param shown files that clips show, and the programme itself
 * @param unused files that no clip shows
 * @param undeclared files that are in the cut and declare nothing
 * @param unplaced uses that are declared for parts of files that no clip shows, each with its file
 * @param counted files that count, or whose declaration counts, at another frame rate than the cut, each with both
 */
public record CueSheet(
        Optional<String> title,
        FrameRate rate,
        Timecode start,
        long frames,
        int clips,
        List<Cue> cues,
        List<String> unread,
        List<CueSource> shown,
        List<String> unused,
        List<String> undeclared,
        List<String> unplaced,
        List<String> counted) {

    public CueSheet {
        cues = List.copyOf(cues);
        unread = List.copyOf(unread);
        shown = List.copyOf(shown);
        unused = List.copyOf(unused);
        undeclared = List.copyOf(undeclared);
        unplaced = List.copyOf(unplaced);
        counted = List.copyOf(counted);
    }

    /** The lines that tell of AI, or of a doubt, that nobody declares. */
    public List<Cue> untold() {
        return cues.stream().filter(Cue::isUntold).toList();
    }
}
