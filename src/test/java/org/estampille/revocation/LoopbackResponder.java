package org.estampille.revocation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.estampille.bytes.Octets;
import org.estampille.trust.MlDsaCertificates;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TestCertificates.Holder;

/** A real OCSP responder on the loopback interface, with one address for each way to behave. */
public final class LoopbackResponder implements AutoCloseable {

    /** What a response says, or what is wrong with it. */
    public enum Manner {
        GOOD,
        REVOKED,
        RELEASED,
        UNKNOWN,
        EXPIRED,
        WRONG_RESPONDER,
        OTHER_SERIAL,
        OTHER_ISSUER,
        UNSUCCESSFUL,
        GARBAGE,
        OVERSIZED,
        HTTP_500,
        REDIRECT,
        SAME_NONCE,
        OLD_NONCE,
        SILENT
    }

    public static final Instant THIS_UPDATE = TestCertificates.NOON.minus(Duration.ofHours(1));
    public static final Instant NEXT_UPDATE = TestCertificates.NOON.plus(Duration.ofDays(1));
    public static final Instant REVOKED_AT = TestCertificates.NOON.minus(Duration.ofDays(2));

    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

    private final Holder issuer;
    private final HttpServer server;

    private LoopbackResponder(Holder issuer) throws IOException {
        this.issuer = issuer;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (Manner manner : Manner.values()) {
            server.createContext(path(manner), exchange -> answer(exchange, manner));
        }
        server.start();
    }

    /** The responder of an authority. */
    public static LoopbackResponder start(Holder issuer) throws IOException {
        return new LoopbackResponder(issuer);
    }

    public URI address(Manner manner) {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + path(manner));
    }

    private static String path(Manner manner) {
        return "/" + manner.name().toLowerCase(Locale.ROOT);
    }

    private void answer(HttpExchange exchange, Manner manner) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        if (manner == Manner.SILENT) {
            return;
        }
        byte[] answer = manner == Manner.GARBAGE
                ? new byte[] {0x30, 1, 0}
                : manner == Manner.OVERSIZED
                        ? new byte[1 << 20]
                        : response(manner, serial(request), issuer, delegate(issuer(manner)), nonce(manner, request))
                                .toByteArray();
        if (manner == Manner.REDIRECT) {
            exchange.getResponseHeaders().set("Location", address(Manner.GOOD).toString());
        }
        int status = manner == Manner.HTTP_500 ? 500 : manner == Manner.REDIRECT ? 302 : 200;
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static BigInteger serial(byte[] request) throws IOException {
        return new OCSPReq(request).getRequestList()[0].getCertID().getSerialNumber();
    }

    private Holder issuer(Manner manner) {
        return manner == Manner.WRONG_RESPONDER ? TestCertificates.root(name(issuer)) : issuer;
    }

    /** The number of the request, or one of an earlier request. */
    private static Optional<Octets> nonce(Manner manner, byte[] request) throws IOException {
        if (manner == Manner.OLD_NONCE) {
            return Optional.of(Octets.ofHex("040400000001"));
        }
        Extension sent = new OCSPReq(request).getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        return manner == Manner.SAME_NONCE
                ? Optional.of(Octets.copyOf(sent.getExtnValue().getOctets()))
                : Optional.empty();
    }

    /** A response about {@code subject}, signed by a responder that {@code issuer} delegated. */
    public static Octets response(Manner manner, X509Certificate subject, Holder issuer) {
        return response(manner, subject.getSerialNumber(), issuer);
    }

    private static Octets response(Manner manner, BigInteger serial, Holder issuer) {
        Holder delegating = manner == Manner.WRONG_RESPONDER ? TestCertificates.root(name(issuer)) : issuer;
        return response(manner, serial, issuer, delegate(delegating));
    }

    /** A responder's certificate of that issuer. */
    public static Holder delegate(Holder issuer) {
        java.security.KeyPair keys = TestCertificates.p256();
        return new Holder(
                keys,
                new TestCertificates.Recipe("Responder").purposes(OCSP_SIGNING).issuedBy(issuer, keys));
    }

    /** A response signed by {@code signer}. */
    public static Octets response(Manner manner, BigInteger serial, Holder issuer, Holder signer) {
        return response(manner, serial, issuer, signer, Optional.empty());
    }

    private static Octets response(
            Manner manner, BigInteger serial, Holder issuer, Holder signer, Optional<Octets> nonce) {
        try {
            DigestCalculator sha1 =
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
            X509Certificate named = manner == Manner.OTHER_ISSUER
                    ? TestCertificates.root(name(issuer)).certificate()
                    : issuer.certificate();
            BigInteger about = manner == Manner.OTHER_SERIAL ? serial.add(BigInteger.ONE) : serial;
            BasicOCSPRespBuilder builder =
                    new JcaBasicOCSPRespBuilder(signer.keys().getPublic(), sha1);
            boolean expired = manner == Manner.EXPIRED;
            builder.addResponse(
                    new CertificateID(sha1, new JcaX509CertificateHolder(named), about),
                    status(manner),
                    Date.from(expired ? THIS_UPDATE.minus(Duration.ofDays(20)) : THIS_UPDATE),
                    Date.from(expired ? THIS_UPDATE.minus(Duration.ofDays(19)) : NEXT_UPDATE),
                    null);
            if (nonce.isPresent()) {
                builder.setResponseExtensions(new Extensions(new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                        false,
                        nonce.get().toByteArray())));
            }
            Object basic = builder.build(
                    MlDsaCertificates.contentSigner(signer.keys()),
                    new X509CertificateHolder[] {new JcaX509CertificateHolder(signer.certificate())},
                    Date.from(THIS_UPDATE));
            int result = manner == Manner.UNSUCCESSFUL ? OCSPRespBuilder.TRY_LATER : OCSPRespBuilder.SUCCESSFUL;
            return Octets.adopt(new OCSPRespBuilder()
                    .build(result, manner == Manner.UNSUCCESSFUL ? null : basic)
                    .getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException | OCSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CertificateStatus status(Manner manner) {
        return switch (manner) {
            case REVOKED -> new RevokedStatus(Date.from(REVOKED_AT), CRLReason.keyCompromise);
            case RELEASED -> new RevokedStatus(Date.from(REVOKED_AT), CRLReason.removeFromCRL);
            case UNKNOWN -> new UnknownStatus();
            default -> CertificateStatus.GOOD;
        };
    }

    private static String name(Holder issuer) {
        String name = issuer.certificate().getSubjectX500Principal().getName();
        return name.substring(name.indexOf('=') + 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
