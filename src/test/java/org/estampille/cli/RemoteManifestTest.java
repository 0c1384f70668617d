package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.estampille.bytes.Octets;
import org.estampille.report.Problem;
import org.estampille.report.VerificationReport;
import org.estampille.revocation.AddressRule;
import org.estampille.trust.TrustAnchors;
import org.estampille.verify.Contexts;
import org.estampille.verify.HttpRemoteStores;
import org.estampille.verify.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RemoteManifestTest {

    private static final long LARGEST = 1 << 20;

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Terminal terminal;
    private HttpServer server;
    private byte[] store = {};

    @BeforeEach
    void start() throws IOException {
        terminal = new Terminal(folder);
        assertThat(terminal.run("keys", "demo", "--out", "keys")).isZero();
        assertThat(terminal.run("declare", "example")).isZero();
        Files.writeString(folder.resolve("decl.yaml"), terminal.out());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        String path = exchange.getRequestURI().getPath();
        byte[] body = path.equals("/flood") ? new byte[(int) LARGEST + 1] : path.equals("/junk") ? new byte[50] : store;
        if (path.equals("/silent")) {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (path.equals("/redirect")) {
            exchange.getResponseHeaders().add("Location", "/store");
        }
        exchange.sendResponseHeaders(path.equals("/redirect") ? 302 : path.equals("/gone") ? 404 : 200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** A signed picture whose store is on the server only, named in what looks like XMP. */
    private void picture(String address) throws IOException {
        try (var media = RemoteManifestTest.class.getResourceAsStream("/org/estampille/demo/picture.jpg")) {
            Octets plain = Octets.adopt(media.readAllBytes());
            Octets xmp = Octets.ofAscii("<x dcterms:provenance=\"" + address + "\"/>");
            Octets comment = Octets.concat(Octets.of(0xFF, 0xFE), Octets.u16be(xmp.length() + 2), xmp);
            Octets named = Octets.concat(plain.slice(0, 2), comment, plain.from(2));
            Files.write(folder.resolve("a.jpg"), named.toByteArray());
        }
        assertThat(terminal.run(
                        "tag",
                        "a.jpg",
                        "--sidecar",
                        "--declare",
                        "decl.yaml",
                        "--key",
                        "keys/leaf.key.pem",
                        "--cert",
                        "keys/chain.pem"))
                .as(terminal.err())
                .isZero();
        Path sidecar = Files.exists(folder.resolve("a.c2pa")) ? folder.resolve("a.c2pa") : folder.resolve("a.jpg.c2pa");
        store = Files.readAllBytes(sidecar);
        Files.delete(sidecar);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private VerificationReport fetching(AddressRule rule, Duration limit) throws Exception {
        TrustAnchors anchors =
                TrustAnchors.ofPem(Files.readString(folder.resolve("keys/root.pem"), StandardCharsets.US_ASCII));
        return new Verifier(Contexts.trusting(anchors, Terminal.NOW))
                .fetchingFrom(new HttpRemoteStores(rule, limit, LARGEST))
                .verify(folder.resolve("a.jpg"), "a.jpg");
    }

    private VerificationReport fetching() throws Exception {
        return fetching(address -> true, Duration.ofSeconds(30));
    }

    @Test
    void a_store_that_is_fetched_is_judged_as_one_beside_the_file() throws Exception {
        picture(address("/store?a=1&amp;b=2"));
        VerificationReport report = fetching();
        assertThat(report.state()).isEqualTo(VerificationReport.State.TRUSTED);
        assertThat(report.source()).isEqualTo(VerificationReport.Source.REMOTE);
        assertThat(asked).containsExactly("/store?a=1&b=2");
        byte[] bytes = Files.readAllBytes(folder.resolve("a.jpg"));
        bytes[bytes.length - 5] ^= 1;
        Files.write(folder.resolve("a.jpg"), bytes);
        assertThat(fetching().state()).isEqualTo(VerificationReport.State.INVALID);
    }

    @Test
    void nothing_is_fetched_unless_the_network_is_allowed() throws Exception {
        picture(address("/store"));
        assertThat(terminal.run("verify", "a.jpg")).isEqualTo(3);
        assertThat(terminal.out()).contains("was not fetched");
        assertThat(asked).isEmpty();
    }

    @Test
    void an_address_that_is_not_public_is_never_asked() throws Exception {
        picture(address("/store"));
        assertThat(terminal.run("verify", "a.jpg", "--allow-network", "--allow-absent"))
                .isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).contains("could not be fetched", "not a public one");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/redirect", "/gone", "/flood"})
    void follows_no_redirect_and_takes_no_error_and_no_flood(String path) throws Exception {
        picture(address(path));
        VerificationReport report = fetching();
        assertThat(report.state()).isEqualTo(VerificationReport.State.ERROR);
        assertThat(report.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.UNREACHABLE);
        assertThat(asked).containsExactly(path);
    }

    @Test
    void what_is_no_store_is_invalid_and_remote() throws Exception {
        picture(address("/junk"));
        VerificationReport report = fetching();
        assertThat(report.state()).isEqualTo(VerificationReport.State.INVALID);
        assertThat(report.source()).isEqualTo(VerificationReport.Source.REMOTE);
    }

    @Test
    void gives_up_on_a_server_that_says_nothing() throws Exception {
        picture(address("/silent"));
        assertThat(fetching(address -> true, Duration.ofMillis(300)).state()).isEqualTo(VerificationReport.State.ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hostname", "ftp://127.0.0.1/x", "//127.0.0.1/x", "not an address", "http:x"})
    void takes_addresses_of_the_web_only(String address) throws Exception {
        picture(address);
        assertThat(fetching().problem().orElseThrow().detail()).startsWith("its address is not one of the web");
    }

    @Test
    void sends_no_credentials_and_does_not_fall_back_from_tls() throws Exception {
        picture(address("/store").replace("127.0.0.1", "user:secret@127.0.0.1"));
        assertThat(fetching().state()).isEqualTo(VerificationReport.State.ERROR);
        picture(address("/store").replace("http:", "https:"));
        assertThat(fetching().state()).isEqualTo(VerificationReport.State.ERROR);
        assertThat(asked).isEmpty();
    }
}
