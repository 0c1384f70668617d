package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.bytes.FileSource;
import org.estampille.cut.Cut;
import org.estampille.cut.CutEvent;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.TimeBase;
import org.estampille.declaration.UseRange;
import org.estampille.technical.MediaTiming;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Rational;
import org.estampille.timecode.Timecode;

/** Compares the times in a declaration with those of the film it is signed into. */
final class DeclaredTimes {

    private DeclaredTimes() {}

    /** How the video of a film counts, where its own tables say. */
    static Optional<FrameRate> rate(Path media) {
        if (!Files.isRegularFile(media)) {
            return Optional.empty();
        }
        try (FileSource source = FileSource.openToStream(media)) {
            return MediaTiming.read(source).flatMap(MediaTiming::rate);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * What does not fit between a cut and the films of its clips, or of the programme, that stand beside it and are named as it
     * names them.
     *
     * @param list the file of the cut
     */
    static List<String> warnings(Path list, Cut cut, List<CutEvent> clips) {
        Map<String, FrameRate> counted = new LinkedHashMap<>();
        cut.title().ifPresent(title -> counted.put(title, cut.rate()));
        for (CutEvent clip : clips) {
            FrameRate rate = clip.source().map(part -> part.in().rate()).orElse(cut.rate());
            Stream.of(clip.file(), clip.shot(), clip.reel())
                    .flatMap(Optional::stream)
                    .forEach(name -> counted.putIfAbsent(name, rate));
        }
        List<String> warnings = new ArrayList<>();
        counted.forEach((name, read) -> {
            for (String end : List.of("", ".mov", ".mp4")) {
                String file = name + end;
                Optional<FrameRate> video = beside(list, file).flatMap(DeclaredTimes::rate);
                if (video.isPresent() && !video.get().perSecond().equals(read.perSecond())) {
                    warnings.add(file + ": its video has " + video.get().text()
                            + " frames a second, the cut counts it at " + read.text() + "; check --rate.");
                }
            }
        });
        return warnings;
    }

    /** The file of that name; empty when no file can have it. */
    private static Optional<Path> beside(Path list, String name) {
        try {
            return isPlain(name) ? Optional.of(list.resolveSibling(name)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The cut is of others: a name of theirs leads to no other folder. */
    private static boolean isPlain(String name) {
        return name.chars().noneMatch(c -> c < ' ' || "/\\:*?\"<>|".indexOf(c) >= 0);
    }

    /** What does not fit; a person who declares beforehand may know better than the file, so that nothing is refused. */
    static List<String> warnings(String shown, MediaTiming timing, Declaration declaration) {
        List<String> warnings = new ArrayList<>();
        Optional<FrameRate> declared = declaration.timeBase().map(TimeBase::rate);
        if (declared.isPresent()
                && timing.rate().isPresent()
                && !declared.get().perSecond().equals(timing.rate().get().perSecond())) {
            warnings.add(shown + ": the declaration counts " + declared.get().text() + " frames a second, the file has "
                    + timing.rate().get().text() + "; correct frameRate.");
        }
        TimeBase base = declaration
                .timeBase()
                .orElse(new TimeBase(new Timecode(timing.rate().orElse(FrameRate.of(25)), 0)));
        for (AiUse use : declaration.uses()) {
            for (UseRange range : use.ranges()) {
                Optional<Long> last = range.frameAfter(base).or(() -> range.firstFrame(base));
                if (last.isPresent() && isBeyond(last.get(), base.rate(), timing.seconds())) {
                    warnings.add(shown + ": a range of the declaration ends at frame " + last.get()
                            + " of the file, which lasts " + lasting(timing.seconds(), base.rate())
                            + " frames; correct the range, or startTimecode.");
                }
            }
        }
        return warnings;
    }

    private static long lasting(Rational seconds, FrameRate rate) {
        return rate.nearestFrame(seconds);
    }

    /** One frame is what rounding can make. */
    private static boolean isBeyond(long frame, FrameRate rate, Rational seconds) {
        return frame > lasting(seconds, rate) + 1;
    }
}
