package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.estampille.SharedCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film of which only some segments of some representations are here, as a player has them. */
final class RealStreamTest {

    private static final String MANIFEST = "BigBuckBunny_2s_simple_2014_05_09.mpd";

    @TempDir
    private Path folder = Path.of("");

    private Terminal real() throws IOException {
        Path bunny = SharedCorpus.file("c2pa-rs/bunny");
        Terminal terminal = OwnFiles.in(folder);
        StreamFiles.copyTree(bunny, folder.resolve("bunny"));
        return terminal;
    }

    @Test
    void segmentsOfAFolderAreBoundInTheOrderOfTheirNumbers() throws IOException {
        Terminal terminal = real();
        Files.delete(folder.resolve("bunny").resolve(MANIFEST));
        assertThat(terminal.run(OwnFiles.tag("bunny", "--out", "tagged")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.run("verify", "tagged", "--trust", "keys/root.pem")).isZero();
        assertThat(terminal.out())
                .contains("7 of 7 signed segments intact", "19 of 19 signed segments", "11 of 11 signed segments");
        Path small = folder.resolve("tagged/bunny_89283bps");
        StreamFiles.swap(small.resolve("BigBuckBunny_2s10.m4s"), small.resolve("BigBuckBunny_2s11.m4s"));
        Files.delete(small.resolve("BigBuckBunny_2s103.m4s"));
        assertThat(terminal.run("verify", "tagged/bunny_89283bps", "--trust", "keys/root.pem"))
                .isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out())
                .contains("BigBuckBunny_2s10.m4s stands at another place than when signed, signed for 00:00:20.")
                .contains("BigBuckBunny_2s11.m4s stands at another place than when signed, signed for 00:00:18.")
                .contains("a segment is missing");
    }

    @Test
    void whatAManifestNamesAndWasNeverThereIsToldApartFromWhatIsMissing() throws IOException {
        Terminal terminal = real();
        assertThat(terminal.run(OwnFiles.tag("bunny/" + MANIFEST, "--out", "tagged")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.err()).contains("segments that it names are not here and are not bound");
        assertThat(terminal.run("verify", "tagged/" + MANIFEST, "--trust", "keys/root.pem"))
                .isZero();
        assertThat(terminal.out()).contains("7 of 7 signed segments intact", "no signature ever covered them");
        try (Stream<Path> files = Files.list(folder.resolve("tagged/bunny_595491bps"))) {
            Files.delete(files.filter(file -> file.endsWith("BigBuckBunny_2s279.m4s"))
                    .findFirst()
                    .orElseThrow());
        }
        assertThat(terminal.run("verify", "tagged/" + MANIFEST, "--trust", "keys/root.pem"))
                .isEqualTo(ExitCode.REVIEW.code());
        assertThat(terminal.out()).contains("6 of 7 signed segments intact, 1 missing");
    }
}
