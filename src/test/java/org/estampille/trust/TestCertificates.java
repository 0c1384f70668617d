package org.estampille.trust;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues certificates for tests, good ones and ones that break one clause of the profile. */
public final class TestCertificates {

    public static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    public static final String CLAIM_SIGNING = "1.3.6.1.4.1.62558.2.1";
    public static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    public static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

    private static final AtomicLong SERIAL = new AtomicLong(1);

    private TestCertificates() {}

    /** A key and its certificate. */
    public record Holder(KeyPair keys, X509Certificate certificate) {}

    /** A key pair: {@code EC} with a curve name, {@code RSA} with a size, {@code Ed25519} with anything. */
    public static KeyPair keys(String algorithm, String parameter) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec(parameter));
            } else if (algorithm.startsWith("RSA")) {
                generator.initialize(Integer.parseInt(parameter));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair p256() {
        return keys("EC", "secp256r1");
    }

    public static Holder root(String name) {
        KeyPair keys = p256();
        return new Holder(keys, new Recipe(name).authority().issue(keys, name, keys, keys));
    }

    public static Holder intermediate(String name, Holder issuer) {
        KeyPair keys = p256();
        return new Holder(keys, new Recipe(name).authority().issuedBy(issuer, keys));
    }

    public static Holder signer(String name, Holder issuer) {
        KeyPair keys = p256();
        return new Holder(keys, new Recipe(name).issuedBy(issuer, keys));
    }

    public static Holder timeStamper(String name, Holder issuer, KeyPair keys) {
        return new Holder(
                keys,
                new Recipe(name).purposes(TIME_STAMPING).criticalPurposes().issuedBy(issuer, keys));
    }

    /** What a certificate says; a signer's that keeps the profile unless changed. */
    public static final class Recipe {
        private final String subject;
        private final List<String> purposes = new ArrayList<>(List.of(CLAIM_SIGNING, EMAIL_PROTECTION));
        private int usage = KeyUsage.digitalSignature;
        private boolean usagePresent = true;
        private boolean authority;
        private boolean authorityKeyIdentifier = true;
        private boolean subjectKeyIdentifier = true;
        private boolean purposesCritical;
        private boolean unknownCritical;
        private boolean uniqueId;
        private String responder = "";
        private String signature = "SHA256withECDSA";
        private Optional<Provider> library = Optional.empty();
        private Instant from = NOON.minus(30, ChronoUnit.DAYS);
        private Instant until = NOON.plus(30, ChronoUnit.DAYS);

        public Recipe(String subject) {
            this.subject = subject;
        }

        public Recipe authority() {
            authority = true;
            usage = KeyUsage.keyCertSign;
            purposes.clear();
            return this;
        }

        public Recipe purposes(String... wanted) {
            purposes.clear();
            purposes.addAll(List.of(wanted));
            return this;
        }

        public Recipe criticalPurposes() {
            purposesCritical = true;
            return this;
        }

        public Recipe usage(int bits) {
            usage = bits;
            return this;
        }

        public Recipe withoutUsage() {
            usagePresent = false;
            return this;
        }

        public Recipe withoutAuthorityKeyIdentifier() {
            authorityKeyIdentifier = false;
            return this;
        }

        public Recipe withoutSubjectKeyIdentifier() {
            subjectKeyIdentifier = false;
            return this;
        }

        public Recipe withUnknownCriticalExtension() {
            unknownCritical = true;
            return this;
        }

        public Recipe withSubjectUniqueId() {
            uniqueId = true;
            return this;
        }

        /** Where to ask about revocation. */
        public Recipe responder(java.net.URI address) {
            responder = address.toString();
            return this;
        }

        public Recipe signedWith(String algorithm) {
            signature = algorithm;
            return this;
        }

        public Recipe signedBy(Provider provider, String algorithm) {
            library = Optional.of(provider);
            return signedWith(algorithm);
        }

        public Recipe valid(Instant notBefore, Instant notAfter) {
            from = notBefore;
            until = notAfter;
            return this;
        }

        public X509Certificate issuedBy(Holder issuer, KeyPair keys) {
            String name =
                    new X500Name(issuer.certificate.getSubjectX500Principal().getName()).toString();
            return issue(keys, name.substring(name.indexOf('=') + 1), issuer.keys, issuer.keys);
        }

        X509Certificate issue(KeyPair keys, String issuer, KeyPair issuerKeys, KeyPair signing) {
            try {
                X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        new X500Name("CN=" + issuer),
                        BigInteger.valueOf(SERIAL.getAndIncrement()),
                        Date.from(from),
                        Date.from(until),
                        new X500Name("CN=" + subject),
                        keys.getPublic());
                extend(builder, keys, issuerKeys);
                if (uniqueId) {
                    builder.setSubjectUniqueID(new boolean[] {true, false, true});
                }
                JcaContentSignerBuilder signer = new JcaContentSignerBuilder(signature);
                library.ifPresent(signer::setProvider);
                return certificate(builder.build(signer.build(signing.getPrivate())));
            } catch (java.io.IOException | GeneralSecurityException | OperatorCreationException e) {
                throw new IllegalStateException(e);
            }
        }

        private void extend(X509v3CertificateBuilder builder, KeyPair keys, KeyPair issuerKeys)
                throws java.io.IOException, GeneralSecurityException {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            add(builder, authority, Extension.basicConstraints, true, new BasicConstraints(authority));
            add(builder, usagePresent, Extension.keyUsage, true, new KeyUsage(usage));
            KeyPurposeId[] ids = purposes.stream()
                    .map(oid -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)))
                    .toArray(KeyPurposeId[]::new);
            add(builder, ids.length > 0, Extension.extendedKeyUsage, purposesCritical, new ExtendedKeyUsage(ids));
            add(
                    builder,
                    authorityKeyIdentifier,
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(issuerKeys.getPublic()));
            add(
                    builder,
                    subjectKeyIdentifier,
                    Extension.subjectKeyIdentifier,
                    false,
                    identifiers.createSubjectKeyIdentifier(keys.getPublic()));
            add(
                    builder,
                    !responder.isEmpty(),
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(
                            AccessDescription.id_ad_ocsp,
                            new GeneralName(GeneralName.uniformResourceIdentifier, responder)));
            add(
                    builder,
                    unknownCritical,
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"),
                    true,
                    new BasicConstraints(false));
        }

        private static void add(
                X509v3CertificateBuilder builder,
                boolean wanted,
                ASN1ObjectIdentifier oid,
                boolean critical,
                ASN1Encodable value)
                throws java.io.IOException {
            if (wanted) {
                builder.addExtension(oid, critical, value);
            }
        }
    }

    static X509Certificate certificate(X509CertificateHolder holder)
            throws java.io.IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }
}
