package org.estampille.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.estampille.marks.LabelRemark;
import org.estampille.marks.Mark;
import org.estampille.marks.MarkReading;
import org.estampille.marks.Strength;
import tools.jackson.core.JsonGenerator;

/** Marks outside of manifests, for people and for machines. */
public final class MarkReport {

    private static final int LONGEST = 100;

    /** As many places as a summary names. */
    private static final int NAMED = 3;

    private MarkReport() {}

    /** The name of the file with what its marks come to, then one line or two for each mark. */
    public static String text(String path, MarkReading reading, Language language) {
        Words words = Words.ofTexts(language);
        StringBuilder text = new StringBuilder();
        text.append(SafeText.line(words.word("marks.of", path, summary(reading, words))))
                .append('\n');
        for (Mark mark : reading.marks()) {
            append(mark, text, words);
        }
        for (MarkReading.Unread place : reading.unread()) {
            text.append("  ")
                    .append(SafeText.line(words.word("mark.unread", place.where(), cause(place, words))))
                    .append('\n');
        }
        return text.toString();
    }

    private static void append(Mark mark, StringBuilder text, Words words) {
        int column = column(words);
        String under = "\n" + " ".repeat(2 + column);
        String generator = mark.generator().map(name -> name + ", ").orElse("");
        text.append("  ")
                .append(String.format(
                        "%-" + column + "s",
                        words.word("mark.strength." + mark.strength().label())))
                .append(SafeText.line(
                        generator + words.word("mark.meaning." + mark.meaning().label())))
                .append(under)
                .append(SafeText.line(
                        words.word("mark.line", mark.where(), inShort(mark.name()), inShort(mark.value()))))
                .append('\n');
        for (LabelRemark remark : mark.remarks()) {
            text.append(under.substring(1))
                    .append(SafeText.line(words.word("mark.note", said(remark, words))))
                    .append('\n');
        }
    }

    /** As wide as the longest word for a strength in this language, and a space. */
    private static int column(Words words) {
        int longest = 0;
        for (Strength strength : Strength.values()) {
            longest = Math.max(
                    longest, words.word("mark.strength." + strength.label()).length());
        }
        return longest + 1;
    }

    /** What the marks come to, never more than they say. */
    static String summary(MarkReading reading, Words words) {
        String gaps = gaps(reading, words);
        List<Mark> ofAi = reading.ofAi();
        if (ofAi.isEmpty()) {
            return words.word("marks.none", gaps);
        }
        Set<String> generators = new LinkedHashSet<>();
        ofAi.forEach(mark -> mark.generator().map(MarkReport::inShort).ifPresent(generators::add));
        String hardest = ofAi.stream()
                .map(Mark::strength)
                .max(java.util.Comparator.naturalOrder())
                .orElseThrow()
                .label();
        String names = generators.isEmpty() ? "" : " (" + String.join(", ", generators) + ")";
        return words.word(
                ofAi.size() == 1 ? "marks.one" : "marks.many",
                ofAi.size(),
                words.word("mark.strength." + hardest),
                names,
                gaps);
    }

    /** The first places that could not be looked at, by name. */
    private static String gaps(MarkReading reading, Words words) {
        List<String> places = reading.unread().stream()
                .map(MarkReading.Unread::where)
                .distinct()
                .toList();
        if (places.isEmpty()) {
            return "";
        }
        String named = String.join(
                "; ", places.stream().limit(NAMED).map(MarkReport::inShort).toList());
        return words.word("marks.gaps", named + (places.size() > NAMED ? "; ..." : ""));
    }

    private static String said(LabelRemark remark, Words words) {
        return words.word("remark." + remark.kind().label(), remark.subject());
    }

    private static String cause(MarkReading.Unread place, Words words) {
        return words.word("gap." + place.cause().label(), place.detail());
    }

    /** The text, cut where a line would run over. */
    static String inShort(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    /** One object, without a line end. */
    public static String json(String path, MarkReading reading, Language language) {
        return SafeJson.object(json -> {
            new JsonFields(json).text("path", path);
            write(json, reading, Words.ofTexts(language));
        });
    }

    /** The property {@code marks}. */
    static void write(JsonGenerator json, MarkReading reading, Words words) {
        JsonFields fields = new JsonFields(json);
        json.writeObjectPropertyStart("marks");
        fields.text("format", reading.format());
        fields.text("summary", summary(reading, words));
        json.writeArrayPropertyStart("found");
        for (Mark mark : reading.marks()) {
            write(json, mark, words);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("unread");
        for (MarkReading.Unread place : reading.unread()) {
            json.writeStartObject();
            fields.text("where", place.where());
            fields.text("cause", cause(place, words));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Mark mark, Words words) {
        JsonFields fields = new JsonFields(json);
        json.writeStartObject();
        json.writeStringProperty("fingerprint", mark.fingerprint());
        json.writeStringProperty("location", mark.location().label());
        fields.text("where", mark.where());
        fields.text("name", mark.name());
        fields.text("value", mark.value());
        fields.optional("generator", mark.generator());
        json.writeStringProperty("meaning", mark.meaning().label());
        json.writeStringProperty("strength", mark.strength().label());
        fields.texts(
                "remarks",
                mark.remarks().stream().map(remark -> said(remark, words)).toList());
        json.writeEndObject();
    }
}
