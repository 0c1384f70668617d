package org.estampille.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.estampille.label.Cue;
import org.estampille.label.LabelPlan;
import org.estampille.label.PlannedLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sentence that is missing in one language fails the build. */
final class LabelWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"org.estampille.report.labels", "org.estampille.label.wording"})
    void both_languages_have_the_same_sentences(String bundle) {
        ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ENGLISH);
        ResourceBundle french = ResourceBundle.getBundle(bundle, Locale.FRENCH);
        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(french.getLocale()).isEqualTo(Locale.FRENCH);
    }

    @Test
    void everything_a_plan_can_say_has_a_sentence() {
        List<String> keys = new ArrayList<>();
        add(keys, "answer.", LabelPlan.Answer.values());
        add(keys, "gap.", LabelPlan.Missing.values());
        add(keys, "remark.", LabelPlan.Remark.values());
        add(keys, "kind.", PlannedLabel.Kind.values());
        add(keys, "place.", PlannedLabel.Kind.values());
        add(keys, "reason.", Cue.Reason.values());
        add(keys, "weight.", Cue.Weight.values());
        assertThat(ResourceBundle.getBundle("org.estampille.report.labels", Locale.ENGLISH)
                        .keySet())
                .containsAll(keys);
    }

    private static void add(List<String> keys, String prefix, Enum<?>[] constants) {
        for (Enum<?> constant : constants) {
            keys.add(prefix + constant.name());
        }
    }
}
