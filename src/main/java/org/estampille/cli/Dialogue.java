package org.estampille.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.estampille.report.SafeText;

/** Questions and answers in a terminal. An empty line takes what stands in brackets. */
final class Dialogue {

    private static final int MOST_SHOWN = 9;
    private static final int LONGEST_ANSWER = 10_000;

    private final BufferedReader in;
    private final PrintWriter out;

    Dialogue(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    void say(String line) {
        out.println(SafeText.line(line));
        out.flush();
    }

    /** A text; asked again until there is one, unless there is something to fall back on. */
    String text(String question, Optional<String> fallback) throws IOException, CommandFailure {
        while (true) {
            String answer = ask(question, fallback);
            Optional<String> given =
                    Optional.of(answer).filter(text -> !text.isEmpty()).or(() -> fallback);
            if (given.isPresent()) {
                return given.get();
            }
            say("  Please write something.");
        }
    }

    /** A text, or nothing. */
    Optional<String> optional(String question) throws IOException, CommandFailure {
        return Optional.of(ask(question, Optional.empty())).filter(text -> !text.isEmpty());
    }

    /** One of a few words; the beginning of one will do. */
    String choice(String question, List<String> words, String fallback) throws IOException, CommandFailure {
        while (true) {
            String answer = ask(question + " (" + String.join(", ", words) + ")", Optional.of(fallback));
            Optional<String> found = answer.isEmpty() ? Optional.of(fallback) : only(answer, words);
            if (found.isPresent()) {
                return found.get();
            }
            say("  Please answer with one of: " + String.join(", ", words));
        }
    }

    private static Optional<String> only(String answer, List<String> words) {
        String start = answer.toLowerCase(Locale.ROOT);
        if (words.contains(start)) {
            return Optional.of(start);
        }
        List<String> found =
                words.stream().filter(word -> word.startsWith(start)).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Several words, parted by commas, each of which may be begun only. */
    List<String> choices(String question, List<String> words, List<String> fallback)
            throws IOException, CommandFailure {
        while (true) {
            String answer = ask(question, Optional.of(String.join(", ", fallback)));
            if (answer.isEmpty()) {
                return fallback;
            }
            List<String> found = new ArrayList<>();
            List<String> strange = new ArrayList<>();
            for (String part : answer.split("[,;]\\s*|\\s+", -1)) {
                only(part, words).ifPresentOrElse(found::add, () -> strange.add(part));
            }
            if (strange.isEmpty() && !found.isEmpty()) {
                return found;
            }
            say("  Unknown: " + String.join(", ", strange) + ". There are: " + String.join(", ", words));
        }
    }

    /** A name, completed from a catalogue: a few matches are listed to pick by number; a name it does not know is kept. */
    String completed(String question, Function<String, List<String>> catalogue, Optional<String> fallback)
            throws IOException, CommandFailure {
        String typed = text(question, fallback);
        List<String> matches = catalogue.apply(typed);
        for (String match : matches) {
            if (match.equalsIgnoreCase(typed)) {
                return match;
            }
        }
        if (matches.isEmpty()) {
            return typed;
        }
        if (matches.size() > MOST_SHOWN) {
            say("  " + matches.size() + " tools match; the first are listed, or write more of the name.");
        }
        List<String> shown = matches.subList(0, Math.min(MOST_SHOWN, matches.size()));
        for (int i = 0; i < shown.size(); i++) {
            say("  " + (i + 1) + "  " + shown.get(i));
        }
        return picked(typed, shown, catalogue);
    }

    /** Enter takes a match that is the only one; of several, somebody has to say which. */
    private String picked(String typed, List<String> shown, Function<String, List<String>> catalogue)
            throws IOException, CommandFailure {
        Optional<String> first = shown.size() == 1 ? Optional.of("1") : Optional.empty();
        String picked = text("  Number, another name, or 0 for \"" + typed + "\" as written", first);
        if (picked.matches("\\d")) {
            int number = Integer.parseInt(picked);
            return number >= 1 && number <= shown.size() ? shown.get(number - 1) : typed;
        }
        List<String> narrower = catalogue.apply(picked);
        return narrower.size() == 1 ? narrower.get(0) : picked;
    }

    /** One of several, by number, or a name of one's own; nothing is picked for those who do not know. */
    Optional<String> pick(String question, List<String> options) throws IOException, CommandFailure {
        for (int i = 0; i < options.size(); i++) {
            say("  " + (i + 1) + "  " + options.get(i));
        }
        Optional<String> picked = optional(question + ": number or name (empty if you do not know)");
        if (picked.isPresent() && picked.get().matches("\\d{1,3}")) {
            int number = Integer.parseInt(picked.get());
            return number >= 1 && number <= options.size() ? Optional.of(options.get(number - 1)) : Optional.empty();
        }
        return picked;
    }

    private String ask(String question, Optional<String> fallback) throws IOException, CommandFailure {
        out.print(SafeText.line(question
                + fallback.filter(text -> !text.isEmpty())
                        .map(text -> " [" + text + "]")
                        .orElse("") + ": "));
        out.flush();
        StringBuilder answer = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            out.println();
            throw new CommandFailure(ExitCode.USAGE, "the answers ended before the questions; nothing was written.");
        }
        while (c >= 0 && c != '\n') {
            if (answer.length() < LONGEST_ANSWER) {
                answer.append((char) c);
            }
            c = in.read();
        }
        return answer.toString().strip();
    }
}
