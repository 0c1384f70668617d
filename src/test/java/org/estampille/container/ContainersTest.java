package org.estampille.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.estampille.asset.AssetFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContainersTest {

    @ParameterizedTest
    @EnumSource
    void every_format_that_is_detected_has_a_container(AssetFormat format) {
        assertThat(Containers.of(format)).isNotNull();
    }
}
