package org.estampille.revocation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.estampille.bytes.Octets;

/**
 * What every request to an address out of a certificate or an asset has to keep: the host is looked up once, judged, and the very
 * address that was judged is connected to, so that a name cannot mean another host a moment later; no proxy; one deadline for
 * everything; a bounded answer. Of one exchange, on one thread.
 */
public final class HttpConnection {

    private final String whose;
    private final long deadline;

    /**
     * @param whose who answers, as the subject of sentences: {@code the responder}
     * @param limit for the whole exchange, from now on
     */
    public HttpConnection(String whose, Duration limit) {
        this.whose = whose;
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /**
     * Connects {@code socket}.
     *
     * @throws IOException when {@code rule} does not permit the host, or it does not take the connection in time
     */
    public void open(Socket socket, HostResolver resolver, String host, int port, AddressRule rule) throws IOException {
        InetAddress address = resolver.resolve(host);
        if (!rule.permits(address)) {
            throw new IOException(whose + "'s address is not a public one");
        }
        socket.connect(new InetSocketAddress(address, port), remaining());
    }

    /** A socket for {@link #open}. */
    public static Socket socket() {
        return new Socket(Proxy.NO_PROXY);
    }

    /**
     * Everything that comes until the other side closes.
     *
     * @param most octets, whatever they are
     * @param told the limit to name when there is more
     */
    public Octets readAll(Socket socket, long most, long told) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        while (true) {
            socket.setSoTimeout(remaining());
            int count = in.read(buffer);
            if (count < 0) {
                return Octets.adopt(all.toByteArray());
            }
            all.write(buffer, 0, count);
            if (all.size() > most) {
                throw new IOException("the answer of " + whose + " is longer than " + told + " octets");
            }
        }
    }

    /** Milliseconds until the deadline. */
    public int remaining() throws SocketTimeoutException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException(whose + " did not answer in time");
        }
        return (int) left;
    }
}
