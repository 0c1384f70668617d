package org.estampille.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.Modality;
import org.estampille.declaration.VisibleLabel.Form;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;

/**
 * What people see or hear of a file: image, video, audio, text, document ..., or unknown. A media type of {@code application/} does
 * not tell: MXF is a film unless its signed technical facts have sound alone; of a collection the names of its members tell, then
 * what is declared.
 *
 * @param format media type, empty where it is not known
 * @param document its crJSON, where there is one
 * @param declaration of the file, where it has one
 */
record ContentKind(String format, Optional<JsonObject> document, Optional<Declaration> declaration) {

    private static final String VIDEO = "video";
    private static final String AUDIO = "audio";
    private static final String IMAGE = "image";
    private static final String APPLICATION = "application/";

    private static final Set<String> DOCUMENTS = Set.of(
            "application/pdf",
            "application/rtf",
            "application/msword",
            "application/epub+zip",
            "application/xhtml+xml",
            "application/postscript");

    private static final Set<String> FILMS = Set.of(
            "mxf", "mp4", "m4v", "mov", "mkv", "webm", "avi", "mpg", "mpeg", "ts", "m2ts", "mts", "flv", "wmv", "m2v");
    private static final Set<String> PICTURES = Set.of(
            "png", "jpg", "jpeg", "tif", "tiff", "dpx", "exr", "jp2", "j2k", "j2c", "jpc", "jxl", "heic", "heif",
            "avif", "webp", "gif", "bmp", "tga", "cin", "svg", "psd", "dng");
    private static final Set<String> SOUNDS = Set.of(
            "wav", "w64", "bwf", "rf64", "aif", "aiff", "mp3", "flac", "m4a", "aac", "ogg", "opus", "ac3", "ec3");

    private static final Set<Form> SEEN =
            Set.of(Form.EU_GENERATED, Form.EU_MODIFIED, Form.EU_BASIC, Form.EQUIVALENT, Form.TEXT);
    private static final Set<Form> HEARD = Set.of(Form.AUDIBLE, Form.EARCON);

    /** In a word. */
    String word() {
        int slash = format.indexOf('/');
        if (slash > 0 && !format.startsWith(APPLICATION)) {
            return format.substring(0, slash);
        }
        if (format.equals("application/mxf")) {
            return isSoundAlone() ? AUDIO : VIDEO;
        }
        if (DOCUMENTS.contains(format) || format.startsWith("application/vnd.o")) {
            return "document";
        }
        return hasMember(FILMS) || hasMember(PICTURES) || hasMember(SOUNDS) ? ofMembers() : ofDeclaration();
    }

    private String ofMembers() {
        boolean pictures = hasMember(PICTURES);
        boolean sound = hasMember(SOUNDS) || pictures && uses(Modality.AUDIO);
        if (hasMember(FILMS) || pictures && (sound || isTimed() || uses(Modality.VIDEO))) {
            return VIDEO;
        }
        if (pictures) {
            return uses(Modality.IMAGE) ? IMAGE : DeclaredFacts.UNKNOWN;
        }
        return uses(Modality.VIDEO) || uses(Modality.IMAGE) ? DeclaredFacts.UNKNOWN : AUDIO;
    }

    /** A voice alone may be that of a film, and a label in a picture that of a film or of a still. */
    private String ofDeclaration() {
        boolean pictures = uses(Modality.IMAGE) || isLabelled(SEEN);
        boolean sound = uses(Modality.AUDIO) || isLabelled(HEARD);
        boolean film = uses(Modality.VIDEO) || pictures && (sound || isTimed());
        return film ? VIDEO : DeclaredFacts.UNKNOWN;
    }

    private boolean uses(Modality modality) {
        return declaration.stream()
                .flatMap(stated -> stated.uses().stream())
                .filter(AiUse::shows)
                .anyMatch(use -> use.modality().equals(Optional.of(modality)));
    }

    private boolean isLabelled(Set<Form> forms) {
        return declaration.stream()
                .flatMap(stated -> stated.labels().stream())
                .anyMatch(label -> forms.contains(label.form()));
    }

    /** Whether frames are counted, or something in it has a time. */
    private boolean isTimed() {
        return declaration
                .filter(stated -> stated.timeBase().isPresent()
                        || Stream.concat(
                                        stated.uses().stream().flatMap(use -> use.ranges().stream()),
                                        stated.labels().stream().flatMap(label -> label.ranges().stream()))
                                .anyMatch(range -> range.from().isPresent()
                                        || range.startFrame().isPresent()
                                        || range.timecodeIn().isPresent()))
                .isPresent();
    }

    private boolean isSoundAlone() {
        return assertion("org.estampille.technical-facts")
                .flatMap(facts -> facts.field("facts"))
                .filter(JsonObject.class::isInstance)
                .flatMap(facts -> ((JsonObject) facts).field("essence"))
                .equals(Optional.of(new JsonText("sound")));
    }

    private boolean hasMember(Set<String> endings) {
        return assertion("c2pa.hash.collection.data").stream()
                .flatMap(hashes -> items(hashes, "uris"))
                .map(member -> member.field("uri").orElse(new JsonText("")))
                .anyMatch(uri -> uri instanceof JsonText name && endings.contains(ending(name.value())));
    }

    private static String ending(String uri) {
        return uri.substring(uri.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The assertion of the first manifest that has it, as they stand in crJSON: the active one first. */
    private Optional<JsonObject> assertion(String label) {
        return document.stream()
                .flatMap(whole -> items(whole, "manifests"))
                .flatMap(manifest -> manifest.field("assertions").stream())
                .filter(JsonObject.class::isInstance)
                .flatMap(all -> ((JsonObject) all).field(label).stream())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .findFirst();
    }

    private static Stream<JsonObject> items(JsonObject group, String name) {
        JsonValue list = group.field(name).orElse(JsonArray.of(java.util.List.of()));
        return list instanceof JsonArray array
                ? array.items().stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                : Stream.empty();
    }
}
