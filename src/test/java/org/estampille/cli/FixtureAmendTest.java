package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.estampille.fixtures.Fixture;
import org.estampille.fixtures.FixtureIndex;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever can be tagged can be amended, and amended again. */
final class FixtureAmendTest {

    @TempDir
    private Path folder;

    static Stream<Fixture> fixtures() {
        return FixtureIndex.all().stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void every_format_is_amended_twice(Fixture fixture) throws IOException {
        Terminal terminal = OwnFiles.in(folder);
        String name = String.valueOf(fixture.file().getFileName());
        Files.copy(fixture.file(), folder.resolve(name));
        String[] signing = {"--key", "keys/leaf.key.pem", "--cert", "keys/chain.pem", "--declare", "decl.yaml"};
        assumeThat(terminal.run(with(signing, "tag", name, "--in-place")))
                .as(terminal.err())
                .isZero();
        for (int i = 0; i < 2; i++) {
            assertThat(terminal.run(with(signing, "amend", name, "--in-place")))
                    .as(terminal.err())
                    .isZero();
        }
        assertThat(terminal.run("verify", name, "--trust", "keys/root.pem"))
                .as(terminal.out())
                .isZero();
    }

    private static String[] with(String[] signing, String... command) {
        return Stream.concat(Stream.of(command), Stream.of(signing)).toArray(String[]::new);
    }
}
