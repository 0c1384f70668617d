package org.estampille.report;

import java.io.StringWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.estampille.marks.LabelRemark;
import org.estampille.marks.Mark;
import org.estampille.marks.MarkReading;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

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
            String generator = mark.generator().map(name -> name + ", ").orElse("");
            text.append("  ")
                    .append(String.format(
                            "%-7s",
                            words.word("mark.strength." + mark.strength().label())))
                    .append(SafeText.line(generator
                            + words.word("mark.meaning." + mark.meaning().label())))
                    .append("\n         ")
                    .append(SafeText.line(
                            words.word("mark.line", mark.where(), inShort(mark.name()), inShort(mark.value()))))
                    .append('\n');
            for (LabelRemark remark : mark.remarks()) {
                text.append("         ")
                        .append(SafeText.line(words.word("mark.note", said(remark, words))))
                        .append('\n');
            }
        }
        for (MarkReading.Unread place : reading.unread()) {
            text.append("  ")
                    .append(SafeText.line(words.word("mark.unread", place.where(), cause(place, words))))
                    .append('\n');
        }
        return text.toString();
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
        StringWriter out = new StringWriter();
        JsonFactory factory = JsonFactory.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .characterEscapes(new MarkupEscapes())
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("path", SafeText.wellFormed(path));
            write(json, reading, Words.ofTexts(language));
            json.writeEndObject();
        }
        return out.toString();
    }

    /** The property {@code marks}. */
    static void write(JsonGenerator json, MarkReading reading, Words words) {
        json.writeObjectPropertyStart("marks");
        json.writeStringProperty("format", SafeText.wellFormed(reading.format()));
        json.writeStringProperty("summary", SafeText.wellFormed(summary(reading, words)));
        json.writeArrayPropertyStart("found");
        for (Mark mark : reading.marks()) {
            json.writeStartObject();
            json.writeStringProperty("fingerprint", mark.fingerprint());
            json.writeStringProperty("location", mark.location().label());
            json.writeStringProperty("where", SafeText.wellFormed(mark.where()));
            json.writeStringProperty("name", SafeText.wellFormed(mark.name()));
            json.writeStringProperty("value", SafeText.wellFormed(mark.value()));
            if (mark.generator().isPresent()) {
                json.writeStringProperty(
                        "generator", SafeText.wellFormed(mark.generator().get()));
            } else {
                json.writeNullProperty("generator");
            }
            json.writeStringProperty("meaning", mark.meaning().label());
            json.writeStringProperty("strength", mark.strength().label());
            json.writeArrayPropertyStart("remarks");
            mark.remarks().forEach(remark -> json.writeString(SafeText.wellFormed(said(remark, words))));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("unread");
        for (MarkReading.Unread place : reading.unread()) {
            json.writeStartObject();
            json.writeStringProperty("where", SafeText.wellFormed(place.where()));
            json.writeStringProperty("cause", SafeText.wellFormed(cause(place, words)));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
