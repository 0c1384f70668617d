package org.estampille.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.estampille.bytes.Octets;
import org.estampille.revocation.LoopbackResponder.Manner;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TestCertificates.Holder;
import org.junit.jupiter.api.Test;

class HttpOcspSourceTest {

    private final Holder issuer = TestCertificates.root("Issuer");
    private final Holder subject = TestCertificates.signer("Signer", issuer);
    private final Octets request = OcspRequests.encode(subject.certificate(), issuer.certificate());

    private static HttpOcspSource anywhere(Duration limit) {
        return new HttpOcspSource(address -> true, limit);
    }

    @Test
    void brings_back_the_answer_of_a_responder() throws IOException {
        try (LoopbackResponder responder = LoopbackResponder.start(issuer)) {
            Octets answer = anywhere(Duration.ofSeconds(20)).ask(responder.address(Manner.GOOD), request);
            assertThat(answer.length()).isGreaterThan(100);
        }
    }

    @Test
    void follows_no_redirect_and_takes_no_error_and_no_flood() throws IOException {
        try (LoopbackResponder responder = LoopbackResponder.start(issuer)) {
            for (Manner manner : new Manner[] {Manner.REDIRECT, Manner.HTTP_500, Manner.OVERSIZED}) {
                assertThatThrownBy(() -> anywhere(Duration.ofSeconds(20)).ask(responder.address(manner), request))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void gives_up_on_a_responder_that_says_nothing() throws IOException {
        try (LoopbackResponder responder = LoopbackResponder.start(issuer)) {
            assertThatThrownBy(() -> anywhere(Duration.ofMillis(300)).ask(responder.address(Manner.SILENT), request))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void goes_nowhere_inside_and_nowhere_but_http() {
        HttpOcspSource guarded = new HttpOcspSource(AddressRule.publicOnly(), Duration.ofSeconds(1));
        for (String address : new String[] {
            "http://127.0.0.1/",
            "http://[::1]/",
            "http://10.1.2.3/",
            "http://169.254.169.254/latest",
            "http://2130706433/",
            "http://user@192.0.2.1/",
            "https://127.0.0.1/",
            "file:///etc/passwd",
            "http:///nohost"
        }) {
            assertThatThrownBy(() -> guarded.ask(URI.create(address), request))
                    .as(address)
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("the responder.*(not a public one|no plain http address)");
        }
    }

    @Test
    void public_addresses_are_those_of_no_special_range() throws UnknownHostException {
        AddressRule rule = AddressRule.publicOnly();
        for (String inside : new String[] {
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "127.8.8.8",
            "169.254.1.1",
            "172.16.0.1",
            "192.0.0.8",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "2002:7f00:1::",
            "2001:db8::1",
            "64:ff9b::7f00:1"
        }) {
            assertThat(rule.permits(InetAddress.getByName(inside))).as(inside).isFalse();
        }
        for (String outside : new String[] {"8.8.8.8", "1.1.1.1", "172.32.0.1", "2606:4700::1111"}) {
            assertThat(rule.permits(InetAddress.getByName(outside))).as(outside).isTrue();
        }
    }
}
