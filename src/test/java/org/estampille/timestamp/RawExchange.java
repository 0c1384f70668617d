package org.estampille.timestamp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.HttpURLConnection;
import java.net.URI;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;

/** Gets a token without looking at it. */
public final class RawExchange {
    private RawExchange() {}

    public static Octets token(URI address, Octets message) throws IOException, MalformedContentException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(TimeStampRequests.encode(
                            CryptoEngine.platform().hash(HashAlgorithm.SHA256, message), BigInteger.TWO)
                    .toByteArray());
        }
        try (InputStream in = connection.getInputStream()) {
            return TimeStampToken.ofResponse(Octets.adopt(in.readAllBytes())).octets();
        }
    }
}
