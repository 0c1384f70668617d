package org.estampille.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.estampille.cbor.CborValue;

/**
 * Which fields of a declaration a profile tells: a decision for every field, so that one nobody thought of stays untold.
 *
 * @param decisions by the path of the field, as {@code uses.tool.name}
 * @param words that tell nothing of a production, such as the usual names of roles; in small letters, without hyphens
 */
record ToldFields(Map<String, ToldFields.Decision> decisions, Set<String> words) {

    static final String UNTOLD = "not disclosed";

    /** A single answer may also be written as a group with a remark. */
    private static final List<String> GROUPED = List.of(".value", ".permission");

    private static final String TOOL_BEHIND = ".tool.upstream";
    private static final String WORD = "word ";

    /** A number or amount, a day, a media type or method, a language, the reference of a manifest. */
    private static final Pattern NOTATION = Pattern.compile("(?:[A-Z]{3} ?)?[0-9][0-9.,' ]{0,24}(?:[A-Z]{3})?"
            + "|[0-9]{4}-[0-9]{2}-[0-9]{2}|[a-z-]{1,20}/[a-z0-9.+-]{1,60}|[a-z]{2,3}(?:-[A-Z]{2})?"
            + "|urn:(?:c2pa|uuid):[0-9A-Za-z:._-]{1,200}");

    private static final Pattern SPDX =
            Pattern.compile("\\(*[A-Za-z0-9.+-]{1,80}\\)*(?: (?:AND|OR|WITH) \\(*[A-Za-z0-9.+-]{1,80}\\)*){0,20}");

    ToldFields {
        decisions = Map.copyOf(decisions);
        words = Set.copyOf(words);
    }

    /** What becomes of a field. */
    enum Decision {
        /** Told. */
        KEEP,
        /** Left out. */
        OMIT,
        /** A required text, of which nothing is told. */
        UNTOLD,
        /** Told where its host has a public name. */
        PUBLIC,
        /** Told where it cannot be free text: a number, a day, a notation, or a word of the profile. */
        KNOWN,
        /** Told where it is an SPDX expression or a public address. */
        LICENCE,
        /** Told where it is a public archive: where a house keeps a document names hosts and folders. */
        ARCHIVE
    }

    /** The decisions of a profile, by its word. */
    static ToldFields of(String profile) {
        String resource = profile + ".txt";
        try (InputStream stream = ToldFields.class.getResourceAsStream(resource)) {
            byte[] octets = Objects.requireNonNull(stream, resource).readAllBytes();
            return parse(new String(octets, StandardCharsets.UTF_8));
        } catch (IOException unreadableJar) {
            throw new UncheckedIOException(unreadableJar);
        }
    }

    private static ToldFields parse(String text) {
        Map<String, Decision> decisions = new HashMap<>();
        Set<String> words = new HashSet<>();
        for (String line : text.lines().toList()) {
            int gap = line.indexOf(' ');
            if (line.startsWith(WORD)) {
                words.add(folded(line.substring(gap)));
            } else if (!line.startsWith("#") && gap > 0) {
                Decision decision = Decision.valueOf(line.substring(0, gap).toUpperCase(Locale.ROOT));
                decisions.put(line.substring(gap).strip(), decision);
            }
        }
        return new ToldFields(decisions, words);
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    }

    /** What is told of a declaration. */
    CborValue.Map in(CborValue.Map declaration) {
        return group(declaration, "");
    }

    private CborValue.Map group(CborValue.Map group, String path) {
        List<CborValue.Entry> told = new ArrayList<>();
        for (CborValue.Entry entry : group.entries()) {
            String name = entry.key().asText().orElse("");
            String place = (path.isEmpty() ? name : path + "." + name).replace(TOOL_BEHIND, ".tool");
            value(entry.value(), place).ifPresent(value -> told.add(new CborValue.Entry(entry.key(), value)));
        }
        return new CborValue.Map(told);
    }

    private Optional<CborValue> value(CborValue value, String path) {
        if (value instanceof CborValue.Map map) {
            CborValue.Map told = group(map, path);
            return told.entries().isEmpty() ? Optional.empty() : Optional.of(told);
        }
        if (value instanceof CborValue.Array array) {
            List<CborValue> told = new ArrayList<>();
            array.items().forEach(item -> value(item, path).ifPresent(told::add));
            // An empty list says that there is nothing, which is told only when it was said.
            return told.isEmpty() && !array.items().isEmpty() ? Optional.empty() : Optional.of(CborValue.array(told));
        }
        return switch (decision(path)) {
            case KEEP -> Optional.of(value);
            case OMIT -> Optional.empty();
            case UNTOLD -> Optional.of(CborValue.of(UNTOLD));
            case KNOWN -> Optional.of(value.asText().filter(this::isKnown).isPresent() ? value : CborValue.of(UNTOLD));
            case LICENCE -> when(value, ToldFields::isLicence);
            case PUBLIC -> when(value, PublicAddress::isPublic);
            case ARCHIVE -> when(value, PublicAddress::isArchive);
        };
    }

    private static Optional<CborValue> when(CborValue value, Predicate<String> told) {
        return Optional.of(value).filter(any -> any.asText().filter(told).isPresent());
    }

    private boolean isKnown(String text) {
        return NOTATION.matcher(text).matches() || words.contains(folded(text));
    }

    private static boolean isLicence(String text) {
        return SPDX.matcher(text).matches() || PublicAddress.isPublic(text);
    }

    private Decision decision(String path) {
        Optional<Decision> own = Optional.ofNullable(decisions.get(path));
        for (String answer : GROUPED) {
            own = own.or(() -> Optional.ofNullable(decisions.get(path + answer)));
        }
        return own.orElse(Decision.OMIT);
    }
}
