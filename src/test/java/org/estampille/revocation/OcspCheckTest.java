package org.estampille.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.estampille.revocation.LoopbackResponder.Manner;
import org.estampille.revocation.OcspAnswer.Standing;
import org.estampille.trust.MlDsaCertificates;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TestCertificates.Holder;
import org.junit.jupiter.api.Test;

class OcspCheckTest {

    private final Holder issuer = TestCertificates.root("Issuer");
    private final Holder subject = TestCertificates.signer("Signer", issuer);

    private OcspOutcome check(Octets response) {
        return OcspCheck.check(CryptoEngine.platform(), response, subject.certificate(), issuer.certificate());
    }

    private OcspOutcome check(Manner manner) {
        return check(LoopbackResponder.response(manner, subject.certificate(), issuer));
    }

    private static Standing standing(OcspOutcome outcome) {
        assertThat(outcome).isInstanceOf(OcspOutcome.Answered.class);
        return ((OcspOutcome.Answered) outcome).answer().standing();
    }

    @Test
    void takes_answers_signed_with_ml_dsa() {
        for (String set : new String[] {"ML-DSA-44", "ML-DSA-65", "ML-DSA-87"}) {
            Holder authority = MlDsaCertificates.root("Authority", set);
            Holder signer = MlDsaCertificates.signer("Signer", authority, TestCertificates.p256());
            Octets response = LoopbackResponder.response(
                    Manner.REVOKED, signer.certificate().getSerialNumber(), authority, authority);
            OcspOutcome outcome =
                    OcspCheck.check(CryptoEngine.platform(), response, signer.certificate(), authority.certificate());
            assertThat(standing(outcome)).isEqualTo(Standing.REVOKED);
            Holder namesake = MlDsaCertificates.root("Authority", set);
            Octets forged = LoopbackResponder.response(
                    Manner.GOOD, signer.certificate().getSerialNumber(), authority, namesake);
            assertThat(OcspCheck.check(CryptoEngine.platform(), forged, signer.certificate(), authority.certificate()))
                    .isInstanceOf(OcspOutcome.Unusable.class);
        }
    }

    @Test
    void reads_what_an_authorised_responder_says() {
        assertThat(standing(check(Manner.GOOD))).isEqualTo(Standing.GOOD);
        assertThat(standing(check(Manner.UNKNOWN))).isEqualTo(Standing.UNKNOWN);
        assertThat(standing(check(Manner.RELEASED))).isEqualTo(Standing.RELEASED);
        OcspAnswer revoked = ((OcspOutcome.Answered) check(Manner.REVOKED)).answer();
        assertThat(revoked.standing()).isEqualTo(Standing.REVOKED);
        assertThat(revoked.revokedAt()).contains(LoopbackResponder.REVOKED_AT);
        assertThat(revoked.thisUpdate()).isEqualTo(LoopbackResponder.THIS_UPDATE);
        assertThat(revoked.nextUpdate()).contains(LoopbackResponder.NEXT_UPDATE);
    }

    @Test
    void believes_the_issuer_itself() {
        Octets response =
                LoopbackResponder.response(Manner.GOOD, subject.certificate().getSerialNumber(), issuer, issuer);
        assertThat(standing(check(response))).isEqualTo(Standing.GOOD);
    }

    @Test
    void an_answer_for_another_certificate_says_nothing() {
        for (Manner manner : new Manner[] {Manner.OTHER_SERIAL, Manner.OTHER_ISSUER}) {
            assertThat(check(manner)).isEqualTo(new OcspOutcome.Unusable("the response is about another certificate"));
        }
    }

    @Test
    void a_responder_nobody_authorised_is_not_believed() {
        assertThat(check(Manner.WRONG_RESPONDER)).isInstanceOf(OcspOutcome.Unusable.class);
        Holder notForThis = TestCertificates.signer("Not a responder", issuer);
        assertThat(check(LoopbackResponder.response(
                        Manner.GOOD, subject.certificate().getSerialNumber(), issuer, notForThis)))
                .isInstanceOf(OcspOutcome.Unusable.class);
    }

    @Test
    void damage_anywhere_is_an_outcome_and_never_an_exception() {
        byte[] good = LoopbackResponder.response(Manner.GOOD, subject.certificate(), issuer)
                .toByteArray();
        for (int i = 0; i < good.length; i += 3) {
            byte[] damaged = good.clone();
            damaged[i] ^= 0x21;
            assertThat(check(Octets.adopt(damaged))).isNotNull();
            assertThat(check(Octets.adopt(java.util.Arrays.copyOf(good, i)))).isInstanceOf(OcspOutcome.Unusable.class);
        }
        assertThat(check(Manner.UNSUCCESSFUL)).isInstanceOf(OcspOutcome.Unusable.class);
    }
}
