package org.estampille.sign;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.estampille.bytes.Octets;

/** The three certificates of the demo authority (C2PA conformance programme 0.2, certificate profiles). */
final class DemoCertificates {

    private static final String ORGANIZATION = "Estampille demo authority - not for production";
    private static final KeyPurposeId CLAIM_SIGNING =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.4.1.62558.2.1"));
    private static final int SERIAL_BITS = 127;

    private final SecureRandom random;

    DemoCertificates(SecureRandom random) {
        this.random = random;
    }

    /** An authority's name, key and certificate in DER. */
    record Issuer(X500Name name, KeyPair keys, Octets certificate) {}

    Issuer root(Instant begin, Instant end) {
        X500Name name = name("Estampille demo root - not for production");
        KeyPair keys = keys("secp384r1");
        return authority(new Issuer(name, keys, Octets.empty()), name, keys, begin, end, new BasicConstraints(true));
    }

    Issuer intermediate(Issuer issuer, Instant begin, Instant end) {
        X500Name name = name("Estampille demo intermediate - not for production");
        return authority(issuer, name, keys("secp384r1"), begin, end, new BasicConstraints(0));
    }

    private Issuer authority(
            Issuer issuer, X500Name name, KeyPair keys, Instant begin, Instant end, BasicConstraints constraints) {
        X509v3CertificateBuilder builder = builder(issuer, name, keys.getPublic(), begin, end);
        try {
            builder.addExtension(Extension.basicConstraints, true, constraints);
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new Issuer(name, keys, certificate(builder, issuer));
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory", e);
        }
    }

    Octets signer(KeyPair keys, Issuer issuer, Instant begin, Instant end) {
        X500Name name = name("Estampille demo signer - not for production");
        X509v3CertificateBuilder builder = builder(issuer, name, keys.getPublic(), begin, end);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                CLAIM_SIGNING, KeyPurposeId.id_kp_emailProtection
            }));
            return certificate(builder, issuer);
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory", e);
        }
    }

    private X509v3CertificateBuilder builder(Issuer issuer, X500Name name, PublicKey key, Instant begin, Instant end) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer.name,
                new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                Date.from(begin),
                Date.from(end),
                name,
                key);
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(issuer.keys.getPublic()));
            builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
            return builder;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-1 for key identifiers", e);
        }
    }

    private Octets certificate(X509v3CertificateBuilder builder, Issuer issuer) throws IOException {
        try {
            return Octets.adopt(builder.build(new JcaContentSignerBuilder("SHA384withECDSA")
                            .setSecureRandom(random)
                            .build(issuer.keys.getPrivate()))
                    .getEncoded());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("every Java 17 platform has SHA384withECDSA", e);
        }
    }

    KeyPair keys(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 platform has " + curve, e);
        }
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, ORGANIZATION)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }
}
