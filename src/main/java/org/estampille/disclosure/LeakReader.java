package org.estampille.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.estampille.cbor.CborValue;
import org.estampille.declaration.DeclarationProfile;
import org.estampille.disclosure.Leak.Kind;
import org.estampille.manifest.ActionsAssertion;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.EmbeddedFile;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/**
 * Finds what a manifest store gives away: by the names of fields, and by the shape of texts wherever they stand. Nothing is
 * trusted or judged; a store that does not hold leaks as much as one that does.
 */
public final class LeakReader {

    private static final int MOST = 10_000;
    private static final Pattern E_MAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}\\.[A-Za-z]{2,24}");
    private static final Pattern IPV4 = Pattern.compile(
            "(?<![\\d.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.])");
    /** Eight groups, or fewer around a double colon; four groups of two digits are a time code. */
    private static final Pattern IPV6 = Pattern.compile(
            "(?<![\\w:.])(?:(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}"
                    + "|[0-9a-fA-F]{3,4}(?::[0-9a-fA-F]{1,4}){0,6}::(?:[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){0,6})?)(?![\\w:])");

    private static final Pattern PATH = Pattern.compile(
            "file:|[A-Za-z]:\\\\|\\\\\\\\[\\w.-]|(?:^|[\\s'\"=(])/(?:home|Users|mnt|media|srv|var|tmp|opt|Volumes|data|net|prod|proj)/");
    private static final Pattern URL =
            Pattern.compile("^(?:https?|ftp|s3|gs|smb|nfs|ssh)://", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}.*)?");

    private static final Set<String> PROMPTS = Set.of("prompt", "seed", "aipromptinformation", "negativeprompt");
    private static final Set<String> PERSONS = Set.of(
            "promptwriter",
            "aipromptwritername",
            "declaredby",
            "editorialresponsibility",
            "people",
            "persons",
            "author",
            "creator",
            "by",
            "assessor",
            "reviewedby",
            "holder",
            "consentref",
            "artist",
            "user",
            "username");
    /** What names somebody within a group about people; the rest of such a group is answers, dates and words of the schema. */
    private static final Set<String> NAMING = Set.of(
            "ref",
            "name",
            "givenname",
            "familyname",
            "contact",
            "identifier",
            "credentialref",
            "verifiedby",
            "scope",
            "consentbasis",
            "@id");

    private static final Set<String> ANSWERS = Set.of(
            "yes",
            "no",
            "unknown",
            "all",
            "none",
            "any",
            "both",
            "true",
            "false",
            "not applicable",
            "not_applicable",
            "n/a",
            "perpetual",
            "while-subscribed",
            "conditions");

    /** What an answer from a vocabulary is none of: nobody, nothing told and no program. */
    private static final Set<Kind> ANSWERED = Set.of(Kind.PERSON, Kind.FREE_TEXT, Kind.SOFTWARE);

    private static final Set<String> CODE_NAMES = Set.of(
            "title",
            "shot",
            "shots",
            "org.estampille.shots",
            "org.estampille.use",
            "id",
            "project",
            "host",
            "hostname");
    private static final Set<String> TEXTS = Set.of(
            "description",
            "note",
            "rationale",
            "reason",
            "comment",
            "decision",
            "feature",
            "competence",
            "clauseref",
            "termsversion",
            "plan",
            "region",
            "role",
            "department",
            "media",
            "term",
            "text",
            "org.estampille.text",
            "alttext",
            "position",
            "constraintinfo",
            "constraint_info",
            "track",
            "from",
            "to");
    private static final Set<String> SOFTWARE = Set.of(
            "softwareagent",
            "version",
            "claim_generator",
            "claim_generator_info",
            "tool",
            "vendor",
            "product",
            "model",
            "modelname",
            "modelversion",
            "modellicence");
    /** Parts of such groups that are words of the schema. */
    private static final Set<String> CLOSED = Set.of("channel", "featurestage", "modeltype", "statusfr");

    private static final Set<String> OWN_VOCABULARY = Set.of("@context", "schema", "action", "digitalsourcetype");

    private final List<Leak> leaks = new ArrayList<>();

    private LeakReader() {}

    /** Everything in all manifests, the newest first; at most ten thousand findings. */
    public static List<Leak> read(ManifestStore store) {
        LeakReader reader = new LeakReader();
        for (int i = store.manifests().size() - 1; i >= 0; i--) {
            reader.manifest(store.manifests().get(i));
        }
        return List.copyOf(reader.leaks);
    }

    private void manifest(Manifest manifest) {
        if (manifest.claim().isPresent()) {
            claim(manifest, manifest.claim().get());
        }
        for (Assertion assertion : manifest.assertions()) {
            String where = manifest.uriOf(assertion);
            if (assertion instanceof DataAssertion data) {
                value(where, "", data.value(), Optional.empty());
            } else if (assertion instanceof ActionsAssertion actions) {
                value(where, "", actions.content(), Optional.empty());
            } else if (assertion instanceof Ingredient ingredient) {
                ingredient.title().ifPresent(title -> add(Kind.CODE_NAME, where + "/dc:title", title));
            } else if (assertion instanceof BindingAssertion binding) {
                binding.content()
                        .get("name")
                        .flatMap(CborValue::asText)
                        .ifPresent(name -> text(where + "/name", "", name));
            } else if (assertion instanceof EmbeddedFile file) {
                add(
                        Kind.PICTURE,
                        where,
                        file.mediaType() + ", " + file.content().length() + " octets");
            }
        }
    }

    private void claim(Manifest manifest, Claim claim) {
        String where = manifest.uri(claim.box().label());
        claim.title().ifPresent(title -> add(Kind.CODE_NAME, where + "/dc:title", title));
        for (Claim.Generator generator : claim.generators()) {
            String version = generator.version().map(text -> " " + text).orElse("");
            add(Kind.SOFTWARE, where + "/claim_generator_info", generator.name() + version);
        }
    }

    /** @param inherited the kind of the group the value stands in */
    private void value(String where, String name, CborValue tagged, Optional<Kind> inherited) {
        CborValue value = tagged.untagged();
        if (leaks.size() >= MOST) {
            return;
        }
        if (value instanceof CborValue.Map map) {
            for (CborValue.Entry entry : map.entries()) {
                String key = entry.key().asText().orElse("");
                Optional<Kind> group = isTerms(key, entry.value()) ? Optional.empty() : ofGroup(key);
                value(where + "/" + key, key, entry.value(), inherited.or(() -> group));
            }
        } else if (value instanceof CborValue.Array array) {
            for (int i = 0; i < array.items().size(); i++) {
                value(where + "/" + i, name, array.items().get(i), inherited);
            }
        } else if (value.asText().isPresent()) {
            String text = value.asText().get();
            Optional<Kind> kind = kind(where, name, text, inherited);
            if (kind.isPresent()) {
                add(kind.get(), where, text);
            }
            shapes(where, plain(name), text, kind.isPresent());
        }
    }

    /** A vendor is a name beside a tool; a group of that name is what its terms give. */
    private static boolean isTerms(String name, CborValue value) {
        return plain(name).equals("vendor") && value.untagged().asMap().isPresent();
    }

    private static Optional<Kind> kind(String where, String name, String text, Optional<Kind> inherited) {
        if (CLOSED.contains(plain(name))) {
            return Optional.empty();
        }
        Optional<Kind> own = ofField(name).or(() -> isFree(where, name, text));
        Optional<Kind> kind = inherited.isEmpty() || inherited.get() != Kind.PERSON
                ? inherited.or(() -> own)
                : NAMING.contains(plain(name)) ? inherited : own;
        boolean title = kind.equals(Optional.of(Kind.CODE_NAME)) && where.contains("/evidence/");
        boolean nobody = TIME.matcher(text).matches() || ANSWERS.contains(text.toLowerCase(Locale.ROOT));
        return kind.map(found -> title ? Kind.FREE_TEXT : found).filter(found -> !ANSWERED.contains(found) || !nobody);
    }

    /** In our own assertions what is written in several words is free, whatever the field; so is the value of a condition. */
    private static Optional<Kind> isFree(String where, String name, String text) {
        boolean own = where.contains("/org.estampille.") && !OWN_VOCABULARY.contains(plain(name));
        boolean condition = plain(name).equals("value") && where.contains("/conditions/");
        return own && (condition || text.strip().indexOf(' ') > 0) ? Optional.of(Kind.FREE_TEXT) : Optional.empty();
    }

    private void text(String where, String name, String text) {
        ofField(name).ifPresent(kind -> add(kind, where, text));
        shapes(where, plain(name), text, false);
    }

    private void shapes(String where, String name, String text, boolean named) {
        if (OWN_VOCABULARY.contains(name)) {
            return;
        }
        if (E_MAIL.matcher(text).find()) {
            add(Kind.E_MAIL, where, text);
        }
        boolean version = name.contains("version") || SOFTWARE.contains(name);
        if (!version && IPV4.matcher(text).find() || IPV6.matcher(text).find()) {
            add(Kind.ADDRESS, where, text);
        }
        if (PATH.matcher(text).find()) {
            add(Kind.PATH, where, text);
        }
        if (URL.matcher(text).find() && !where.contains("@context")) {
            add(Kind.URL, where, text);
        }
        if (!named && TIME.matcher(text).matches()) {
            add(Kind.TIME, where, text);
        }
    }

    private static Optional<Kind> ofGroup(String name) {
        String plain = plain(name);
        if (PERSONS.contains(plain)) {
            return Optional.of(Kind.PERSON);
        }
        return SOFTWARE.contains(plain) ? Optional.of(Kind.SOFTWARE) : Optional.empty();
    }

    private static Optional<Kind> ofField(String name) {
        String plain = plain(name);
        if (PROMPTS.contains(plain)) {
            return Optional.of(Kind.PROMPT);
        }
        if (CODE_NAMES.contains(plain)) {
            return Optional.of(Kind.CODE_NAME);
        }
        return TEXTS.contains(plain) ? Optional.of(Kind.FREE_TEXT) : ofGroup(name);
    }

    /** The name without prefix, in small letters. */
    private static String plain(String name) {
        return name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private void add(Kind kind, String where, String value) {
        if (leaks.size() < MOST && !value.equals(DeclarationProfile.UNTOLD)) {
            leaks.add(new Leak(kind, where, value));
        }
    }
}
