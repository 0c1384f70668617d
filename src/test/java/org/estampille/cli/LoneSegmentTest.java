package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code verify} of one initialization segment or one fragment by itself says what that file proves, and no more. */
final class LoneSegmentTest extends TaggedStreams {

    private int verify(String file, String... more) {
        String[] arguments = new String[4 + more.length];
        System.arraycopy(new String[] {"verify", "tagged/" + file, "--trust", "keys/root.pem"}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return terminal.run(arguments);
    }

    private void move(String file, String target) throws IOException {
        Files.createDirectories(tagged("alone"));
        Files.move(tagged(file), tagged("alone/" + target));
    }

    @Test
    void anInitializationSegmentShowsItsSignerAndDecidesNothingAboutMediaElsewhere() {
        assertThat(verify("split/init-0.m4s")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out())
                .contains("only the initialization segment of a stream", "verify its manifest (.mpd), playlist (.m3u8)")
                .contains("Estampille demo signer", "on a list you trust")
                .doesNotContain("altered");
        assertThat(verify("split/init-0.m4s", "--json")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out())
                .contains("claimSignature.validated", "signingCredential.trusted")
                .doesNotContain("assertion.bmffHash");
    }

    @Test
    void anInitializationSegmentThatWasAlteredIsRejected() throws IOException {
        Path init = tagged("split/init-0.m4s");
        OwnFiles.flip(init, Files.size(init) - 30);
        assertThat(verify("split/init-0.m4s")).isEqualTo(ExitCode.REJECTED.code());
    }

    @Test
    void anUntaggedInitializationSegmentHasNoManifest() {
        assertThat(terminal.run("verify", "source/split/init-0.m4s")).isEqualTo(ExitCode.NO_MANIFEST.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"split/chunk-0-00002.m4s", "bare/chunk-1-00003.m4s"})
    void aFragmentIsJudgedWithTheInitializationSegmentBesideIt(String fragment) throws IOException {
        assertThat(verify(fragment)).as(terminal.out()).isZero();
        assertThat(terminal.out()).contains("1 of ").doesNotContain(" is missing", "segments are missing");
        OwnFiles.flip(tagged(fragment), Files.size(tagged(fragment)) - 9);
        assertThat(verify(fragment)).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out()).contains("was altered after signing");
    }

    @Test
    void aFragmentOfAnotherTrackIsNotTakenForOneOfThisTrack() throws IOException {
        Files.copy(
                tagged("split/chunk-0-00002.m4s"),
                tagged("bare/chunk-1-00002.m4s"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(verify("bare/chunk-1-00002.m4s")).isNotZero();
    }

    @Test
    void aFragmentWithoutItsInitializationSegmentIsUndecided() throws IOException {
        move("split/chunk-0-00002.m4s", "chunk-0-00002.m4s");
        assertThat(verify("alone/chunk-0-00002.m4s")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out())
                .contains(
                        "nothing beside it says which initialization segment it follows", "playlist (.m3u8) or folder")
                .doesNotContain("altered");
        assertThat(verify("alone/chunk-0-00002.m4s", "--lang", "fr")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).contains("rien à côté ne dit quel segment d'initialisation");
    }

    @Test
    void aFragmentThatMayFollowSeveralInitializationSegmentsIsUndecided() throws IOException {
        move("split/chunk-0-00002.m4s", "part-2.m4s");
        Files.copy(tagged("split/init-0.m4s"), tagged("alone/one.mp4"));
        Files.copy(tagged("split/init-0.m4s"), tagged("alone/two.mp4"));
        assertThat(verify("alone/part-2.m4s")).isEqualTo(ExitCode.INDETERMINATE.code());
    }

    @Test
    void aFragmentWhoseInitializationSegmentIsOfAnotherTrackIsNeverTrusted() throws IOException {
        move("split/chunk-0-00002.m4s", "chunk.m4s");
        Files.copy(tagged("split/init-1.m4s"), tagged("alone/init.mp4"));
        assertThat(verify("alone/chunk.m4s")).isNotZero();
    }
}
