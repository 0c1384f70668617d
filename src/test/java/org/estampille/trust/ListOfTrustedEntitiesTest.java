package org.estampille.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.estampille.trust.TestCertificates.NOON;

import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.trust.TestCertificates.Holder;
import org.junit.jupiter.api.Test;

/** Lists in the form of ETSI TS 119 602 with C2PA's statuses. */
final class ListOfTrustedEntitiesTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Holder root = TestCertificates.root("Root");
    private final Holder signer = TestCertificates.signer("Signer", root);
    private final CertificateChain chain = new CertificateChain(List.of(signer.certificate()));

    private static String status(String status, Instant from) {
        return "\"ServiceStatus\":\"http://c2pa.org/conformance/trust-list/" + status + "\",\"StatusStartingTime\":\""
                + from + "\"";
    }

    private String list(String status, String history) throws CertificateEncodingException {
        String identity = "\"ServiceName\":[{\"lang\":\"en\",\"value\":\"Root\"}],\"ServiceDigitalIdentity\":"
                + "{\"X509Certificates\":[{\"val\":\""
                + Base64.getEncoder().encodeToString(root.certificate().getEncoded()) + "\"}]}";
        String past = history.isEmpty() ? "" : ",\"ServiceHistory\":[{" + identity + "," + history + "}]";
        return "\n{\"LoTE\":{\"ListAndSchemeInformation\":{\"LoTEVersionIdentifier\":1,\"LoTESequenceNumber\":7,"
                + "\"SchemeName\":[{\"lang\":\"en\",\"value\":\"C2PA Trust List\"}],"
                + "\"ListIssueDateTime\":\"2026-05-01T00:00:00Z\",\"NextUpdate\":\"2027-05-01T00:00:00+02:00\"},"
                + "\"TrustedEntitiesList\":[{\"TrustedEntityServices\":[{\"ServiceInformation\":{" + identity + ","
                + status + "}" + past + "}]}]}}";
    }

    private static ListOfTrustedEntities read(String json) throws MalformedContentException {
        return ListOfTrustedEntities.read(Octets.ofUtf8(json));
    }

    private TrustOutcome at(Instant instant, TrustAnchors anchors) {
        return ChainValidator.evaluate(chain, anchors, instant);
    }

    @Test
    void an_anchor_counts_from_the_time_it_became_trusted() throws Exception {
        TrustAnchors anchors = read(list(status("trusted", NOON), "")).anchors();
        assertThat(at(NOON.minusSeconds(1), anchors))
                .isEqualTo(new TrustOutcome.Untrusted("its trust anchor counts only from " + NOON));
        assertThat(at(NOON, anchors).isTrusted()).isTrue();
        assertThat(at(NOON.plus(DAY), anchors).isTrusted()).isTrue();
    }

    @Test
    void an_anchor_that_lost_its_trust_counts_for_the_time_before() throws Exception {
        TrustAnchors anchors = read(list(status("untrusted", NOON), status("trusted", NOON.minus(DAY))))
                .anchors();
        assertThat(at(NOON.minus(DAY.multipliedBy(2)), anchors).isTrusted()).isFalse();
        assertThat(at(NOON.minusSeconds(1), anchors).isTrusted()).isTrue();
        assertThat(at(NOON.plusSeconds(1), anchors).isTrusted()).isFalse();
    }

    @Test
    void a_cached_outcome_ends_where_a_window_does() throws Exception {
        TrustAnchors anchors = read(list(status("untrusted", NOON), status("trusted", NOON.minus(DAY))))
                .anchors();
        CertificateCache cache = CertificateCache.bounded(4);
        for (int i = 0; i < 2; i++) {
            assertThat(cache.outcome(chain, anchors, NOON, Purpose.CLAIM_SIGNING)
                            .isTrusted())
                    .isTrue();
            assertThat(cache.outcome(chain, anchors, NOON.plusNanos(1), Purpose.CLAIM_SIGNING)
                            .isTrusted())
                    .isFalse();
        }
    }

    @Test
    void an_anchor_of_two_lists_counts_whenever_one_lets_it() throws Exception {
        TrustAnchors windowed =
                read(list(status("trusted", NOON.plus(DAY)), "")).anchors();
        TrustAnchors always = new TrustAnchors(List.of(root.certificate()));
        assertThat(at(NOON, windowed).isTrusted()).isFalse();
        assertThat(at(NOON, windowed.merge(always)).isTrusted()).isTrue();
        assertThat(at(NOON, windowed.merge(TrustAnchors.empty())).isTrusted()).isFalse();
    }

    @Test
    void the_edition_is_told() throws Exception {
        TrustList.Issue issue = read(list(status("trusted", NOON), "")).issue();
        assertThat(issue.scheme()).isEqualTo("C2PA Trust List");
        assertThat(issue.sequence()).isEqualTo(7);
        assertThat(issue.issued()).isEqualTo("2026-05-01T00:00:00Z");
        assertThat(issue.nextUpdate()).contains(Instant.parse("2027-04-30T22:00:00Z"));
    }

    @Test
    void a_list_that_leaves_open_whom_it_trusts_is_refused_whole() throws Exception {
        String good = list(status("trusted", NOON), "");
        for (String bad : List.of(
                list(status("granted", NOON), ""),
                list("\"ServiceTypeIdentifier\":\"http://example.org/a\"," + status("trusted", NOON), ""),
                list(status("untrusted", NOON), ""),
                list(status("trusted", NOON), status("untrusted", NOON)),
                good.replace("X509Certificates", "X509SKIs"),
                good.replace("\"val\":\"MII", "\"val\":\"*"),
                good.replace("T12:00:00Z", " noon"),
                good.replace("LoTESequenceNumber", "Sequence"),
                "{}",
                "{")) {
            assertThatThrownBy(() -> read(bad)).as(bad).isInstanceOf(MalformedContentException.class);
        }
    }
}
