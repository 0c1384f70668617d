package org.estampille.cut;

import java.util.List;
import java.util.Optional;
import org.estampille.timecode.Rational;
import org.estampille.timecode.Timecode;

/**
 * One clip in the programme.
 *
 * @param number as in the list, otherwise from 1
 * @param track where it stands, such as {@code V1} or {@code A2}
 * @param shot the name of the clip
 * @param reel the name of the source tape or camera roll
 * @param file the name of the source file, without folders
 * @param recordIn label of its first frame in the programme
 * @param recordOut label of the frame after its last; a dissolve counts for both of its clips
 * @param source which part of the source it shows
 * @param speed of the source, 1 as shot, negative backwards, 0 frozen
 * @param markers names and comments of the markers on it
 * @param ai whether the list itself says that AI was used
 */
public record CutEvent(
        long number,
        String track,
        Optional<String> shot,
        Optional<String> reel,
        Optional<String> file,
        Timecode recordIn,
        Timecode recordOut,
        Optional<SourceRange> source,
        Rational speed,
        List<String> markers,
        Optional<Boolean> ai) {

    public CutEvent {
        markers = List.copyOf(markers);
    }

    /** Its frames in the programme; labels pass midnight once. */
    public long frames() {
        return Math.floorMod(
                recordOut.frame() - recordIn.frame(), recordIn.rate().framesPerDay());
    }

    /** What people call it: the shot, otherwise the file, otherwise the reel. */
    public String name() {
        return shot.or(() -> file).or(() -> reel).orElse("event " + number);
    }

    /** Whether it is picture. */
    public boolean isPicture() {
        return !track.startsWith("A") || track.contains("V");
    }

    /** Whether it is the black that every edit system makes (CMX 3600 reel {@code BL}); it shows no file. */
    public boolean isBlack() {
        return shot.isEmpty()
                && file.isEmpty()
                && reel.filter(name -> name.equalsIgnoreCase("BL")).isPresent();
    }

    CutEvent lastingUntil(Timecode later) {
        return new CutEvent(number, track, shot, reel, file, recordIn, later, source, speed, markers, ai);
    }
}
