package org.estampille.cose;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.PublicKey;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.estampille.trust.MlDsaCertificates;
import org.estampille.trust.TestCertificates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class MlDsaSignatureTest {

    private static final Octets MESSAGE = Octets.ofAscii("a claim");

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = "ML_DSA_.*")
    void verifies_with_a_key_from_a_certificate_and_refuses_any_other_signature(SignatureAlgorithm algorithm) {
        KeyPair keys = MlDsaCertificates.keys(algorithm.label());
        PublicKey key = certified(keys);
        Octets signature = MlDsaCertificates.sign(keys, MESSAGE);
        assertThat(check(algorithm, key, MESSAGE, signature)).isEqualTo(SignatureOutcome.VERIFIED);
        assertThat(check(algorithm, keys.getPublic(), MESSAGE, signature)).isEqualTo(SignatureOutcome.VERIFIED);

        Octets flipped = Octets.concat(signature.slice(0, 99), Octets.of(signature.at(99) ^ 1), signature.from(100));
        KeyPair others = MlDsaCertificates.keys(algorithm.label());
        assertThat(check(algorithm, key, MESSAGE, flipped)).isEqualTo(SignatureOutcome.MISMATCH);
        assertThat(check(algorithm, key, MESSAGE, signature.from(1))).isEqualTo(SignatureOutcome.MISMATCH);
        assertThat(check(algorithm, key, MESSAGE, Octets.concat(signature, Octets.of(0))))
                .isEqualTo(SignatureOutcome.MISMATCH);
        assertThat(check(algorithm, key, MESSAGE, Octets.zeros(signature.length())))
                .isEqualTo(SignatureOutcome.MISMATCH);
        assertThat(check(algorithm, key, Octets.empty(), signature)).isEqualTo(SignatureOutcome.MISMATCH);
        assertThat(check(algorithm, certified(others), MESSAGE, signature)).isEqualTo(SignatureOutcome.MISMATCH);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = "ML_DSA_.*")
    void a_key_fits_the_algorithm_of_its_own_parameter_set_only(SignatureAlgorithm algorithm) {
        KeyPair keys = MlDsaCertificates.keys(algorithm.label());
        Octets signature = MlDsaCertificates.sign(keys, MESSAGE);
        PublicKey key = certified(keys);
        for (SignatureAlgorithm other : SignatureAlgorithm.values()) {
            if (other != algorithm) {
                assertThat(check(other, key, MESSAGE, signature)).isEqualTo(SignatureOutcome.UNSUITABLE_KEY);
            }
        }
        assertThat(check(algorithm, TestCertificates.p256().getPublic(), MESSAGE, signature))
                .isEqualTo(SignatureOutcome.UNSUITABLE_KEY);
        assertThat(SignatureAlgorithm.forKey(key)).isEmpty();
    }

    private static PublicKey certified(KeyPair keys) {
        return MlDsaCertificates.signer("Signer", TestCertificates.root("Root"), keys)
                .certificate()
                .getPublicKey();
    }

    private static SignatureOutcome check(
            SignatureAlgorithm algorithm, PublicKey key, Octets message, Octets signature) {
        return SignatureCheck.check(CryptoEngine.platform(), algorithm, key, message, signature);
    }
}
