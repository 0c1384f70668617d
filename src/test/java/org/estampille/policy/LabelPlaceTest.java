package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words of a position tell of where a label stands. */
final class LabelPlaceTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void the_place_that_a_plan_names_for_a_text_is_one_for_a_text(String language) {
        String place = ResourceBundle.getBundle("org.estampille.report.labels_" + language)
                .getString("place.TEXT");
        assertThat(LabelPlace.byText(Optional.of(place))).isEqualTo("near");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "top of the page | near",
                "end of the article | late",
                "pied de l'article | late",
                "corner of the picture | elsewhere",
                "dans l'image | elsewhere",
                "top right | unknown",
            })
    void a_label_is_at_a_text_by_the_words_of_its_position(String position, String place) {
        assertThat(LabelPlace.byText(Optional.of(position))).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lower third, over the subtitles | true",
                "sur le bandeau | true",
                "top right, clear of the subtitles | false",
                "en haut, hors des sous-titres | false",
                "top right | false",
            })
    void a_label_is_crowded_where_it_stands_over_other_things(String position, boolean crowded) {
        assertThat(LabelPlace.isCrowded(Optional.of(position))).isEqualTo(crowded);
    }
}
