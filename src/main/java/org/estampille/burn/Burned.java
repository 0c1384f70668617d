package org.estampille.burn;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.estampille.timecode.FrameRate;

/**
 * What was put into the content, and the proof of it: the label was found again in the finished file.
 *
 * @param spans when it is there; none for a still picture
 * @param rate frames a second, where frames can be counted
 * @param place in the picture, where it is seen
 * @param evidence a still of the finished picture, or the notice as it sounds in the finished file
 */
public record Burned(List<Span> spans, Optional<FrameRate> rate, Optional<Place> place, Path evidence) {

    public Burned {
        spans = List.copyOf(spans);
    }

    /**
     * Where a label is seen.
     *
     * @param box of the mark
     * @param picture that it is in
     * @param letterHeight in pixels
     */
    public record Place(Box box, PictureSize picture, int letterHeight) {

        /** Height of its letters in percent of the picture's shorter side, cut to one decimal. */
        public double heightPercent() {
            return Math.floor(1000.0 * letterHeight / Math.min(picture.displayedWidth(), picture.height())) / 10;
        }
    }
}
