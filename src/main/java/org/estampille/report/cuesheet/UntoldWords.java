package org.estampille.report.cuesheet;

import org.estampille.cuesheet.CueSource;
import org.estampille.cuesheet.Told;
import org.estampille.disclosure.Involvement;

/** Words for lines that nobody declares. */
final class UntoldWords {

    private UntoldWords() {}

    /** For the column that says who declares. */
    static String why(Told told) {
        return "nobody: " + reason(told);
    }

    /** The file, and why AI may be in it. */
    static String doubt(Told told) {
        return told.from().map(CueSource::file).orElse("no file") + " (" + reason(told) + ")";
    }

    private static String reason(Told told) {
        String place = told.ingredient()
                .map(source -> "its ingredient " + source.name() + ": ")
                .orElse("");
        return place
                + switch (told.untold().orElseThrow()) {
                    case UNDECLARED -> words(told.involvement()) + ", and no use declared tells of it";
                    case NO_FILE -> "no file was found for the clip";
                    case NO_MANIFEST -> "it has no manifest, so nothing is known";
                    case NOT_HOLDING -> "its manifest does not hold";
                    case DID_NOT_HOLD -> "it did not hold when the file was made from it";
                    case NOT_JUDGED -> "it could not be judged";
                };
    }

    private static String words(Involvement involvement) {
        return switch (involvement) {
            case UNKNOWN -> "AI use unknown";
            case NONE_DECLARED -> "no AI declared";
            case ASSISTIVE -> "AI helped";
            case MODIFIED -> "partly made or changed by AI";
            case GENERATED -> "made by AI";
        };
    }
}
