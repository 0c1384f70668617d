package org.estampille.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of tagging one file, for people and for machines.
 *
 * @param path of the media, as the person wrote it
 * @param outcome what was done
 * @param written the file that carries the manifest, its format and length, its manifest; empty when it failed
 * @param warnings sentences about what a person should look at although it was done
 * @param error one sentence; empty when it did not
 */
public record TagReport(
        String path, Outcome outcome, Optional<Written> written, List<String> warnings, Optional<String> error) {

    public TagReport {
        warnings = List.copyOf(warnings);
    }

    /** What was done with a file. */
    public enum Outcome {
        TAGGED,
        UNCHANGED,
        /** Unchanged, and written to another place; the same word for machines. */
        COPIED,
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

    public static TagReport failed(String shown, String error) {
        return new TagReport(shown, Outcome.FAILED, Optional.empty(), List.of(), Optional.of(error));
    }

    /** The sentence about an ingredient whose own manifest does not hold. */
    public static String doubtful(String file, String ingredient) {
        return file + ": the manifest of " + ingredient
                + " does not hold; it is kept as an ingredient with that written"
                + " beside it, and the result will ask for review. 'estampille verify' says what is wrong with it.";
    }

    /** The sentence about a file name that promises another format than the file has. */
    public static String misnamed(String file, String format) {
        return file + ": the content is " + format
                + ", which is not what the name says; other programs may refuse the file.";
    }

    /** One line for a terminal. */
    public String toText() {
        String where = SafeText.line(written.map(Written::path).orElse(path));
        return switch (outcome) {
            case TAGGED -> "tagged     " + where;
            case AMENDED -> "amended    " + where;
            case UNCHANGED -> "unchanged  " + where + "  (says the same already)";
            case COPIED -> "copied     " + where + "  (it says the same already)";
            case WOULD_TAG -> "would tag  " + where;
            case FAILED -> SafeText.line(error.orElse(path));
        };
    }

    /** One JSON object, without a line end. */
    public String toJson() {
        Outcome told = outcome == Outcome.COPIED ? Outcome.UNCHANGED : outcome;
        return SafeJson.object(json -> {
            JsonFields fields = new JsonFields(json);
            fields.text("path", path);
            fields.text("outcome", told.name().toLowerCase(Locale.ROOT));
            if (written.isPresent()) {
                fields.text("written", written.get().path());
                fields.text("format", written.get().mediaType());
                json.writeNumberProperty("bytes", written.get().octets());
                fields.text("manifest", written.get().manifest());
            }
            if (!warnings.isEmpty()) {
                fields.texts("warnings", warnings);
            }
            error.ifPresent(cause -> fields.text("error", cause));
        });
    }
}
