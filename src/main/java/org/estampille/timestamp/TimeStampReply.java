package org.estampille.timestamp;

import java.math.BigInteger;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.estampille.trust.CertificateCache;

/** What an authority answered to a request (RFC 3161 clause 2.4.2). */
public sealed interface TimeStampReply {

    /**
     * A token for exactly what was asked, with a good signature. Whether the authority is trusted was not looked at.
     *
     * @param token a DER TimeStampToken
     */
    record Granted(Octets token) implements TimeStampReply {}

    /**
     * No token.
     *
     * @param reason what the authority said, one clause; from outside, so show it with care
     */
    record Refused(String reason) implements TimeStampReply {}

    /**
     * Something that is no answer to the request.
     *
     * @param reason one clause
     */
    record Unusable(String reason) implements TimeStampReply {}

    /**
     * Reads and checks a reply.
     *
     * @param der a TimeStampResp
     * @param message the octets whose hash was sent
     * @param nonce the number that was sent
     */
    static TimeStampReply read(Octets der, Octets message, BigInteger nonce, CryptoEngine engine) {
        try {
            TokenReader.Response response = TokenReader.response(der);
            return response.isGranted()
                    ? token(response.token().orElseThrow(), message, nonce, engine)
                    : new Refused(response.refusal());
        } catch (MalformedContentException e) {
            return new Unusable("the answer is no time-stamp response");
        }
    }

    private static TimeStampReply token(Octets token, Octets message, BigInteger nonce, CryptoEngine engine)
            throws MalformedContentException {
        if (!TimeStampToken.read(token).nonce().equals(Optional.of(nonce))) {
            return new Unusable("the answer has another nonce than the request");
        }
        TimeStampOutcome outcome =
                new TimeStampCheck(engine, CertificateCache.bounded(16), Optional.empty()).ofToken(token, message);
        return outcome.isValidated()
                ? new Granted(token)
                : new Unusable("the time-stamp cannot be used: " + outcome.explanation());
    }
}
