package org.estampille.report;

import java.util.List;
import org.estampille.disclosure.Leak;

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
        return SafeJson.object(json -> {
            JsonFields fields = new JsonFields(json);
            fields.text("path", path);
            json.writeArrayPropertyStart("leaks");
            for (Leak leak : leaks) {
                json.writeStartObject();
                fields.text("kind", leak.kind().label());
                fields.text("where", leak.where());
                fields.text("value", leak.value());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
