package org.estampille.sign;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.estampille.timestamp.TimeStampReply;
import org.estampille.timestamp.TimeStampRequests;

/**
 * A time-stamping authority reached over HTTP (RFC 3161 clause 3.4). One request, no redirects, no retry; the answer is bounded
 * in time and size. Safe for use by several threads.
 */
public final class HttpTimeStampAuthority implements TimeStampAuthority {

    private static final int LARGEST = 256 << 10;
    private static final int NONCE_BITS = 63;

    private final URI address;
    private final Duration timeout;
    private final SecureRandom random;
    private final CryptoEngine engine;

    /**
     * @param address an {@code http} or {@code https} address without user information
     * @param timeout for connecting, for the first octet of the answer, and for all the others together
     * @param random for nonces
     */
    public HttpTimeStampAuthority(URI address, Duration timeout, SecureRandom random, CryptoEngine engine) {
        this.address = address;
        this.timeout = timeout;
        this.random = random;
        this.engine = engine;
    }

    @Override
    public Octets stamp(Octets message, HashAlgorithm algorithm) throws SigningException {
        BigInteger nonce = new BigInteger(NONCE_BITS, random);
        Octets answer = exchange(TimeStampRequests.encode(engine.hash(algorithm, message), nonce));
        TimeStampReply reply = TimeStampReply.read(answer, message, nonce, engine);
        if (reply instanceof TimeStampReply.Granted granted) {
            return granted.token();
        }
        if (reply instanceof TimeStampReply.Refused refused) {
            throw refusal("refused: " + printable(refused.reason()));
        }
        if (reply instanceof TimeStampReply.Unusable unusable) {
            throw refusal("gave an answer that cannot be used: " + unusable.reason());
        }
        throw new IllegalStateException("a reply of another kind");
    }

    private Octets exchange(Octets request) throws SigningException {
        try {
            HttpURLConnection connection = open();
            try {
                return exchange(connection, request);
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            throw new SigningException(
                    "the time-stamping authority " + address + " could not be reached: " + cause(e), e);
        }
    }

    /** What an exchange that failed means, with the host and port that were tried. */
    private String cause(IOException e) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
        String where = "host " + address.getHost() + ", port " + port;
        if (e instanceof UnknownHostException) {
            return "there is no host " + address.getHost();
        }
        if (e instanceof SocketTimeoutException) {
            return where + ", did not answer in time";
        }
        if (e instanceof ConnectException) {
            return where + ", takes no connections";
        }
        if (e instanceof SSLException) {
            return "no secure connection to " + where;
        }
        return "the connection to " + where + ", broke off";
    }

    private HttpURLConnection open() throws IOException, SigningException {
        boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        if (!web
                || address.getHost() == null
                || !(address.toURL().openConnection() instanceof HttpURLConnection connection)) {
            throw new SigningException("'" + address + "' is no http or https address of a time-stamping authority");
        }
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) timeout.toMillis());
        connection.setReadTimeout((int) timeout.toMillis());
        connection.setRequestProperty("Content-Type", "application/timestamp-query");
        connection.setRequestProperty("Accept", "application/timestamp-reply");
        return connection;
    }

    private Octets exchange(HttpURLConnection connection, Octets request) throws IOException, SigningException {
        connection.setFixedLengthStreamingMode(request.length());
        try (OutputStream out = connection.getOutputStream()) {
            out.write(request.toByteArray());
        }
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            throw refusal("answered with HTTP status " + status);
        }
        try (InputStream in = connection.getInputStream()) {
            return body(in);
        }
    }

    /** A server that sends an octet now and then must not hold the signer for ever. */
    private Octets body(InputStream in) throws IOException, SigningException {
        long start = System.nanoTime();
        byte[] answer = new byte[LARGEST + 1];
        int length = 0;
        for (int count = 0; count >= 0; count = in.read(answer, length, answer.length - length)) {
            length += count;
            if (length > LARGEST) {
                throw refusal("gave an answer of more than " + LARGEST + " octets");
            }
            if (System.nanoTime() - start > timeout.toNanos()) {
                throw refusal("took too long to answer");
            }
        }
        return Octets.adopt(Arrays.copyOf(answer, length));
    }

    private SigningException refusal(String what) {
        return new SigningException("the time-stamping authority " + address + " " + what);
    }

    /** Text from outside without control characters, cut to a line's length. */
    private static String printable(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(200)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
