package org.estampille.report.cuesheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.estampille.cuesheet.Cue;
import org.estampille.cuesheet.CueSheet;
import org.estampille.disclosure.Involvement;
import org.estampille.report.SafeText;
import org.estampille.timecode.Timecode;

/** What a cue sheet comes to: totals, and what it could not see. */
public final class CueSheetSummary {

    private CueSheetSummary() {}

    /** One sentence a line. */
    public static List<String> lines(CueSheet sheet) {
        List<String> lines = new ArrayList<>();
        lines.add("AI cue sheet of " + SafeText.line(sheet.title().orElse("an untitled cut")));
        lines.add(sheet.clips() + " clips, " + duration(sheet, sheet.frames()) + " at "
                + sheet.rate().text() + " frames a second, from "
                + sheet.start().label());
        lines.add(count(sheet));
        totals(sheet)
                .forEach((extent, frames) -> lines.add(extent.label() + ": " + duration(sheet, frames)
                        + String.format(
                                Locale.ROOT,
                                ", %.1f %% of the programme",
                                100.0 * frames / Math.max(1, sheet.frames()))));
        add(
                lines,
                "to be looked at, AI may be in: ",
                sheet.untold().stream()
                        .filter(cue -> cue.told().from().isPresent())
                        .map(cue -> UntoldWords.doubt(cue.told()))
                        .distinct()
                        .toList());
        add(lines, "to be looked at, the time codes may be wrong: ", sheet.counted());
        add(lines, "no file was found for: ", sheet.unread());
        add(lines, "in the cut without a declaration: ", sheet.undeclared());
        add(lines, "declared for parts that no clip shows: ", sheet.unplaced());
        add(lines, "not in the cut: ", sheet.unused());
        lines.add("What is listed was declared and signed; a clip without a line is not proof of human origin."
                + " The label due is a reading of the EU AI Act, not legal advice.");
        return lines;
    }

    /** Unknown is not none: where a line has no declaration, no number says how many uses there are. */
    private static String count(CueSheet sheet) {
        int untold = sheet.untold().size();
        int uses = sheet.cues().size() - untold;
        String declared = uses == 1 ? "1 AI use" : uses + " AI uses";
        if (untold == 0) {
            return declared + " in the programme";
        }
        return (uses == 0 ? "no AI use" : declared) + " declared in the programme, and "
                + (untold == 1 ? "1 line" : untold + " lines") + " without a declaration: unknown is not none";
    }

    /** Frames by the greatest extent at each moment, so that nothing counts twice. */
    private static Map<Involvement, Long> totals(CueSheet sheet) {
        TreeMap<Long, Map<Involvement, Integer>> changes = new TreeMap<>();
        for (Cue cue : sheet.cues()) {
            long from = cue.in().frame() < sheet.start().frame()
                    ? cue.in().frame() + sheet.rate().framesPerDay()
                    : cue.in().frame();
            change(changes, from, cue.told().involvement(), 1);
            change(changes, from + cue.frames(), cue.told().involvement(), -1);
        }
        Map<Involvement, Long> totals = new LinkedHashMap<>();
        Map<Involvement, Integer> open = new LinkedHashMap<>();
        long before = 0;
        for (Map.Entry<Long, Map<Involvement, Integer>> entry : changes.entrySet()) {
            long length = entry.getKey() - before;
            open.entrySet().stream()
                    .filter(count -> count.getValue() > 0)
                    .map(Map.Entry::getKey)
                    .max(Involvement::compareTo)
                    .ifPresent(extent -> totals.merge(extent, length, Long::sum));
            entry.getValue().forEach((extent, count) -> open.merge(extent, count, Integer::sum));
            before = entry.getKey();
        }
        return totals;
    }

    private static void change(Map<Long, Map<Involvement, Integer>> changes, long at, Involvement extent, int by) {
        changes.computeIfAbsent(at, key -> new LinkedHashMap<>()).merge(extent, by, Integer::sum);
    }

    private static String duration(CueSheet sheet, long frames) {
        return Timecode.wrapped(sheet.rate(), frames).label() + " (" + frames + " frames)";
    }

    private static void add(List<String> lines, String what, List<String> names) {
        if (!names.isEmpty()) {
            lines.add(what + SafeText.line(String.join(", ", names)));
        }
    }
}
