package org.estampille.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A reason why our crJSON may differ from the recorded one, as {@code crjson-differences.json} lists it.
 *
 * @param id names the paragraph of {@code specs/differences.md}
 * @param clause that decides
 * @param path of the leaves it is about
 * @param ours what we may have; nothing when we must not have the leaf
 * @param theirs the same for the reference
 * @param relation what the two values must have in common: {@code case}, {@code octets}, {@code reference} or nothing
 * @param files the only ones it is about; none for all
 * @param mayVanish whether further work on the validator can make it go away
 */
record Explanation(
        String id,
        String clause,
        Pattern path,
        Optional<Pattern> ours,
        Optional<Pattern> theirs,
        String relation,
        List<String> files,
        boolean mayVanish) {

    static List<Explanation> all() throws IOException {
        try (InputStream stream = Explanation.class.getResourceAsStream("crjson-differences.json")) {
            List<Explanation> all = new ArrayList<>();
            for (JsonNode entry : CorpusReports.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8))) {
                all.add(read(entry));
            }
            return all;
        }
    }

    private static Explanation read(JsonNode entry) {
        List<String> files = new ArrayList<>();
        entry.path("files").forEach(file -> files.add(file.stringValue()));
        return new Explanation(
                entry.path("id").stringValue(),
                entry.path("clause").stringValue(),
                Pattern.compile(entry.path("path").stringValue()),
                pattern(entry.path("ours")),
                pattern(entry.path("theirs")),
                entry.path("relation").stringValue(""),
                files,
                entry.path("mayVanish").booleanValue(false));
    }

    private static Optional<Pattern> pattern(JsonNode node) {
        return node.isString() ? Optional.of(Pattern.compile(node.stringValue())) : Optional.empty();
    }

    boolean covers(Difference difference) {
        return (files.isEmpty() || files.contains(difference.file()))
                && path.matcher(difference.path()).matches()
                && admits(ours, difference.ours())
                && admits(theirs, difference.theirs())
                && (relation.isEmpty()
                        || related(
                                difference.ours().orElseThrow(),
                                difference.theirs().orElseThrow()));
    }

    private static boolean admits(Optional<Pattern> pattern, Optional<String> value) {
        return pattern.isPresent() == value.isPresent()
                && (value.isEmpty() || pattern.get().matcher(value.get()).matches());
    }

    private boolean related(String one, String other) {
        return switch (relation) {
            case "case" -> one.equalsIgnoreCase(other);
            case "octets" -> one.replace(FlatJson.OCTETS, "").equals(other.replace(FlatJson.OCTETS, ""));
            case "reference" -> other.endsWith("/" + one.substring(one.indexOf('=') + 1));
            default -> throw new IllegalStateException("unknown relation " + relation);
        };
    }
}
