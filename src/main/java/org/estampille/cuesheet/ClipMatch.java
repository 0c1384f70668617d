package org.estampille.cuesheet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.cut.CutEvent;

/**
 * Finds the files a clip shows: by file name, then clip name, then reel, always without extension and letter case; last by a file name
 * that begins with the clip's, as {@code SH010} and {@code SH010_comp_v003}.
 */
final class ClipMatch {
    private ClipMatch() {}

    static List<CueSource> of(CutEvent event, List<CueSource> sources) {
        for (Optional<String> name : List.of(event.file(), event.shot(), event.reel())) {
            List<CueSource> found = name.map(text -> same(text, sources)).orElse(List.of());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return event.shot().map(shot -> beginning(shot, sources)).orElse(List.of());
    }

    /** Whether a clip shows the file of that name. */
    static boolean shows(CutEvent event, String file) {
        for (Optional<String> name : List.of(event.file(), event.shot(), event.reel())) {
            if (name.isPresent() && isSame(name.get(), file)) {
                return true;
            }
        }
        return event.shot().filter(shot -> begins(shot, file)).isPresent();
    }

    private static List<CueSource> same(String name, List<CueSource> sources) {
        return sources.stream()
                .filter(source -> isSame(name, source.fileName()))
                .toList();
    }

    private static boolean isSame(String name, String fileName) {
        String file = fileName.toLowerCase(Locale.ROOT);
        String wanted = name.toLowerCase(Locale.ROOT);
        return file.equals(wanted)
                || stem(file).equals(stem(wanted))
                || stem(file).equals(wanted);
    }

    private static List<CueSource> beginning(String shot, List<CueSource> sources) {
        return sources.stream()
                .filter(source -> begins(shot, source.fileName()))
                .toList();
    }

    private static boolean begins(String shot, String fileName) {
        String file = fileName.toLowerCase(Locale.ROOT);
        String start = shot.toLowerCase(Locale.ROOT);
        return file.length() > start.length()
                && file.startsWith(start)
                && "_-. ".indexOf(file.charAt(start.length())) >= 0;
    }

    /** A name without its last extension, if that looks like one. */
    static String stem(String name) {
        int point = name.lastIndexOf('.');
        return point > 0 && name.length() - point <= 6 ? name.substring(0, point) : name;
    }
}
