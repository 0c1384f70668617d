package org.estampille.sign;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.estampille.bytes.Octets;

/**
 * A new key and the PKCS #10 request to have it certified, as the C2PA certificate profile and that of the conformance
 * programme ask: critical key usage digitalSignature and nonRepudiation, extended key usages c2pa-kp-claimSigning and
 * emailProtection. The key never leaves the folder.
 *
 * @param request {@code request.csr}, for the certification authority
 * @param key {@code leaf.key.pem}, for its owner's eyes only
 */
public record CertificateRequest(Path request, Path key) {

    private static final KeyPurposeId CLAIM_SIGNING =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.4.1.62558.2.1"));

    /**
     * Who the certificate is for.
     *
     * @param commonName shown as the signer
     * @param organization legal name
     * @param country two letters
     */
    public record Subject(String commonName, Optional<String> organization, Optional<String> country) {

        private X500Name name() {
            X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
            country.ifPresent(value -> name.addRDN(BCStyle.C, value));
            organization.ifPresent(value -> name.addRDN(BCStyle.O, value));
            return name.addRDN(BCStyle.CN, commonName).build();
        }
    }

    /**
     * Makes a P-256 key and its request, and writes both. The folder is made when absent.
     *
     * @throws FileAlreadyExistsException when one of the files exists; none is replaced
     */
    public static CertificateRequest create(Path folder, Subject subject, SecureRandom random) throws IOException {
        CertificateRequest made = new CertificateRequest(folder.resolve("request.csr"), folder.resolve("leaf.key.pem"));
        for (Path file : List.of(made.request, made.key)) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
        Files.createDirectories(folder);
        KeyPair keys = new DemoCertificates(random).keys("secp256r1");
        Octets request = request(keys, subject, random);
        DemoAuthority.write(
                made.key,
                DemoAuthority.pem("PRIVATE KEY", Octets.adopt(keys.getPrivate().getEncoded())),
                true);
        DemoAuthority.write(made.request, DemoAuthority.pem("CERTIFICATE REQUEST", request), false);
        return made;
    }

    private static Octets request(KeyPair keys, Subject subject, SecureRandom random) throws IOException {
        try {
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            extensions.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                CLAIM_SIGNING, KeyPurposeId.id_kp_emailProtection
            }));
            extensions.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            return Octets.adopt(new JcaPKCS10CertificationRequestBuilder(subject.name(), keys.getPublic())
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .setSecureRandom(random)
                            .build(keys.getPrivate()))
                    .getEncoded());
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 platform has SHA256withECDSA and SHA-1", e);
        }
    }
}
