package org.estampille.cawg;

import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cose.CoseSign1;
import org.estampille.cose.SigStructure;
import org.estampille.cose.TimeStampHeader;
import org.estampille.manifest.Manifest;
import org.estampille.timestamp.TimeStampCheck;
import org.estampille.timestamp.TimeStampOutcome;
import org.estampille.trust.TrustAnchors;

/** The time-stamp of an identity assertion's own signature. Version 1 never counts: it does not cover the signature. */
final class Stamps {
    private Stamps() {}

    /** What the {@code sigTst2} token of a signature proves to those who trust only {@code anchors}; none given leave it open. */
    static TimeStampOutcome check(
            IdentityContext context, CoseSign1 cose, Octets token, Optional<TrustAnchors> anchors) {
        Octets message =
                SigStructure.counterSignature(cose.protectedOctets(), SigStructure.serialized(cose.signature()));
        return new TimeStampCheck(context.engine(), context.credentials(), anchors).ofToken(token, message);
    }

    /** Whether the time-stamp of the claim may stand in: not when it may be a version 1 stamp (clause 8.2.2). */
    static boolean countsForX509(Manifest manifest, ReadLimits limits) {
        Optional<Octets> signature = manifest.signatureBox().flatMap(box -> box.content("cbor"));
        if (signature.isEmpty()) {
            return false;
        }
        try {
            return !(CoseSign1.read(signature.get(), limits).timeStamp() instanceof TimeStampHeader.OfClaim);
        } catch (MalformedContentException e) {
            return false; // without a readable signature there is no stamp of it
        }
    }
}
