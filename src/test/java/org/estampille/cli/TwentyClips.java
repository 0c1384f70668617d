package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Timecode;

/** A cut of twenty clips of a hundred frames each, SH01 to SH20, from one hour on. */
final class TwentyClips {

    private static final String START = "01:00:00:00";

    private TwentyClips() {}

    static List<Timecode> starts(FrameRate rate) {
        Timecode first = Timecode.parseAs(START, rate).orElseThrow();
        List<Timecode> starts = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            starts.add(first.plus(100L * i));
        }
        return starts;
    }

    /** Writes a cut of that kind and says its name. */
    static String write(Path folder, String kind, FrameRate rate) throws IOException {
        List<Timecode> starts = starts(rate);
        String text = switch (kind) {
            case "edl" -> edl(rate, starts);
            case "csv" -> csv(starts);
            default -> otio(rate, starts);
        };
        Files.writeString(folder.resolve("cut." + kind), text);
        return "cut." + kind;
    }

    static String name(int i) {
        return "SH" + (i < 9 ? "0" : "") + (i + 1);
    }

    static String edl(FrameRate rate, List<Timecode> starts) {
        StringBuilder edl =
                new StringBuilder("TITLE: Storm\nFCM: " + (rate.dropFrame() ? "" : "NON-") + "DROP FRAME\n\n");
        for (int i = 0; i < 20; i++) {
            edl.append("0%02d  A%03d     V     C        %s %s %s %s\n* FROM CLIP NAME: %s\n"
                    .formatted(
                            i + 1,
                            i + 1,
                            starts.get(0).label(),
                            starts.get(1).label(),
                            starts.get(i).label(),
                            starts.get(i + 1).label(),
                            name(i)));
        }
        return edl.toString();
    }

    static String csv(List<Timecode> starts) {
        StringBuilder csv = new StringBuilder("Shot,Reel,Record In,Record Out\n");
        for (int i = 0; i < 20; i++) {
            csv.append("%s,A%03d,\"%s\",\"%s\"\n"
                    .formatted(
                            name(i),
                            i + 1,
                            starts.get(i).label(),
                            starts.get(i + 1).label()));
        }
        return csv.toString();
    }

    static String otio(FrameRate rate, List<Timecode> starts) {
        double perSecond =
                (double) rate.perSecond().numerator() / rate.perSecond().denominator();
        List<String> clips = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clips.add("{\"OTIO_SCHEMA\":\"Clip.2\",\"name\":\"" + name(i) + "\",\"source_range\":"
                    + range(perSecond, 48, 100) + "}");
        }
        return "{\"OTIO_SCHEMA\":\"Timeline.1\",\"name\":\"Storm\",\"global_start_time\":"
                + time(perSecond, starts.get(0).frame())
                + ",\"tracks\":{\"OTIO_SCHEMA\":\"Stack.1\",\"children\":[{\"OTIO_SCHEMA\":\"Track.1\",\"kind\":\"Video\",\"children\":["
                + String.join(",", clips) + "]}]}}";
    }

    static String range(double rate, long start, long duration) {
        return "{\"OTIO_SCHEMA\":\"TimeRange.1\",\"start_time\":" + time(rate, start) + ",\"duration\":"
                + time(rate, duration) + "}";
    }

    static String time(double rate, long value) {
        return "{\"OTIO_SCHEMA\":\"RationalTime.1\",\"rate\":" + rate + ",\"value\":" + value + ".0}";
    }
}
