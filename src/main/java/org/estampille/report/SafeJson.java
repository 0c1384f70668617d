package org.estampille.report;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * JSON that can stand anywhere: everything outside of ASCII and the characters of markup are written as numbers, so no text of a
 * file reaches a terminal or a page as it is.
 */
public final class SafeJson {

    private static final int ROOM = 2_048;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .characterEscapes(new MarkupEscapes())
            .build();

    private SafeJson() {}

    /** One object on one line, without a line end; {@code content} writes what is in it. */
    public static String object(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter(ROOM);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }
}
