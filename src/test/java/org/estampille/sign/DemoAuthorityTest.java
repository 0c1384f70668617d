package org.estampille.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.crypto.CryptoEngine;
import org.estampille.trust.ChainValidator;
import org.estampille.trust.TrustAnchors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoAuthorityTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void makes_a_signer_that_its_root_vouches_for() throws Exception {
        DemoAuthority demo = DemoAuthority.create(folder.resolve("new/demo"), CLOCK, new SecureRandom());
        ClaimSigner signer =
                KeyFiles.load(demo.key(), Optional.of(demo.chain()), () -> new char[0], CryptoEngine.platform());
        Suitability.require(signer, NOW);
        assertThat(signer.algorithm()).isEqualTo(SignatureAlgorithm.ES256);
        assertThat(signer.chain().certificates()).hasSize(2);
        TrustAnchors anchors = TrustAnchors.ofPem(Files.readString(demo.root()));
        assertThat(ChainValidator.evaluate(signer.chain(), anchors, NOW).isTrusted())
                .isTrue();
    }

    @Test
    void keeps_to_the_conformance_programmes_profile_and_says_what_it_is() throws Exception {
        DemoAuthority demo = DemoAuthority.create(folder, CLOCK, new SecureRandom());
        X509Certificate leaf = KeyFiles.load(
                        demo.key(), Optional.of(demo.chain()), () -> new char[0], CryptoEngine.platform())
                .chain()
                .leaf();
        assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.4.1.62558.2.1", "1.3.6.1.5.5.7.3.4");
        assertThat(leaf.getCriticalExtensionOIDs()).contains("2.5.29.15");
        assertThat(leaf.getKeyUsage()).startsWith(true, true, false);
        assertThat(Duration.between(
                        leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant()))
                .isLessThanOrEqualTo(Duration.ofDays(366));
        assertThat(leaf.getSubjectX500Principal().getName()).contains("not for production");
        assertThat(leaf.getIssuerX500Principal().getName()).contains("not for production");
    }

    @Test
    void keeps_the_key_to_its_owner_and_replaces_nothing() throws Exception {
        DemoAuthority demo = DemoAuthority.create(folder, CLOCK, new SecureRandom());
        assertThatThrownBy(() -> DemoAuthority.create(folder, CLOCK, new SecureRandom()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(demo.key())))
                .isEqualTo("rw-------");
    }
}
