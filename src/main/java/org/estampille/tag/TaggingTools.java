package org.estampille.tag;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.estampille.bytes.ReadLimits;
import org.estampille.crypto.CryptoEngine;
import org.estampille.embed.CopyProgress;
import org.estampille.embed.StagingArea;
import org.estampille.manifest.ContentCache;
import org.estampille.manifest.ManifestHeader;
import org.estampille.sign.ClaimSigner;
import org.estampille.sign.TimeStampAuthority;
import org.estampille.trust.CertificateCache;

/**
 * What tagging needs from outside; one set serves many files and threads.
 *
 * @param signer signs the claims
 * @param timeStamps stamps the signatures, where asked for
 * @param generator written into the claims
 * @param engine hashes and signatures
 * @param credentials remembers what was found out about certificates
 * @param contents remembers what assertions were decoded to
 * @param random labels and salts
 * @param limits bounds on what is read
 * @param clock the time ingredients are judged at
 * @param threads that may work on one large file
 * @param staging keeps track of the files being written
 * @param progress told of octets written
 */
public record TaggingTools(
        ClaimSigner signer,
        Optional<TimeStampAuthority> timeStamps,
        ManifestHeader.GeneratorInfo generator,
        CryptoEngine engine,
        CertificateCache credentials,
        ContentCache contents,
        SecureRandom random,
        ReadLimits limits,
        Clock clock,
        int threads,
        StagingArea staging,
        CopyProgress progress) {

    /** A random UUID (RFC 9562 clause 5.4); the platform's own way has threads wait for one another. */
    UUID uuid() {
        long version = random.nextLong() & ~0xF000L | 0x4000L;
        long variant = random.nextLong() >>> 2 | Long.MIN_VALUE;
        return new UUID(version, variant);
    }
}
