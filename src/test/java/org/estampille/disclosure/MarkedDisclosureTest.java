package org.estampille.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.estampille.marks.Location;
import org.estampille.marks.Mark;
import org.estampille.marks.MarkReading;
import org.estampille.marks.Meaning;
import org.estampille.marks.Strength;
import org.junit.jupiter.api.Test;

final class MarkedDisclosureTest {

    private static ContentDisclosure signed(Involvement involvement) {
        AiStatement statement = new AiStatement(
                "actions",
                AiStatement.Kind.ACTION,
                "value",
                involvement,
                AiStatement.Strength.SIGNER,
                Optional.empty());
        return new ContentDisclosure(involvement, List.of(statement), List.of(), List.of(), Derivation.UNKNOWN);
    }

    private static MarkReading reading(Mark... marks) {
        return new MarkReading("image/png", List.of(marks), List.of());
    }

    private static Mark mark(Location location, Meaning meaning, Strength strength) {
        return new Mark("id", location, "there", "name", "value", Optional.empty(), meaning, strength, List.of());
    }

    private static final Mark HARD = mark(Location.PNG_TEXT, Meaning.GENERATED, Strength.HARD);

    @Test
    void nothing_declared_and_a_hard_mark_disagree() {
        ContentDisclosure all = MarkedDisclosure.of(signed(Involvement.NONE_DECLARED), reading(HARD));
        assertThat(all.contradictions()).hasSize(1);
        assertThat(all.involvement()).isEqualTo(Involvement.GENERATED);
        assertThat(all.asksForReview()).isTrue();
    }

    @Test
    void a_medium_mark_disagrees_and_decides_nothing() {
        Mark medium = mark(Location.SEI, Meaning.GENERATED, Strength.MEDIUM);
        ContentDisclosure all = MarkedDisclosure.of(signed(Involvement.NONE_DECLARED), reading(medium));
        assertThat(all.contradictions()).hasSize(1);
        assertThat(all.involvement()).isEqualTo(Involvement.NONE_DECLARED);
    }

    @Test
    void a_hard_mark_that_names_the_ai_raises_the_involvement_unless_a_signer_said_how_far() {
        Mark named = mark(Location.XMP, Meaning.INVOLVED, Strength.HARD);
        Mark medium = mark(Location.XMP, Meaning.INVOLVED, Strength.MEDIUM);
        assertThat(MarkedDisclosure.of(ContentDisclosure.nothing(), reading(named))
                        .involvement())
                .isEqualTo(Involvement.MODIFIED);
        assertThat(MarkedDisclosure.of(ContentDisclosure.nothing(), reading(medium))
                        .involvement())
                .isEqualTo(Involvement.UNKNOWN);
        assertThat(MarkedDisclosure.of(signed(Involvement.ASSISTIVE), reading(named))
                        .involvement())
                .isEqualTo(Involvement.ASSISTIVE);
        assertThat(MarkedDisclosure.of(signed(Involvement.GENERATED), reading(named))
                        .involvement())
                .isEqualTo(Involvement.GENERATED);
    }

    @Test
    void a_weak_mark_says_nothing_against_a_declaration() {
        Mark weak = mark(Location.XMP, Meaning.GENERATED, Strength.WEAK);
        assertThat(MarkedDisclosure.of(signed(Involvement.NONE_DECLARED), reading(weak))
                        .contradictions())
                .isEmpty();
    }

    @Test
    void a_watermark_that_says_generated_disagrees_with_a_declaration_of_none() {
        Mark watermark = mark(Location.WATERMARK, Meaning.GENERATED, Strength.HARD);
        ContentDisclosure all = MarkedDisclosure.of(
                signed(Involvement.NONE_DECLARED), MarkReading.nothing().with(watermark));
        assertThat(all.contradictions())
                .singleElement()
                .satisfies(found -> assertThat(found.other().kind()).isEqualTo(AiStatement.Kind.WATERMARK));
    }

    @Test
    void a_capture_in_the_metadata_disagrees_with_a_signer_who_says_generated() {
        Mark capture = mark(Location.XMP, Meaning.ORDINARY, Strength.WEAK);
        assertThat(MarkedDisclosure.of(signed(Involvement.GENERATED), reading(capture))
                        .contradictions())
                .hasSize(1);
        assertThat(MarkedDisclosure.of(signed(Involvement.MODIFIED), reading(capture))
                        .contradictions())
                .as("a capture that was changed later is a history")
                .isEmpty();
        assertThat(MarkedDisclosure.of(ContentDisclosure.nothing(), reading(capture, HARD))
                        .contradictions())
                .as("two marks")
                .hasSize(1);
    }

    @Test
    void a_mark_of_the_parent_that_is_gone_and_untold_is_missed() {
        ContentDisclosure none = signed(Involvement.NONE_DECLARED);
        assertThat(MarkedDisclosure.comparedWith(none, reading(), reading(HARD)).contradictions())
                .hasSize(1);
        assertThat(MarkedDisclosure.comparedWith(none, reading(HARD), reading(HARD))
                        .contradictions())
                .isEmpty();
        assertThat(MarkedDisclosure.comparedWith(signed(Involvement.GENERATED), reading(), reading(HARD))
                        .contradictions())
                .isEmpty();
    }

    @Test
    void no_mark_leaves_what_is_known_as_it_was() {
        assertThat(MarkedDisclosure.of(ContentDisclosure.nothing(), reading()).involvement())
                .isEqualTo(Involvement.UNKNOWN);
    }
}
