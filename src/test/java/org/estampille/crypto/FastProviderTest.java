package org.estampille.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
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

    @Test
    void gives_a_thread_its_own_signature_object_again() throws Exception {
        assumeTrue(TestEngines.fast().isPresent(), "the fast provider does not run here");
        CryptoEngine fast = CryptoEngine.preferring(TestEngines.fast().get());
        String algorithm = "SHA256withECDSAinP1363Format";
        assertThat(fast.threadSignature(algorithm)).isSameAs(fast.threadSignature(algorithm));
        assertThat(CryptoEngine.platform().threadSignature(algorithm))
                .isNotSameAs(CryptoEngine.platform().threadSignature(algorithm));
    }
}
