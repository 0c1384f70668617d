package org.estampille.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ParameterException;

/** What is wrong with a command line, without the names of Java's types and constants. */
final class UsageSentence {

    private static final Pattern UNCONVERTED =
            Pattern.compile("cannot convert '(.*)' to (?:class )?(?:[\\w.]+\\.)?(\\w+)(?: \\(.*\\))?$", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("'(.*)' is not an? (\\w+)$", Pattern.DOTALL);
    private static final Pattern CHOICE = Pattern.compile(
            "expected one of \\[([^\\]]*)\\](?: \\(case-(?:in)?sensitive\\))? but was '(.*)'$", Pattern.DOTALL);

    private static final Map<String, String> WANTED = Map.ofEntries(
            Map.entry("LocalDate", "a date like 2026-11-22"),
            Map.entry("Instant", "a time like 2026-11-22T10:00:00Z"),
            Map.entry("OffsetDateTime", "a time like 2026-11-22T10:00:00Z"),
            Map.entry("Duration", "a span of time like PT30S"),
            Map.entry("URI", "an address like https://example.org/"),
            Map.entry("URL", "an address like https://example.org/"),
            Map.entry("Path", "a file name"),
            Map.entry("File", "a file name"),
            Map.entry("Pattern", "a regular expression"),
            Map.entry("int", "a whole number"),
            Map.entry("Integer", "a whole number"),
            Map.entry("long", "a whole number"),
            Map.entry("Long", "a whole number"),
            Map.entry("double", "a number"),
            Map.entry("boolean", "true or false"));

    private UsageSentence() {}

    /** The sentence, unescaped. */
    static String of(ParameterException exception) {
        String message = String.valueOf(exception.getMessage());
        return plain(message.startsWith("Error: ") ? message.substring(7) : message);
    }

    static String plain(String message) {
        Matcher choice = CHOICE.matcher(message);
        if (choice.find()) {
            String words = Arrays.stream(choice.group(1).split(", "))
                    .map(word -> word.toLowerCase(Locale.ROOT).replace('_', '-'))
                    .distinct()
                    .collect(Collectors.joining(", "));
            return message.substring(0, choice.start()) + "wants one of " + words + ", not '" + choice.group(2) + "'.";
        }
        for (Pattern pattern : new Pattern[] {UNCONVERTED, NUMBER}) {
            Matcher type = pattern.matcher(message);
            if (type.find()) {
                String wanted = WANTED.getOrDefault(type.group(2), "something else");
                return message.substring(0, type.start()) + "wants " + wanted + ", not '" + type.group(1) + "'.";
            }
        }
        return message;
    }
}
