package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever verifies one small file does not wait for what other commands need. */
final class LeanVerifyTest {

    @Test
    void verifying_a_declared_file_loads_nothing_that_only_other_commands_need(@TempDir Path folder) throws Exception {
        Terminal terminal = OwnFiles.in(folder);
        assertThat(terminal.run(OwnFiles.tag("picture.jpg", "--in-place"))).isZero();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "verify",
                        "picture.jpg",
                        "--trust",
                        "keys/root.pem",
                        "--at",
                        Terminal.NOW.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("org.estampille.disclosure.RightsReader")
                .doesNotContain("org.apache.pdfbox", "org.apache.fontbox", "org.apache.commons.logging")
                .doesNotContain("org.jsoup", "com.adobe.internal.xmp", "org.dhatim", "org.snakeyaml")
                .doesNotContain("org.apache.tika", "tools.jackson", "java.util.PropertyResourceBundle")
                .doesNotContain("org.estampille.rubric", "org.estampille.formula", "org.estampille.cut.")
                .doesNotContain("org.estampille.cuesheet", "org.estampille.xmp", "org.estampille.tag.")
                .doesNotContain("com.sun.jna", "org.estampille.embed.")
                .doesNotContain("org.estampille.policy.RuleTable", "org.estampille.terms.TermsCatalogue");
    }
}
