package org.estampille.cuesheet;

import java.util.ArrayList;
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

    private static List<CueSource> same(String name, List<CueSource> sources) {
        List<CueSource> found = new ArrayList<>();
        for (CueSource source : sources) {
            String file = source.fileName().toLowerCase(Locale.ROOT);
            String wanted = name.toLowerCase(Locale.ROOT);
            if (file.equals(wanted)
                    || stem(file).equals(stem(wanted))
                    || stem(file).equals(wanted)) {
                found.add(source);
            }
        }
        return found;
    }

    private static List<CueSource> beginning(String shot, List<CueSource> sources) {
        String start = shot.toLowerCase(Locale.ROOT);
        return sources.stream()
                .filter(source -> {
                    String file = source.fileName().toLowerCase(Locale.ROOT);
                    return file.length() > start.length()
                            && file.startsWith(start)
                            && "_-. ".indexOf(file.charAt(start.length())) >= 0;
                })
                .toList();
    }

    /** A name without its last extension, if that looks like one. */
    static String stem(String name) {
        int point = name.lastIndexOf('.');
        return point > 0 && name.length() - point <= 6 ? name.substring(0, point) : name;
    }
}
