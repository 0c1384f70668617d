package org.estampille.sign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cose.CoseSign1;
import org.estampille.cose.CredentialHeader;
import org.estampille.cose.SigStructure;
import org.estampille.cose.SignatureCheck;
import org.estampille.cose.SignatureOutcome;
import org.estampille.crypto.CryptoEngine;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.CertificateProfile;
import org.estampille.trust.ChainValidator;
import org.estampille.trust.Purpose;
import org.estampille.trust.TrustAnchors;

/** Signs and verifies without a time-stamp, in a process of its own: {@link LeanLoadingTest} looks at what that loads. */
final class PlainRoundTrip {
    private PlainRoundTrip() {}

    /** Takes the folder of a demo authority and the time. */
    public static void main(String[] args) throws Exception {
        DemoAuthority demo = DemoAuthority.in(Path.of(args[0]));
        ClaimSigner signer =
                KeyFiles.load(demo.key(), Optional.of(demo.chain()), () -> new char[0], CryptoEngine.platform());
        Octets claim = Octets.ofAscii("claim");
        Octets box = ClaimSignatures.sign(signer, Optional.empty(), claim, ClaimSignatures.reserve(signer, false));
        CoseSign1 read = CoseSign1.read(box, ReadLimits.standard());
        CertificateChain chain = CertificateChain.read(((CredentialHeader.Chain) read.credential()).der());
        TrustAnchors anchors = TrustAnchors.ofPem(Files.readString(demo.root()));
        SignatureOutcome outcome = SignatureCheck.check(
                CryptoEngine.platform(),
                read.algorithm().orElseThrow(),
                chain.publicKey(),
                SigStructure.signature1(read.protectedOctets(), claim),
                read.signature());
        boolean fit =
                CertificateProfile.violations(chain, Purpose.CLAIM_SIGNING).isEmpty();
        boolean trusted =
                ChainValidator.evaluate(chain, anchors, Instant.parse(args[1])).isTrusted();
        System.out.println("outcome " + outcome + " " + fit + " " + trusted);
    }
}
