package org.estampille.report;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Fields of text, which may come from a file and be no well-formed Unicode.
 *
 * @param json where to write
 */
public record JsonFields(JsonGenerator json) {

    /** A field with text. */
    public void text(String name, String value) {
        json.writeStringProperty(name, SafeText.wellFormed(value));
    }

    /** A field with text, null where there is none. */
    public void optional(String name, Optional<String> value) {
        if (value.isPresent()) {
            text(name, value.get());
        } else {
            json.writeNullProperty(name);
        }
    }

    /** A list of texts. */
    public void texts(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        for (String value : values) {
            json.writeString(SafeText.wellFormed(value));
        }
        json.writeEndArray();
    }
}
