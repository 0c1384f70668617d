package org.estampille.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonNumber;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;

/**
 * The answers of a house in the words that rules know. Rules compare with these words only, so another word would count as the good
 * answer; what the house itself calls unknown is open wherever it could matter.
 */
final class HouseAnswers {

    static final String ROLES = "roles";

    private static final List<String> YES_OR_NO = List.of(DeclaredFacts.YES, DeclaredFacts.NO);

    /** Answers that are neither yes or no nor a reference, with their words. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "thirdPartyIp", List.of("cleared", "uncleared"),
            "codeSignatory", List.of("S1", "S2", "both", "none"));

    private static final List<String> REFERENCES = List.of("approvalRef", "fairnessNote");

    private static final String ADDRESS = "detectorUrl";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** There is none, or what was asked for was refused. */
    private static final Pattern DENIED = Pattern.compile(
            "|no|none|non|aucune?|n\u00e9ant|nil|nein|keine?|false"
                    + "|(?:not|non|nicht) (?:approved|cleared|granted|approuv|valid|accord|genehmigt|freigegeben).*"
                    + "|(?:.*\\P{L})?(?:refused|rejected|declined|denied|withdrawn|revoked|refus\u00e9e?|rejet\u00e9e?|abgelehnt|verweigert)(?!\\p{L}).*",
            FLAGS);

    /** There may be one some day. */
    private static final Pattern OPEN = Pattern.compile(
            "unknown|inconnue?|not (?:known|yet|applicable|available|assigned)\\b.*|n/?\\.?a\\.?|s\\.?o\\.?|sans objet"
                    + "|(?:pending|awaiting|requested|en attente|en cours|in progress|demand\u00e9e?)\\b.*|tb[acd]|to be\\b.*|to ?do|later|soon"
                    + "|(?:\u00e0|a) (?:venir|confirmer|compl\u00e9ter|d\u00e9finir|suivre)\\b.*|bient\u00f4t|null|x{2,}|[^\\p{L}\\p{N}]+",
            FLAGS);

    private static final Pattern ASSENT = Pattern.compile("yes|oui|ja|s\u00ed|true|ok", FLAGS);

    private static final String APPROVAL = "approvalRef";

    /** What finds a document again has a number or a date in it; words alone can say anything, a refusal among it. */
    private static final Pattern NUMBERED = Pattern.compile(".*\\d.*");

    private static final Pattern HTTP = Pattern.compile("https?://[^\\s/]+\\S*", FLAGS);

    private HouseAnswers() {}

    /** What is wrong with an answer that rules of ours ask for, to follow its name; empty where nothing is. */
    static Optional<String> fault(String name, JsonValue value) {
        if (name.equals(ROLES)) {
            return HouseRoles.fault(HouseRoles.words(value));
        }
        if (value == JsonNull.NULL) {
            return Optional.empty();
        }
        String wanted = isReference(name)
                ? (name.equals(ADDRESS) ? "an address that begins with https://" : "a reference, such as AP-2026-118")
                        + "; no where there is none, unknown where nobody knows"
                : "one of " + String.join(", ", words(name)) + ", " + DeclaredFacts.UNKNOWN;
        return isRight(name, value)
                ? Optional.empty()
                : Optional.of(
                        "wants " + wanted + "; not " + HouseRoles.words(value).get(0));
    }

    private static boolean isRight(String name, JsonValue value) {
        Optional<String> said = said(value);
        if (!isReference(name)) {
            return said.filter(word ->
                            word.equals(DeclaredFacts.UNKNOWN) || words(name).contains(word))
                    .isPresent();
        }
        if (value == JsonBoolean.TRUE || said.isEmpty()) {
            return false;
        }
        String reference = reference(said.get());
        boolean none = reference.equals(DeclaredFacts.NO) || reference.equals(DeclaredFacts.UNKNOWN);
        return none
                || !ASSENT.matcher(reference).matches()
                        && (!name.equals(ADDRESS) || HTTP.matcher(reference).matches())
                        && (!name.equals(APPROVAL)
                                || NUMBERED.matcher(reference).matches());
    }

    private static boolean isReference(String name) {
        return name.equals(ADDRESS) || REFERENCES.contains(name);
    }

    /** Words that an answer can be, beside unknown. */
    static List<String> words(String name) {
        return isReference(name) ? List.of(DeclaredFacts.NO) : WORDS.getOrDefault(name, YES_OR_NO);
    }

    private static Optional<String> said(JsonValue value) {
        if (value instanceof JsonBoolean truth) {
            return Optional.of(truth == JsonBoolean.TRUE ? DeclaredFacts.YES : DeclaredFacts.NO);
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.text());
        }
        return value instanceof JsonText text ? Optional.of(text.value()) : Optional.empty();
    }

    private static String reference(String written) {
        String said = written.strip();
        if (DENIED.matcher(said).matches()) {
            return DeclaredFacts.NO;
        }
        return OPEN.matcher(said).matches() ? DeclaredFacts.UNKNOWN : said;
    }

    /** The answers as rules read them, what the house calls unknown among them. */
    static JsonObject read(JsonObject written) {
        Map<String, JsonValue> answers = new LinkedHashMap<>();
        written.fields().forEach((name, value) -> {
            if (name.equals(ROLES)) {
                answers.put(name, value);
            } else if (value != JsonNull.NULL) {
                boolean worded = isReference(name) || value instanceof JsonBoolean;
                Optional<String> word = worded ? said(value) : Optional.empty();
                answers.put(
                        name,
                        word.map(said -> isReference(name) ? reference(said) : said)
                                .<JsonValue>map(JsonText::new)
                                .orElse(value));
            }
        });
        return JsonObject.of(answers);
    }

    /** What the house says it does not know. */
    static List<String> unknown(JsonObject answers) {
        List<String> unknown = new ArrayList<>();
        answers.fields().forEach((name, value) -> {
            if (value instanceof JsonText text
                    && text.value().toLowerCase(Locale.ROOT).equals(DeclaredFacts.UNKNOWN)) {
                unknown.add(name);
            }
        });
        return unknown;
    }

    /** What formulas find: an answer that is not known is null, as one that nobody gave. */
    static JsonObject known(JsonObject answers) {
        Map<String, JsonValue> known = new LinkedHashMap<>(answers.fields());
        known.keySet().removeAll(unknown(answers));
        return JsonObject.of(known);
    }
}
