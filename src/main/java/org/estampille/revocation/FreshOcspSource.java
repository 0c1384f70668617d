package org.estampille.revocation;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.estampille.bytes.Octets;

/**
 * Puts a number used once into each request and takes no answer with another one (RFC 6960 clause 4.4.1), and asks each question
 * once a run, whatever came back: thousands of files are signed with a handful of certificates. An answer without a number is
 * taken, since many responders sign their answers in advance; how long it holds still limits its replay. Safe for use by several
 * threads.
 */
public final class FreshOcspSource implements OcspSource {

    private static final int MOST = 10_000;
    private static final int NONCE = 16;

    private final OcspSource source;
    private final RandomGenerator random;
    private final Map<Question, CompletableFuture<Octets>> asked = new ConcurrentHashMap<>();

    /**
     * @param source sends requests
     * @param random makes the numbers, unpredictable
     */
    public FreshOcspSource(OcspSource source, RandomGenerator random) {
        this.source = source;
        this.random = random;
    }

    private record Question(URI responder, Octets request) {}

    @Override
    public Octets ask(URI responder, Octets request) throws IOException {
        if (asked.size() >= MOST) {
            asked.clear();
        }
        CompletableFuture<Octets> mine = new CompletableFuture<>();
        CompletableFuture<Octets> first = asked.putIfAbsent(new Question(responder, request), mine);
        if (first == null) {
            send(responder, request, mine);
        }
        try {
            return (first == null ? mine : first).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new IOException(cause.getMessage(), cause);
            }
            throw e;
        }
    }

    private void send(URI responder, Octets request, CompletableFuture<Octets> answer) {
        byte[] number = new byte[NONCE];
        random.nextBytes(number);
        Octets nonce = Octets.adopt(number);
        try {
            Octets response = source.ask(responder, OcspRequests.withNonce(request, nonce));
            if (OcspReader.nonce(response).filter(other -> !other.equals(nonce)).isPresent()) {
                throw new IOException("the responder's answer is to another request");
            }
            answer.complete(response);
        } catch (IOException e) {
            answer.completeExceptionally(e);
        } finally {
            answer.completeExceptionally(new IOException("the request failed")); // only where nothing came of it
        }
    }
}
