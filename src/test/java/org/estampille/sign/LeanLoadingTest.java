package org.estampille.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeanLoadingTest {

    @Test
    void a_signature_without_a_time_stamp_does_not_load_bouncy_castle(@TempDir Path folder) throws Exception {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        DemoAuthority.create(folder, Clock.fixed(now, ZoneOffset.UTC), new SecureRandom());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlainRoundTrip.class.getName(),
                        folder.toString(),
                        now.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(output)
                .contains("outcome VERIFIED true true")
                .contains("org.estampille.cose.CoseSign1")
                .doesNotContain("org.bouncycastle")
                .doesNotContain("com.amazon.corretto");
    }
}
