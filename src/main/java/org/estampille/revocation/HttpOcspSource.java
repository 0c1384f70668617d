package org.estampille.revocation;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.estampille.bytes.Octets;

/**
 * Responders reached over plain HTTP (RFC 6960 appendix A), as nearly all are: answers are signed. One request over one
 * connection to the very address that was looked at, so that a name cannot mean another host a moment later; no redirects, no
 * proxy, no retry; the whole exchange is bounded in time and size. Safe for use by several threads.
 */
public final class HttpOcspSource implements OcspSource {

    private static final int LARGEST = 64 << 10;
    private static final int DEFAULT_PORT = 80;

    private final HostResolver resolver;
    private final AddressRule rule;
    private final Duration limit;

    /**
     * @param rule which hosts may be asked
     * @param limit for the whole exchange
     */
    public HttpOcspSource(AddressRule rule, Duration limit) {
        this(HostResolver.system(), rule, limit);
    }

    /** Responders whose names {@code resolver} knows. */
    public HttpOcspSource(HostResolver resolver, AddressRule rule, Duration limit) {
        this.resolver = resolver;
        this.rule = rule;
        this.limit = limit;
    }

    @Override
    public Octets ask(URI responder, Octets request) throws IOException {
        String host = responder.getHost();
        if (!"http".equalsIgnoreCase(responder.getScheme()) || host == null || responder.getRawUserInfo() != null) {
            throw new IOException("the responder has no plain http address");
        }
        int port = responder.getPort() < 0 ? DEFAULT_PORT : responder.getPort();
        HttpConnection connection = new HttpConnection("the responder", limit);
        try (Socket socket = HttpConnection.socket()) {
            connection.open(socket, resolver, host, port, rule);
            socket.getOutputStream().write(message(responder, host, port, request));
            socket.getOutputStream().flush();
            return body(connection.readAll(socket, LARGEST, LARGEST));
        }
    }

    /** HTTP/1.0, so that the answer ends with the connection and is never in chunks. */
    private static byte[] message(URI responder, String host, int port, Octets request) {
        String path = responder.getRawPath() == null || responder.getRawPath().isEmpty() ? "/" : responder.getRawPath();
        String query = responder.getRawQuery() == null ? "" : "?" + responder.getRawQuery();
        String head = "POST " + path + query + " HTTP/1.0\r\nHost: " + host + (port == DEFAULT_PORT ? "" : ":" + port)
                + "\r\nContent-Type: application/ocsp-request\r\nAccept: application/ocsp-response\r\nContent-Length: "
                + request.length() + "\r\nConnection: close\r\n\r\n";
        return Octets.concat(Octets.adopt(head.getBytes(StandardCharsets.US_ASCII)), request)
                .toByteArray();
    }

    private static Octets body(Octets answer) throws IOException {
        int end = answer.indexOf(Octets.ofAscii("\r\n\r\n"), 0)
                .orElseThrow(() -> new IOException("the responder's answer is no HTTP"));
        String head = answer.slice(0, end).latin1();
        boolean ok = head.startsWith("HTTP/1.") && head.length() >= 12 && head.startsWith("200", 9);
        if (!ok) {
            throw new IOException("the responder did not answer with HTTP status 200");
        }
        return answer.from(end + 4);
    }
}
