package org.estampille.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabulariesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
                "https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia/",
                "trainedAlgorithmicMedia",
                " TrainedAlgorithmicMedia ",
                "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
            })
    void finds_a_source_type_however_files_spell_it(String spelling) {
        assertThat(DigitalSourceType.of(spelling)).contains(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA);
    }

    @Test
    void knows_the_source_types_of_c2pa_and_their_old_spelling() {
        assertThat(DigitalSourceType.of("c2pa.trainedAlgorithmicData"))
                .contains(DigitalSourceType.TRAINED_ALGORITHMIC_DATA);
        assertThat(DigitalSourceType.EMPTY.uri()).isEqualTo("http://c2pa.org/digitalsourcetype/empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "madeUp", "http://example.com/digital"})
    void does_not_guess_at_other_source_types(String spelling) {
        assertThat(DigitalSourceType.of(spelling)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DigitalSourceType.class)
    void every_source_type_is_found_by_its_own_address(DigitalSourceType type) {
        assertThat(DigitalSourceType.of(type.uri())).contains(type);
        assertThat(type.uri()).startsWith("http://");
    }

    @Test
    void the_conformance_programme_wants_a_source_type_with_every_perceptible_action_but_placed() {
        List<String> without = Arrays.stream(C2paAction.values())
                .filter(action -> action.writableIn(4) && !action.needsSourceType())
                .map(C2paAction::label)
                .toList();
        assertThat(without)
                .containsExactlyInAnyOrder(
                        "c2pa.opened",
                        "c2pa.placed",
                        "c2pa.converted",
                        "c2pa.published",
                        "c2pa.repackaged",
                        "c2pa.transcoded",
                        "c2pa.resized.proportional",
                        "c2pa.enhanced",
                        "c2pa.edited.metadata",
                        "c2pa.watermarked.bound",
                        "c2pa.watermarked.unbound",
                        "c2pa.redacted");
    }

    @Test
    void withdrawn_actions_are_read_and_not_written() {
        assertThat(C2paAction.of("c2pa.saved")).contains(C2paAction.SAVED);
        assertThat(C2paAction.SAVED.writableIn(2)).isFalse();
        assertThat(C2paAction.REMOVED.writableIn(4)).isTrue();
        assertThat(C2paAction.REMOVED.writableIn(5)).isFalse();
        assertThat(C2paAction.MIXED.writableIn(3)).isFalse();
        assertThat(C2paAction.of("com.example.edited")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void operations_become_actions_that_version_2_2_has(Operation operation) {
        assertThat(operation.action().writableIn(2)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ModelType.class)
    void every_model_type_is_found_by_its_label(ModelType type) {
        assertThat(ModelType.of(type.label())).contains(type);
        assertThat(type.label()).startsWith("c2pa.types.model");
    }
}
