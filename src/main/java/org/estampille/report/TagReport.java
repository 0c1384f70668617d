package org.estampille.report;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What came of tagging one file, for people and for machines.
 *
 * @param path of the media, as the person wrote it
 * @param outcome what was done
 * @param written the file that carries the manifest, its format and length, its manifest; empty when it failed
 * @param error one sentence; empty when it did not
 */
public record TagReport(String path, Outcome outcome, Optional<Written> written, Optional<String> error) {

    /** What was done with a file. */
    public enum Outcome {
        TAGGED,
        UNCHANGED,
        AMENDED,
        WOULD_TAG,
        FAILED
    }

    /**
     * A file that carries a manifest.
     *
     * @param path of the file
     * @param mediaType of the media
     * @param octets of the file
     * @param manifest label of its active manifest
     */
    public record Written(String path, String mediaType, long octets, String manifest) {}

    private static final JsonFactory JSON = new JsonFactory();

    public static TagReport failed(String shown, String error) {
        return new TagReport(shown, Outcome.FAILED, Optional.empty(), Optional.of(error));
    }

    /** One line for a terminal. */
    public String toText() {
        String where = SafeText.line(written.map(Written::path).orElse(path));
        return switch (outcome) {
            case TAGGED -> "tagged     " + where;
            case AMENDED -> "amended    " + where;
            case UNCHANGED -> "unchanged  " + where + "  (says the same already)";
            case WOULD_TAG -> "would tag  " + where;
            case FAILED -> SafeText.line(error.orElse(path));
        };
    }

    /** One JSON object, without a line end. */
    public String toJson() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("path", path);
            json.writeStringProperty("outcome", outcome.name().toLowerCase(Locale.ROOT));
            if (written.isPresent()) {
                json.writeStringProperty("written", written.get().path());
                json.writeStringProperty("format", written.get().mediaType());
                json.writeNumberProperty("bytes", written.get().octets());
                json.writeStringProperty("manifest", written.get().manifest());
            }
            if (error.isPresent()) {
                json.writeStringProperty("error", error.get());
            }
            json.writeEndObject();
        }
        return out.toString();
    }
}
