package org.estampille.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.estampille.bytes.Octets;
import org.estampille.revocation.AddressRule;
import org.estampille.revocation.HostResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address in an asset must lead nowhere inside, keep nobody waiting and fill no memory. */
@Timeout(60)
final class HttpRemoteStoresTest {

    private static final long LARGEST = 100_000;
    private static final Duration LONG = Duration.ofSeconds(30);

    /** Gives one answer to everybody, octet for octet, then closes or goes on for ever. */
    private static final class Server implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final AtomicBoolean over = new AtomicBoolean();

        Server(String head, byte[] piece, boolean endless) throws IOException {
            Thread thread = new Thread(() -> serve(head, piece, endless));
            thread.setDaemon(true);
            thread.start();
        }

        private void serve(String head, byte[] piece, boolean endless) {
            while (!over.get()) {
                try (Socket client = socket.accept()) {
                    byte[] request = new byte[4_096];
                    InputStream in = client.getInputStream();
                    asked.add(new String(request, 0, in.read(request), StandardCharsets.US_ASCII));
                    OutputStream out = client.getOutputStream();
                    out.write(head.getBytes(StandardCharsets.US_ASCII));
                    do {
                        out.write(piece);
                        out.flush();
                    } while (endless && !over.get());
                } catch (IOException gone) {
                    continue;
                }
            }
        }

        URI address(String host) {
            return URI.create("http://" + host + ":" + socket.getLocalPort() + "/store");
        }

        @Override
        public void close() throws IOException {
            over.set(true);
            socket.close();
        }
    }

    private static InetAddress address(int... octets) throws UnknownHostException {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return InetAddress.getByAddress("named.example", bytes);
    }

    private static HttpRemoteStores guarded(HostResolver resolver) {
        return new HttpRemoteStores(resolver, AddressRule.publicOnly(), LONG, LARGEST);
    }

    private static HttpRemoteStores anywhere(Duration limit) {
        return new HttpRemoteStores(address -> true, limit, LARGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::1]",
                "[::]",
                "[fe80::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[ff02::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:169.254.169.254]",
                "[::ffff:a00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::a9fe:a9fe]",
                "[2002:7f00:1::]",
                "[2001::1]",
                "localhost"
            })
    void an_address_inside_is_never_connected_to(String host) {
        for (String scheme : List.of("http", "https")) {
            assertThatThrownBy(() -> guarded(HostResolver.system()).fetch(URI.create(scheme + "://" + host + "/")))
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("(the store.s address is not a public one|its address is not one of the web)");
        }
    }

    @Test
    void a_public_name_that_means_an_address_inside_is_never_connected_to() throws IOException {
        for (InetAddress inside : List.of(
                address(127, 0, 0, 1),
                address(10, 1, 2, 3),
                address(169, 254, 169, 254),
                address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 10, 0, 0, 1),
                address(0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))) {
            assertThatThrownBy(() -> guarded(host -> inside).fetch(URI.create("http://named.example/store")))
                    .as(inside.toString())
                    .hasMessage("the store's address is not a public one");
        }
    }

    @Test
    void a_name_that_means_another_host_when_asked_again_is_not_asked_again() throws IOException {
        try (Server server = new Server("HTTP/1.0 200 OK\r\n\r\n", new byte[] {1, 2, 3}, false)) {
            List<InetAddress> looked = new ArrayList<>();
            List<String> resolved = new ArrayList<>();
            HostResolver rebinding = host -> {
                resolved.add(host);
                return resolved.size() == 1 ? InetAddress.getLoopbackAddress() : address(192, 0, 2, 1);
            };
            Octets store = new HttpRemoteStores(
                            rebinding,
                            address -> {
                                looked.add(address);
                                return true;
                            },
                            LONG,
                            LARGEST)
                    .fetch(server.address("named.example"));
            assertThat(store).isEqualTo(Octets.of(1, 2, 3));
            assertThat(resolved).containsExactly("named.example");
            assertThat(looked).containsExactly(InetAddress.getLoopbackAddress());
            assertThat(server.asked).singleElement().asString().contains("Host: named.example");
        }
    }

    @Test
    void another_status_is_told_by_its_number() throws IOException {
        try (Server server = new Server("HTTP/1.0 404 Not Found\r\n\r\n", new byte[0], false)) {
            assertThatThrownBy(() -> anywhere(LONG).fetch(server.address("127.0.0.1")))
                    .isInstanceOfSatisfying(
                            HttpRemoteStores.StatusException.class,
                            answer -> assertThat(answer.status()).isEqualTo(404));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1/", "http://169.254.169.254/latest", "file:///etc/hostname", "//localhost/"})
    void a_redirect_to_what_is_inside_is_not_followed(String target) throws IOException {
        String head = "HTTP/1.0 302 Found\r\nLocation: " + target + "\r\n\r\n";
        try (Server server = new Server(head, new byte[0], false)) {
            assertThatThrownBy(() -> anywhere(LONG).fetch(server.address("127.0.0.1")))
                    .hasMessage("the answer is not HTTP status 200");
            assertThat(server.asked).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Length: 3\r\n", "Content-Length: 999999999999\r\n"})
    void an_answer_without_end_is_cut_off_whatever_length_it_says(String length) throws IOException {
        try (Server server = new Server("HTTP/1.0 200 OK\r\n" + length + "\r\n", new byte[8_192], true)) {
            assertThatThrownBy(() -> anywhere(LONG).fetch(server.address("127.0.0.1")))
                    .hasMessage("the answer of the store is longer than " + LARGEST + " octets");
        }
    }

    @Test
    void headers_without_end_are_cut_off() throws IOException {
        byte[] header = "X: y\r\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        try (Server server = new Server("HTTP/1.0 200 OK\r\n", header, true)) {
            assertThatThrownBy(() -> anywhere(LONG).fetch(server.address("127.0.0.1")))
                    .hasMessage("the answer of the store is longer than " + LARGEST + " octets");
        }
    }

    @Test
    void an_answer_that_never_comes_ends_when_the_time_is_over() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            for (String scheme : List.of("http", "https")) {
                URI asked = URI.create(address.toString().replace("http", scheme));
                long start = System.nanoTime();
                assertThatThrownBy(() -> anywhere(Duration.ofMillis(300)).fetch(asked))
                        .isInstanceOf(IOException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            }
        }
    }
}
