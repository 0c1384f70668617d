package org.estampille.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.estampille.sign.LoopbackTimeStampAuthority.Manner;
import org.estampille.timestamp.TimeStampCheck;
import org.estampille.timestamp.TimeStampOutcome;
import org.estampille.trust.TestCertificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpTimeStampAuthorityTest {

    private static final Octets MESSAGE = Octets.ofAscii("signature");
    private static LoopbackTimeStampAuthority responder;

    @BeforeAll
    static void start() throws IOException {
        responder = LoopbackTimeStampAuthority.start();
    }

    @AfterAll
    static void stop() {
        responder.close();
    }

    @ParameterizedTest
    @EnumSource(HashAlgorithm.class)
    void gives_a_token_that_stamps_the_message(HashAlgorithm algorithm) throws Exception {
        Octets token = authority(responder.address()).stamp(MESSAGE, algorithm);
        TimeStampOutcome outcome = TimeStampCheck.check(token, MESSAGE, Optional.of(responder.anchors()));
        assertThat(outcome.kind()).isEqualTo(TimeStampOutcome.Kind.VALIDATED);
        assertThat(outcome.trusted()).isTrue();
        assertThat(outcome.time()).contains(TestCertificates.NOON);
        assertThat(outcome.authority()).contains("Loopback TSA");
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, refused: status 2",
        "WRONG_IMPRINT, it stamps something else",
        "WRONG_NONCE, another nonce",
        "WITHOUT_CERTIFICATES, certificate is not in the token",
        "GARBAGE, no time-stamp response",
        "OVERSIZED, more than 262144 octets",
        "HTTP_500, HTTP status 500",
        "REDIRECT, HTTP status 302"
    })
    void says_in_one_sentence_why_there_is_no_token(Manner manner, String part) {
        URI address = responder.address(manner);
        assertThatThrownBy(() -> authority(address).stamp(MESSAGE, HashAlgorithm.SHA256))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining(part)
                .hasMessageContaining(address.toString())
                .message()
                .doesNotContain("\u0007");
    }

    @Test
    void does_not_listen_for_ever() {
        TimeStampAuthority hasty = new HttpTimeStampAuthority(
                responder.address(Manner.DRIPPING),
                Duration.ofMillis(200),
                new SecureRandom(),
                CryptoEngine.platform());
        assertThatThrownBy(() -> hasty.stamp(MESSAGE, HashAlgorithm.SHA256))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("to answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hostname", "ftp://127.0.0.1/", "mailto:nobody", "http:/nowhere", "relative"})
    void refuses_addresses_that_are_not_of_the_web(String address) {
        assertThatThrownBy(() -> authority(URI.create(address)).stamp(MESSAGE, HashAlgorithm.SHA256))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("no http or https address");
    }

    @Test
    void says_that_nobody_listens_or_answers() throws Exception {
        URI gone;
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            gone = URI.create("http://" + silent.getInetAddress().getHostAddress() + ":" + silent.getLocalPort());
            assertThatThrownBy(() -> authority(gone).stamp(MESSAGE, HashAlgorithm.SHA256))
                    .isInstanceOf(SigningException.class)
                    .hasMessageContaining("could not be reached");
        }
        assertThatThrownBy(() -> authority(gone).stamp(MESSAGE, HashAlgorithm.SHA256))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("could not be reached");
    }

    private static TimeStampAuthority authority(URI address) {
        return new HttpTimeStampAuthority(
                address, Duration.ofMillis(2_000), new SecureRandom(), CryptoEngine.platform());
    }
}
