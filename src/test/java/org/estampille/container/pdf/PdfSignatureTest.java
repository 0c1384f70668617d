package org.estampille.container.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat.Wish;
import org.estampille.container.Layout;
import org.estampille.container.LayoutWriter;
import org.estampille.container.SampleMedia;
import org.junit.jupiter.api.Test;

/** A signature that was there before still covers what it covered, and holds. */
class PdfSignatureTest {

    private static final Date START = new Date(1_700_000_000_000L);
    private static final Date END = new Date(2_700_000_000_000L);

    @Test
    void a_signature_made_before_holds_after_a_store_was_appended() throws Exception {
        Octets signed = signed();
        assertThat(holds(signed)).isTrue();
        Asset asset = new Asset("signed.pdf", new OctetsSource(signed), AssetFormat.PDF);
        PdfFormat format = new PdfFormat();
        Octets store = SampleMedia.store(3_000);
        Layout layout = format.lay(
                asset, format.map(asset, ReadLimits.standard()), Wish.forStore(3_000), ReadLimits.standard());
        Octets tagged = LayoutWriter.write(asset.source(), layout, store);

        assertThat(tagged.slice(0, signed.length())).isEqualTo(signed);
        assertThat(holds(tagged)).isTrue();
    }

    private static boolean holds(Octets file) throws Exception {
        try (PDDocument document = Loader.loadPDF(file.toByteArray())) {
            List<PDSignature> signatures = document.getSignatureDictionaries();
            assertThat(signatures).hasSize(1);
            byte[] content = signatures.get(0).getSignedContent(new ByteArrayInputStream(file.toByteArray()));
            CMSSignedData cms = new CMSSignedData(
                    new CMSProcessableByteArray(content),
                    new ByteArrayInputStream(signatures.get(0).getContents()));
            SignerInformation signer =
                    cms.getSignerInfos().getSigners().iterator().next();
            X509CertificateHolder certificate =
                    cms.getCertificates().getMatches(null).iterator().next();
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        }
    }

    private static Octets signed() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
        ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        X500Name name = new X500Name("CN=Signer of a test");
        X509CertificateHolder certificate =
                new JcaX509v3CertificateBuilder(name, BigInteger.ONE, START, END, name, keys.getPublic()).build(signer);
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .build(signer, certificate));
        generator.addCertificate(certificate);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(plain);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(plain.toByteArray())) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setSignDate(new GregorianCalendar(2026, 0, 1));
            document.addSignature(signature, content -> {
                try {
                    return generator
                            .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                            .getEncoded();
                } catch (CMSException e) {
                    throw new IOException(e);
                }
            });
            document.saveIncremental(out);
        }
        return Octets.adopt(out.toByteArray());
    }
}
