package org.estampille.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.Contradiction;
import org.estampille.disclosure.Involvement;
import org.estampille.marks.Mark;

/**
 * What disagrees, for people: who says what, where, and what speaks against it. Addresses stay in JSON.
 *
 * @param words of {@link Words#ofTexts}
 */
record ContradictionSentences(Words words) {

    private static final int LONGEST = 60;
    private static final int MOST = 3;

    /** One disagreement, both sides in one sentence. */
    String of(Contradiction contradiction) {
        if (contradiction.other().kind() == AiStatement.Kind.PARENT_MARK) {
            return words.word("contradiction.parent", mark(contradiction.other()));
        }
        return words.word(
                "contradiction",
                side(contradiction.one(), contradiction.oneOf()),
                side(contradiction.other(), contradiction.otherOf()));
    }

    /**
     * What a rule found, with an address of a statement that disagrees replaced by how it does.
     *
     * @param details of the rule
     */
    List<String> inWords(List<String> details, ContentDisclosure disclosure) {
        return details.stream()
                .flatMap(detail -> inWords(detail, disclosure))
                .distinct()
                .toList();
    }

    private Stream<String> inWords(String detail, ContentDisclosure disclosure) {
        boolean all = detail.equals("ai.contradictions");
        List<String> sentences = disclosure.contradictions().stream()
                .filter(found -> all
                        || found.one().where().equals(detail)
                        || found.other().where().equals(detail))
                .map(this::of)
                .distinct()
                .limit(MOST)
                .toList();
        if (!sentences.isEmpty()) {
            return sentences.stream();
        }
        return Stream.of(all ? words.word("contradiction.undeclared", what(disclosure.involvement())) : detail);
    }

    private String side(AiStatement statement, Optional<String> file) {
        if (statement.isMark()) {
            return mark(statement);
        }
        String who =
                words.word("contradiction.who." + statement.strength().label(), file.orElse(words.word("untitled")));
        return words.word(
                "contradiction.says." + statement.kind().name(), who, what(statement.told()), known(statement));
    }

    /** The value as its vocabulary has it, for whoever looks for it, the action and the tool. */
    private String known(AiStatement statement) {
        return Stream.of(
                        Optional.of(
                                statement.value().substring(statement.value().lastIndexOf('/') + 1)),
                        statement.action().map(name -> words.word("contradiction.action", name)),
                        statement.tool().map(name -> words.word("contradiction.tool", name)))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .map(MarkReport::inShort)
                .collect(Collectors.joining(", "));
    }

    private String what(Involvement involvement) {
        return words.word("ai." + involvement.label());
    }

    private String mark(AiStatement statement) {
        String strength = words.word("mark." + statement.strength().label());
        String place = statement.mark().map(this::place).orElse(statement.where());
        String meaning = statement
                .mark()
                .map(mark -> words.word("mark.meaning." + mark.meaning().label()))
                .orElseGet(() -> what(statement.involvement()));
        String value = MarkReport.inShort(statement.value());
        String quoted = value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value;
        String tool = statement
                .tool()
                .map(name -> words.word("contradiction.generator", MarkReport.inShort(name)))
                .orElse("");
        return words.word("contradiction.mark", strength, place, quoted, meaning, tool);
    }

    private String place(Mark mark) {
        return words.word("place." + mark.location().name().toLowerCase(Locale.ROOT));
    }
}
