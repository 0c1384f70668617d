package org.estampille.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.estampille.bytes.Octets;
import org.estampille.revocation.AddressRule;
import org.estampille.revocation.HostResolver;
import org.estampille.revocation.HttpConnection;

/**
 * Stores fetched over HTTP or HTTPS. The address comes from the asset, so it must not reach what is inside: one request over
 * one connection to the very address that was looked at, without credentials, redirects, proxies or retries; the whole
 * exchange is bounded in time and size. Safe for use by several threads.
 */
public final class HttpRemoteStores implements RemoteStores {

    private static final int HEAD = 16 << 10;
    private static final Octets HEAD_END = Octets.ofAscii("\r\n\r\n");

    private final HostResolver resolver;
    private final AddressRule rule;
    private final Duration limit;
    private final long largest;

    /**
     * @param rule which hosts may be asked
     * @param limit for the whole exchange
     * @param largest octets of a store
     */
    public HttpRemoteStores(AddressRule rule, Duration limit, long largest) {
        this(HostResolver.system(), rule, limit, largest);
    }

    /** Stores of hosts whose names {@code resolver} knows. */
    public HttpRemoteStores(HostResolver resolver, AddressRule rule, Duration limit, long largest) {
        this.resolver = resolver;
        this.rule = rule;
        this.limit = limit;
        this.largest = largest;
    }

    @Override
    public Octets fetch(URI address) throws IOException {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        boolean known = secure || "http".equalsIgnoreCase(address.getScheme());
        if (!known || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IOException("its address is not one of the web");
        }
        int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
        HttpConnection connection = new HttpConnection("the store", limit);
        try (Socket plain = HttpConnection.socket()) {
            connection.open(plain, resolver, address.getHost(), port, rule);
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> close(plain), after(connection.remaining()));
            try (Socket socket = secure ? secured(plain, address.getHost(), port, connection) : plain) {
                socket.getOutputStream().write(request(address));
                socket.getOutputStream().flush();
                return body(connection.readAll(socket, largest + HEAD, largest));
            } finally {
                end.cancel(false);
            }
        }
    }

    /** A read that waits ends with the socket: a handshake could otherwise go on octet by octet. */
    private static Executor after(int milliseconds) {
        return CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** TLS over the connection that stands, with the certificate checked against the name. */
    private static Socket secured(Socket plain, String host, int port, HttpConnection connection) throws IOException {
        plain.setSoTimeout(connection.remaining());
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** HTTP/1.0, so that the answer ends with the connection and is never in chunks. */
    private static byte[] request(URI address) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        String head = "GET " + path + query + " HTTP/1.0\r\nHost: " + address.getHost() + port
                + "\r\nAccept: application/c2pa\r\nConnection: close\r\n\r\n";
        return head.getBytes(StandardCharsets.US_ASCII);
    }

    /** An answer that is not what was asked for. */
    public static final class StatusException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;

        private StatusException(int status) {
            super("the answer is not HTTP status 200");
            this.status = status;
        }

        /** The status the host gave, 0 where it gave none that can be read. */
        public int status() {
            return status;
        }
    }

    private static int status(String head) {
        boolean readable = head.length() >= 12
                && head.startsWith("HTTP/1.")
                && head.substring(9, 12).chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return readable ? Integer.parseInt(head.substring(9, 12)) : 0;
    }

    private Octets body(Octets answer) throws IOException {
        int end = answer.indexOf(HEAD_END, 0).orElseThrow(() -> new IOException("the answer is no HTTP"));
        String head = answer.slice(0, end).latin1();
        if (!head.startsWith("HTTP/1.") || !head.startsWith(" 200", 8)) {
            throw new StatusException(status(head));
        }
        if (head.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding:")) {
            throw new IOException("the answer is in chunks that were not asked for");
        }
        Octets body = answer.from(end + HEAD_END.length());
        if (body.length() > largest) {
            throw new IOException("it is longer than " + largest + " octets");
        }
        return body;
    }
}
