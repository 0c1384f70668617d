package org.estampille.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.marks.Location;
import org.estampille.marks.Mark;
import org.estampille.marks.MarkReading;
import org.estampille.marks.Meaning;
import org.estampille.marks.Strength;

/**
 * Adds marks that nobody signed to what is signed. A hard mark raises the involvement; no mark lowers it, and none proves anything
 * by being absent. What is signed and what a mark says may disagree, and so may two marks; either asks for a person.
 */
public final class MarkedDisclosure {
    private MarkedDisclosure() {}

    /** The same disclosure with the marks of {@code reading}. */
    public static ContentDisclosure of(ContentDisclosure signed, MarkReading reading) {
        List<AiStatement> marks = new ArrayList<>();
        for (Mark mark : reading.marks()) {
            marks.add(statement(mark));
        }
        List<AiStatement> statements = new ArrayList<>(signed.statements());
        statements.addAll(marks);
        List<Contradiction> contradictions = new ArrayList<>(signed.contradictions());
        denied(signed, reading, marks, contradictions);
        disputed(signed, reading, marks, contradictions);
        return new ContentDisclosure(
                involvement(signed, reading), statements, contradictions, signed.rights(), signed.derivation());
    }

    /** What a mark says, as a statement beside those that are signed. */
    public static AiStatement statement(Mark mark) {
        AiStatement.Kind kind =
                mark.location() == Location.WATERMARK ? AiStatement.Kind.WATERMARK : AiStatement.Kind.MARK;
        return new AiStatement(
                mark.where(),
                kind,
                mark.name() + ": " + mark.value(),
                involvement(mark),
                strength(mark),
                mark.generator(),
                Optional.empty(),
                Optional.of(mark));
    }

    private static Involvement involvement(Mark mark) {
        return switch (mark.meaning()) {
            case GENERATED -> Involvement.GENERATED;
            case MODIFIED -> Involvement.MODIFIED;
            case ASSISTED -> Involvement.ASSISTIVE;
            case POSSIBLE, SUSPECTED, INVOLVED, ORDINARY, OPEN -> Involvement.UNKNOWN;
        };
    }

    private static AiStatement.Strength strength(Mark mark) {
        return switch (mark.strength()) {
            case HARD -> AiStatement.Strength.HARD_MARK;
            case MEDIUM -> AiStatement.Strength.MEDIUM_MARK;
            case WEAK -> AiStatement.Strength.WEAK_MARK;
        };
    }

    private static Involvement involvement(ContentDisclosure signed, MarkReading reading) {
        Involvement most = signed.involvement();
        for (Mark mark : reading.marks()) {
            Involvement said = mark.meaning() == Meaning.INVOLVED ? tookPart(signed) : involvement(mark);
            most = mark.isHard() && said.compareTo(most) > 0 ? said : most;
        }
        return most;
    }

    /** A mark that names the AI and not what it did is no answer to a signer who said how far; otherwise it made a part at least. */
    private static Involvement tookPart(ContentDisclosure signed) {
        return signed.involvement() == Involvement.ASSISTIVE ? Involvement.ASSISTIVE : Involvement.MODIFIED;
    }

    /** No generated content is declared, and a mark that is more than a weak one says there is. */
    private static void denied(
            ContentDisclosure signed, MarkReading reading, List<AiStatement> marks, List<Contradiction> found) {
        Optional<AiStatement> denial = denial(signed);
        for (int i = 0; i < marks.size() && denial.isPresent(); i++) {
            Mark mark = reading.marks().get(i);
            boolean more = mark.meaning().saysAi()
                    && !(mark.meaning() == Meaning.INVOLVED && signed.involvement() == Involvement.ASSISTIVE);
            if (more && mark.strength() != Strength.WEAK && !isOfManifest(mark)) {
                found.add(new Contradiction(denial.get(), marks.get(i)));
            }
        }
    }

    /** What stands in the manifest store is about single steps, and is judged where the store is validated. */
    private static boolean isOfManifest(Mark mark) {
        return mark.location() == Location.C2PA;
    }

    /** A signed statement that stands for "nothing was generated", where nothing signed says more. */
    private static Optional<AiStatement> denial(ContentDisclosure signed) {
        boolean none =
                signed.involvement() == Involvement.NONE_DECLARED || signed.involvement() == Involvement.ASSISTIVE;
        return none
                ? signed.statements().stream()
                        .filter(AiStatement::counts)
                        .filter(statement -> statement.involvement() == signed.involvement())
                        .findFirst()
                : Optional.empty();
    }

    /** Metadata call it a capture or the like, while somebody signed, or a hard mark says, that a model made the whole. */
    private static void disputed(
            ContentDisclosure signed, MarkReading reading, List<AiStatement> marks, List<Contradiction> found) {
        for (int i = 0; i < marks.size(); i++) {
            if (reading.marks().get(i).meaning() != Meaning.ORDINARY
                    || isOfManifest(reading.marks().get(i))) {
                continue;
            }
            Optional<AiStatement> other = signed.statements().stream()
                    .filter(AiStatement::counts)
                    .filter(statement -> statement.involvement() == Involvement.GENERATED)
                    .findFirst();
            for (int j = 0; j < marks.size() && other.isEmpty(); j++) {
                Mark mark = reading.marks().get(j);
                other = mark.isHard() && mark.meaning() == Meaning.GENERATED
                        ? Optional.of(marks.get(j))
                        : Optional.empty();
            }
            if (other.isPresent()) {
                found.add(new Contradiction(marks.get(i), other.get()));
            }
        }
    }

    /**
     * The same disclosure, held against what the file was made from: a hard mark of AI there that neither stands here nor is declared
     * here was lost or taken off on the way.
     *
     * @param own the marks of the file
     * @param parent the marks of the file it was made from
     */
    public static ContentDisclosure comparedWith(ContentDisclosure disclosure, MarkReading own, MarkReading parent) {
        boolean told = disclosure.involvement().isGenerative() || !own.ofAi().isEmpty();
        List<Contradiction> contradictions = new ArrayList<>(disclosure.contradictions());
        for (Mark mark : told ? List.<Mark>of() : parent.marks()) {
            if (mark.isHard()) {
                AiStatement now = denial(disclosure)
                        .orElseGet(() -> new AiStatement(
                                mark.where(),
                                AiStatement.Kind.MARK,
                                "no such mark",
                                Involvement.UNKNOWN,
                                AiStatement.Strength.UNVERIFIED,
                                Optional.empty()));
                contradictions.add(new Contradiction(now, ofTheParent(mark)));
                break;
            }
        }
        return new ContentDisclosure(
                disclosure.involvement(),
                disclosure.statements(),
                contradictions,
                disclosure.rights(),
                disclosure.derivation());
    }

    private static AiStatement ofTheParent(Mark mark) {
        AiStatement before = statement(mark);
        return new AiStatement(
                "the parent, " + before.where(),
                AiStatement.Kind.PARENT_MARK,
                before.value(),
                before.involvement(),
                before.strength(),
                before.tool(),
                Optional.empty(),
                Optional.of(mark));
    }
}
