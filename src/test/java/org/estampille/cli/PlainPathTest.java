package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainPathTest {

    @ParameterizedTest
    @CsvSource({
        "new/./sub/file, new/sub/file",
        "./new, new",
        "/a/./b/., /a/b",
        "link/../file, link/../file",
        "/, /",
        "., .",
        ".hidden/..., .hidden/..."
    })
    void leaves_out_what_means_here_and_nothing_that_a_link_may_turn_elsewhere(String path, String plain) {
        assertThat(PlainPath.of(path)).isEqualTo(Path.of(plain).toString());
    }
}
