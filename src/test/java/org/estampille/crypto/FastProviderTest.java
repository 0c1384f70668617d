package org.estampille.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FastProviderTest {

    @Test
    void names_the_jar_of_each_platform() {
        assertThat(FastProvider.fileName("Linux", "amd64")).isEqualTo("accp-linux-x86_64.jar");
        assertThat(FastProvider.fileName("Linux", "aarch64")).isEqualTo("accp-linux-aarch_64.jar");
        assertThat(FastProvider.fileName("Mac OS X", "aarch64")).isEqualTo("accp-osx-aarch_64.jar");
    }

    @Test
    void is_absent_without_a_jar_or_with_a_broken_one(@TempDir Path folder) throws Exception {
        assertThat(FastProvider.load(folder)).isEmpty();
        String name = FastProvider.fileName(System.getProperty("os.name"), System.getProperty("os.arch"));
        Files.writeString(folder.resolve(name), "not a jar");
        assertThat(FastProvider.load(folder)).isEmpty();
    }

    @Test
    void loads_without_being_registered_and_hashes_as_the_platform_does() {
        assumeTrue(TestEngines.fast().isPresent(), "the fast provider does not run here");
        String name = TestEngines.fast().get().getName();
        assertThat(Security.getProvider(name)).isNull();
        CryptoEngine fast = CryptoEngine.preferring(TestEngines.fast().get());
        assertThat(fast.name()).isEqualTo(name);
        for (HashAlgorithm algorithm : HashAlgorithm.values()) {
            Octets message = Octets.ofAscii("message");
            assertThat(fast.digest(algorithm).getProvider().getName()).isEqualTo(name);
            assertThat(fast.hash(algorithm, message))
                    .isEqualTo(CryptoEngine.platform().hash(algorithm, message));
        }
    }

    private static final String ECDSA = "SHA256withECDSAinP1363Format";

    @Test
    void gives_a_thread_its_own_signature_object_again() throws Exception {
        assumeTrue(TestEngines.fast().isPresent(), "the fast provider does not run here");
        CryptoEngine fast = CryptoEngine.preferring(TestEngines.fast().get());
        Signature first = fast.signing(ECDSA, signature -> signature);
        assertThat(fast.<Signature>signing(ECDSA, signature -> signature)).isSameAs(first);
        assertThat(CryptoEngine.platform().<Signature>signing(ECDSA, signature -> signature))
                .isNotSameAs(CryptoEngine.platform().<Signature>signing(ECDSA, signature -> signature));
    }

    @Test
    void a_key_that_cannot_be_used_does_not_spoil_the_object_for_the_next() throws Exception {
        assumeTrue(TestEngines.fast().isPresent(), "the fast provider does not run here");
        CryptoEngine fast = CryptoEngine.preferring(TestEngines.fast().get());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        ECPublicKey good = (ECPublicKey) pair.getPublic();
        ECPoint beside =
                new ECPoint(good.getW().getAffineX(), good.getW().getAffineY().xor(BigInteger.ONE));
        PublicKey bad = KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(beside, good.getParams()));
        Octets message = Octets.ofAscii("message");
        Octets signed = fast.signing(ECDSA, signature -> {
            signature.initSign(pair.getPrivate());
            signature.update(message.asBuffer());
            return Octets.adopt(signature.sign());
        });
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> verifies(fast, bad, message, signed)).isInstanceOf(GeneralSecurityException.class);
            assertThat(verifies(fast, good, message, signed)).isTrue();
        }
    }

    @Test
    void a_hash_that_came_to_no_end_leaves_nothing_for_the_next() throws Exception {
        assumeTrue(TestEngines.fast().isPresent(), "the fast provider does not run here");
        CryptoEngine fast = CryptoEngine.preferring(TestEngines.fast().get());
        Octets[] broken = {Octets.ofAscii("a"), null};
        assertThatThrownBy(() -> fast.hash(HashAlgorithm.SHA256, broken)).isInstanceOf(NullPointerException.class);
        assertThat(fast.hash(HashAlgorithm.SHA256, Octets.ofAscii("b")))
                .isEqualTo(CryptoEngine.platform().hash(HashAlgorithm.SHA256, Octets.ofAscii("b")));
    }

    private static boolean verifies(CryptoEngine engine, PublicKey key, Octets message, Octets signed)
            throws GeneralSecurityException {
        return engine.verifying(ECDSA, signature -> {
            signature.initVerify(key);
            signature.update(message.asBuffer());
            return signature.verify(signed.toByteArray());
        });
    }
}
