package org.estampille.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.estampille.policy.BundledProfiles;
import org.junit.jupiter.api.Test;

/** The planner and the profile judge by the same day and the same uses. */
final class ChangedContentTest {

    @Test
    void a_plan_and_the_profile_begin_on_the_same_day_and_count_the_same_uses() {
        String profile = BundledProfiles.text("eu-ai-act-50-4").orElseThrow();
        assertThat(profile)
                .contains("$start: \"" + ChangedContent.START + "\"")
                .contains(
                        "_today: '$estampille.ai.uses[?madeBy == \"unknown\" || madeBy >= $start || (modality == \"text\" && _published())]'")
                .contains(
                        "_changing: '_today()[?extent != \"assistive\" || materialAlteration == \"yes\" || newContent == \"yes\"]'");
        Optional<String> day = profile.lines()
                .filter(line -> line.strip().startsWith("from: "))
                .map(line -> line.strip().substring("from: ".length()))
                .filter(line -> !line.equals(ChangedContent.START.toString()))
                .findFirst();
        assertThat(day).as("a rule that begins on another day").isEmpty();
    }
}
