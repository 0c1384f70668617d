package org.estampille.cut;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Rational;
import org.estampille.timecode.Timecode;

/** Reads lists with one clip a line and a line of column names first ({@code specs/cut.md}). */
final class CsvCutReader {

    private static final Map<String, String> COLUMNS = columns();

    private final Map<String, Integer> places = new HashMap<>();
    private final List<CsvRows.Row> rows;
    private final Optional<FrameRate> given;

    private CsvCutReader(List<CsvRows.Row> rows, Optional<FrameRate> given) {
        this.rows = rows;
        this.given = given;
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new HashMap<>();
        for (String names : List.of(
                "shot clip clipname name shotname",
                "reel tape reelname",
                "file sourcefile filename",
                "track channel",
                "sourcein srcin sourcestart",
                "sourceout srcout sourceend",
                "recordin recin in tcin recordstart start",
                "recordout recout out tcout recordend end",
                "rate framerate fps",
                "speed",
                "marker markers note",
                "ai aiused")) {
            String[] spellings = names.split(" ", -1);
            for (String spelling : spellings) {
                columns.put(spelling, spellings[0]);
            }
        }
        return Map.copyOf(columns);
    }

    static Cut read(String text, Optional<FrameRate> given) throws CutFault {
        List<CsvRows.Row> rows = CsvRows.read(text);
        if (rows.isEmpty()) {
            throw new CutFault(0, "is empty");
        }
        return new CsvCutReader(rows, given).read();
    }

    private Cut read() throws CutFault {
        List<String> names = rows.get(0).cells();
        for (int i = 0; i < names.size(); i++) {
            String plain = names.get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            Optional.ofNullable(COLUMNS.get(plain)).ifPresent(placeAt(i));
        }
        if (!places.containsKey("recordin") || !places.containsKey("recordout")) {
            throw new CutFault(
                    1, "is no OpenTimelineIO, no CMX 3600, and has no columns \"record in\" and \"record out\"");
        }
        FrameRate rate = rate();
        List<CutEvent> events = new ArrayList<>();
        for (CsvRows.Row row : rows.subList(1, rows.size())) {
            events.add(event(row, events.size() + 1, rate));
            if (events.size() > CutReader.MOST_EVENTS) {
                throw new CutFault(row.line(), "is beyond " + CutReader.MOST_EVENTS + " clips");
            }
        }
        Timecode start =
                events.stream().map(CutEvent::recordIn).min(Timecode::compareTo).orElse(new Timecode(rate, 0));
        return new Cut(Optional.empty(), rate, start, events, List.of());
    }

    private java.util.function.Consumer<String> placeAt(int column) {
        return name -> places.putIfAbsent(name, column);
    }

    /** The user's, otherwise the column's; labels with a semicolon say that numbers are dropped. */
    private FrameRate rate() throws CutFault {
        Optional<FrameRate> rate = given;
        for (CsvRows.Row row : rows.subList(1, rows.size())) {
            Optional<FrameRate> stated = cell(row, "rate").flatMap(FrameRate::parse);
            if (rate.isPresent() && stated.isPresent()) {
                CutFault.requireSame(row.line(), stated.get(), rate.get());
            }
            rate = rate.or(() -> stated);
        }
        if (rate.isEmpty()) {
            throw new CutFault(0, "names no frame rate; give it with --rate, or in a column \"rate\"");
        }
        boolean drops = rows.size() > 1
                && cell(rows.get(1), "recordin").filter(Timecode::isDropLabel).isPresent();
        return drops && rate.get().canDrop() ? rate.get().counting(true) : rate.get();
    }

    private CutEvent event(CsvRows.Row row, int number, FrameRate rate) throws CutFault {
        Timecode in = label(row, "recordin", rate).orElseThrow(() -> missing(row, "record in"));
        Timecode out = label(row, "recordout", rate).orElseThrow(() -> missing(row, "record out"));
        if (in.equals(out)) {
            throw new CutFault(row.line(), "a clip from " + in.label() + " to the same time code shows nothing");
        }
        Optional<Timecode> sourceIn = label(row, "sourcein", rate);
        Optional<Timecode> sourceOut = label(row, "sourceout", rate);
        Optional<SourceRange> source = sourceIn.isPresent() && sourceOut.isPresent()
                ? Optional.of(new SourceRange(sourceIn.get(), sourceOut.get(), Optional.empty()))
                : Optional.empty();
        return new CutEvent(
                number,
                cell(row, "track").orElse("V1"),
                cell(row, "shot"),
                cell(row, "reel"),
                cell(row, "file").map(CutReader::fileName),
                in,
                out,
                source,
                speed(row),
                cell(row, "marker").map(List::of).orElse(List.of()),
                cell(row, "ai").map(CsvCutReader::isYes));
    }

    private static boolean isYes(String text) {
        return List.of("yes", "y", "true", "x", "1", "oui", "ai").contains(text.toLowerCase(Locale.ROOT));
    }

    private static CutFault missing(CsvRows.Row row, String column) {
        return new CutFault(row.line(), "has no time code in the column \"" + column + "\"");
    }

    private Optional<String> cell(CsvRows.Row row, String column) {
        int place = places.getOrDefault(column, Integer.MAX_VALUE);
        return place < row.cells().size()
                ? Optional.of(row.cells().get(place)).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private Optional<Timecode> label(CsvRows.Row row, String column, FrameRate rate) throws CutFault {
        Optional<String> written = cell(row, column);
        Optional<Timecode> timecode = written.flatMap(label -> Timecode.parse(label, rate));
        if (written.isPresent() && timecode.isEmpty()) {
            throw new CutFault(row.line(), "\"" + written.get() + "\" is no time code at " + rate.text());
        }
        return timecode;
    }

    private Rational speed(CsvRows.Row row) throws CutFault {
        Optional<String> written = cell(row, "speed");
        if (written.isEmpty()) {
            return Rational.ONE;
        }
        String number = written.get().replace("%", "").strip();
        if (!number.matches("-?\\d{1,5}(\\.\\d{1,3})?")) {
            throw new CutFault(row.line(), "\"" + written.get() + "\" is no speed in percent");
        }
        return new Rational(Math.round(Double.parseDouble(number) * 1000), 100_000);
    }
}
