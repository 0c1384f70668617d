package org.estampille.report;

import java.io.StringWriter;
import java.util.List;
import org.estampille.disclosure.Leak;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** What a manifest store gives away, for people and for machines. */
public final class LeakReport {

    private static final int LONGEST = 200;

    private LeakReport() {}

    /** One line for each finding. */
    public static String text(String path, List<Leak> leaks, Language language) {
        Words words = Words.ofTexts(language);
        StringBuilder text = new StringBuilder();
        text.append(SafeText.line(count(path, leaks.size(), words))).append('\n');
        for (Leak leak : leaks) {
            String value = leak.value().length() > LONGEST ? leak.value().substring(0, LONGEST) + "..." : leak.value();
            text.append("  ")
                    .append(String.format(
                            "%-11s", words.word("leak." + leak.kind().label())))
                    .append(SafeText.line(words.word("leak.value", value)))
                    .append("\n             ")
                    .append(SafeText.line(words.word("leak.in", leak.where())))
                    .append('\n');
        }
        return text.toString();
    }

    private static String count(String path, int leaks, Words words) {
        return leaks == 0
                ? words.word("leaks.none", path)
                : words.word(leaks == 1 ? "leaks.one" : "leaks.many", path, leaks);
    }

    /** One object, without a line end. */
    public static String json(String path, List<Leak> leaks) {
        StringWriter out = new StringWriter();
        JsonFactory factory = JsonFactory.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .characterEscapes(new MarkupEscapes())
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("path", SafeText.wellFormed(path));
            json.writeArrayPropertyStart("leaks");
            for (Leak leak : leaks) {
                json.writeStartObject();
                json.writeStringProperty("kind", leak.kind().label());
                json.writeStringProperty("where", SafeText.wellFormed(leak.where()));
                json.writeStringProperty("value", SafeText.wellFormed(leak.value()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toString();
    }
}
