package org.estampille.sign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TestCertificates.Holder;
import org.estampille.trust.TrustAnchors;

/** A real RFC 3161 responder on the loopback interface, with one address for each way to behave. */
public final class LoopbackTimeStampAuthority implements AutoCloseable {

    /** What an address of the responder does with a request. */
    public enum Manner {
        GRANT,
        REFUSE,
        WRONG_IMPRINT,
        WRONG_NONCE,
        WITHOUT_CERTIFICATES,
        GARBAGE,
        OVERSIZED,
        DRIPPING,
        HTTP_500,
        REDIRECT
    }

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.2");

    private final HttpServer server;
    private final Holder root;
    private final Holder stamper;
    private final String signature;
    private final Instant time;

    private LoopbackTimeStampAuthority(KeyPair keys, String signature, Instant time) throws IOException {
        this.root = TestCertificates.root("Loopback TSA Root");
        this.stamper = TestCertificates.timeStamper("Loopback TSA", root, keys);
        this.signature = signature;
        this.time = time;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (Manner manner : Manner.values()) {
            server.createContext(path(manner), exchange -> answer(exchange, manner));
        }
        server.start();
    }

    /** A responder that signs with P-256 and attests {@link TestCertificates#NOON}. */
    public static LoopbackTimeStampAuthority start() throws IOException {
        return start(TestCertificates.p256(), "SHA256withECDSA", TestCertificates.NOON);
    }

    /** A responder with that key and signature algorithm, which attests that time. */
    public static LoopbackTimeStampAuthority start(KeyPair keys, String signature, Instant time) throws IOException {
        return new LoopbackTimeStampAuthority(keys, signature, time);
    }

    /** Where requests are granted. */
    public URI address() {
        return address(Manner.GRANT);
    }

    public URI address(Manner manner) {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + path(manner));
    }

    /** Anchors that make its time-stamps trusted. */
    public TrustAnchors anchors() {
        return new TrustAnchors(List.of(root.certificate()));
    }

    /** The authority's own certificate. */
    public X509Certificate certificate() {
        return stamper.certificate();
    }

    private static String path(Manner manner) {
        return "/" + manner.name().toLowerCase(Locale.ROOT);
    }

    private void answer(HttpExchange exchange, Manner manner) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        byte[] answer;
        try {
            answer = answer(new TimeStampRequest(request), manner);
        } catch (TSPException | GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(e);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
        if (manner == Manner.REDIRECT) {
            exchange.getResponseHeaders().set("Location", address().toString());
        }
        int status = manner == Manner.HTTP_500 ? 500 : manner == Manner.REDIRECT ? 302 : 200;
        if (manner == Manner.DRIPPING) {
            drip(exchange);
            return;
        }
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** Sends one octet after the other for as long as the client listens. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 100; i++) {
                out.write(0x30);
                out.flush();
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private byte[] answer(TimeStampRequest request, Manner manner)
            throws TSPException, IOException, GeneralSecurityException, OperatorCreationException {
        return switch (manner) {
            case REFUSE ->
                generator(request)
                        .generateFailResponse(PKIStatus.REJECTION, PKIFailureInfo.badRequest, "no\u0007 thanks")
                        .getEncoded();
            case GARBAGE -> "<html>sign in</html>".getBytes(StandardCharsets.US_ASCII);
            case OVERSIZED, DRIPPING -> new byte[2 << 20];
            case HTTP_500, REDIRECT -> new byte[0];
            case WRONG_IMPRINT -> grant(other(request, request.getNonce()));
            case WRONG_NONCE -> grant(same(request, BigInteger.TEN, true));
            case WITHOUT_CERTIFICATES -> grant(same(request, request.getNonce(), false));
            case GRANT -> grant(request);
        };
    }

    private static TimeStampRequest other(TimeStampRequest request, BigInteger nonce) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(
                request.getMessageImprintAlgOID(), new byte[request.getMessageImprintDigest().length], nonce);
    }

    private static TimeStampRequest same(TimeStampRequest request, BigInteger nonce, boolean certificates)
            throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(certificates);
        return generator.generate(request.getMessageImprintAlgOID(), request.getMessageImprintDigest(), nonce);
    }

    private byte[] grant(TimeStampRequest request)
            throws TSPException, IOException, GeneralSecurityException, OperatorCreationException {
        TimeStampResponse response =
                generator(request).generateGrantedResponse(request, BigInteger.ONE, Date.from(time), "granted");
        return response.getEncoded();
    }

    private TimeStampResponseGenerator generator(TimeStampRequest request)
            throws TSPException, GeneralSecurityException, OperatorCreationException {
        DigestCalculator sha256 = new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256));
        JcaSimpleSignerInfoGeneratorBuilder signers = new JcaSimpleSignerInfoGeneratorBuilder();
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                (signature.startsWith("ML-DSA") ? signers.setProvider(new BouncyCastleProvider()) : signers)
                        .build(signature, stamper.keys().getPrivate(), stamper.certificate()),
                sha256,
                POLICY);
        if (request.getCertReq()) {
            tokens.addCertificates(new JcaCertStore(List.of(stamper.certificate())));
        }
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
