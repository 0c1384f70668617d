package org.estampille.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.estampille.revocation.LoopbackResponder.Manner;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TestCertificates.Holder;
import org.estampille.trust.TestCertificates.Recipe;
import org.estampille.trust.TrustAnchors;
import org.junit.jupiter.api.Test;

/** Authorities between signer and anchor, and requests that are not repeated. */
class RevocationCheckTest {

    private final Holder root = TestCertificates.root("Root");
    private final List<URI> asked = new ArrayList<>();

    private OcspSource counted() {
        OcspSource http = new HttpOcspSource(address -> true, Duration.ofSeconds(20));
        return (responder, request) -> {
            asked.add(responder);
            return http.ask(responder, request);
        };
    }

    private RevocationCheck check(Manner manner, LoopbackResponder responder, OcspSource network) {
        KeyPair keys = TestCertificates.p256();
        Holder issuer = new Holder(
                keys,
                new Recipe("Issuer")
                        .authority()
                        .responder(responder.address(manner))
                        .issuedBy(root, keys));
        Holder signer = TestCertificates.signer("Signer", issuer);
        return new RevocationCheck(
                CryptoEngine.platform(),
                new CertificateChain(List.of(signer.certificate(), issuer.certificate(), root.certificate())),
                List.of(new TrustAnchors(List.of(root.certificate()))),
                Optional.empty(),
                TestCertificates.NOON,
                List.of(),
                Optional.of(network));
    }

    private Optional<String> authority(Manner manner, boolean ask) throws IOException {
        try (LoopbackResponder responder = LoopbackResponder.start(root)) {
            return check(manner, responder, counted()).revokedAuthority(ask);
        }
    }

    @Test
    void the_responder_of_an_authority_is_asked_as_well() throws IOException {
        assertThat(authority(Manner.REVOKED, true)).contains("certificate 2 of the chain is revoked");
        assertThat(authority(Manner.GOOD, true)).isEmpty();
        assertThat(authority(Manner.UNKNOWN, true)).isEmpty();
        assertThat(asked).hasSize(3);
    }

    @Test
    void nobody_is_asked_about_the_authorities_of_a_stranger() throws IOException {
        assertThat(authority(Manner.REVOKED, false)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void a_question_is_asked_once_a_run_whatever_comes_back() throws IOException {
        for (Manner manner : new Manner[] {Manner.REVOKED, Manner.HTTP_500}) {
            asked.clear();
            try (LoopbackResponder responder = LoopbackResponder.start(root)) {
                RevocationCheck check = check(manner, responder, new FreshOcspSource(counted(), new SecureRandom()));
                Optional<String> first = check.revokedAuthority(true);
                assertThat(check.revokedAuthority(true)).isEqualTo(first);
                assertThat(first.isPresent()).isEqualTo(manner == Manner.REVOKED);
            }
            assertThat(asked).as(manner.name()).hasSize(1);
        }
    }

    @Test
    void an_answer_to_an_earlier_request_is_not_taken() throws IOException {
        Holder signer = TestCertificates.signer("Signer", root);
        Octets request = OcspRequests.encode(signer.certificate(), root.certificate());
        try (LoopbackResponder responder = LoopbackResponder.start(root)) {
            assertThat(new FreshOcspSource(counted(), new SecureRandom())
                            .ask(responder.address(Manner.SAME_NONCE), request)
                            .isEmpty())
                    .isFalse();
            assertThat(new FreshOcspSource(counted(), new SecureRandom())
                            .ask(responder.address(Manner.GOOD), request)
                            .isEmpty())
                    .isFalse();
            assertThatThrownBy(() -> new FreshOcspSource(counted(), new SecureRandom())
                            .ask(responder.address(Manner.OLD_NONCE), request))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another request");
        }
    }
}
