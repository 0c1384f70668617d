package org.estampille.container.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerFormat.StoreUpdate;
import org.estampille.container.ContainerFormatContract;
import org.estampille.container.ContainerMap;
import org.estampille.container.Layout;
import org.estampille.container.LayoutWriter;
import org.estampille.container.SampleMedia;
import org.junit.jupiter.api.Test;

class PdfFormatTest extends ContainerFormatContract {

    private interface Change {
        void on(PDDocument document) throws IOException;
    }

    @Override
    protected ContainerFormat format() {
        return new PdfFormat();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                pdf("table", made(CompressParameters.NO_COMPRESSION, document -> {})),
                pdf("cross-reference stream", made(CompressParameters.DEFAULT_COMPRESSION, document -> {})),
                pdf("no line end behind it", withoutLineEnd()));
    }

    /** The last line need not end. */
    @Override
    protected boolean isWholeToo(Sample sample, int length) throws Exception {
        return length == sample.octets().length() - 1 && sample.octets().at(length) == '\n';
    }

    @Override
    protected List<Sample> realSamples() throws IOException {
        return List.of(read(AssetFormat.PDF, Path.of("fixtures/pdf/two-pages/asset.pdf")));
    }

    @Override
    protected int stride() {
        return 13;
    }

    private static Sample pdf(String name, Octets octets) {
        return new Sample(name, AssetFormat.PDF, octets);
    }

    private static Octets withoutLineEnd() {
        Octets file = made(CompressParameters.NO_COMPRESSION, document -> {});
        return file.slice(0, file.latin1().stripTrailing().length());
    }

    private static Octets made(CompressParameters compression, Change change) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L);
            document.addPage(new PDPage());
            change.on(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, compression);
            return Octets.adopt(out.toByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void appends_an_embedded_file_that_the_catalog_and_the_tree_of_files_name() throws Exception {
        Octets file = samples().get(0).octets();
        Octets store = SampleMedia.store(400);
        Octets tagged = laid(AssetFormat.PDF, file, store);

        assertThat(tagged.slice(0, file.length())).isEqualTo(file);
        try (PDDocument document = Loader.loadPDF(tagged.toByteArray())) {
            COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
            COSDictionary specification = (COSDictionary) associated.getObject(0);
            COSDictionary stream = specification.getCOSDictionary(COSName.EF).getCOSStream(COSName.F);

            assertThat(specification.getNameAsString("AFRelationship")).isEqualTo("C2PA_Manifest");
            assertThat(stream.getNameAsString(COSName.SUBTYPE)).isEqualTo("application/c2pa");
            assertThat(document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .keySet())
                    .hasSize(1)
                    .allMatch(name -> name.startsWith("content_credential_"));
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void keeps_other_embedded_files_and_sorts_the_names() throws Exception {
        Octets file = made(CompressParameters.NO_COMPRESSION, document -> {
            COSArray names = new COSArray();
            for (String name : List.of("a.txt", "z.txt")) {
                names.add(new COSString(name));
                names.add(new COSDictionary());
            }
            COSDictionary tree = new COSDictionary();
            tree.setItem(COSName.NAMES, names);
            COSDictionary all = new COSDictionary();
            all.setItem(COSName.EMBEDDED_FILES, tree);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, all);
        });
        Octets tagged = laid(AssetFormat.PDF, file, SampleMedia.store(100));
        try (PDDocument document = Loader.loadPDF(tagged.toByteArray())) {
            assertThat(document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .keySet())
                    .hasSize(3)
                    .element(1)
                    .asString()
                    .startsWith("content_credential_");
        }
        assertThat(laid(AssetFormat.PDF, tagged, Octets.empty())).isEqualTo(file);
    }

    @Test
    void a_certified_document_gets_an_annotation_that_shows_nothing() throws Exception {
        Octets file = made(CompressParameters.NO_COMPRESSION, document -> {
            COSDictionary permissions = new COSDictionary();
            permissions.setItem(COSName.DOCMDP, new COSDictionary());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.PERMS, permissions);
        });
        Octets tagged = laid(AssetFormat.PDF, file, SampleMedia.store(100));

        assertThat(map(AssetFormat.PDF, tagged).stores()).hasSize(1);
        try (PDDocument document = Loader.loadPDF(tagged.toByteArray())) {
            assertThat(document.getPage(0).getAnnotations()).hasSize(1).allMatch(annotation -> annotation.isHidden());
            assertThat(document.getDocumentCatalog().getNames()).isNull();
        }
    }

    @Test
    void an_encrypted_document_is_refused_with_what_to_do_and_mapped_all_the_same() throws Exception {
        for (String password : List.of("", "secret")) {
            Octets file = made(
                    CompressParameters.NO_COMPRESSION,
                    document ->
                            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));

            assertThat(map(AssetFormat.PDF, file).stores()).isEmpty();
            assertThatExceptionOfType(MalformedContentException.class)
                    .isThrownBy(() -> laid(AssetFormat.PDF, file, SampleMedia.store(100)))
                    .withMessageContaining("--sidecar");
        }
    }

    @Test
    void a_store_under_a_later_update_is_replaced_by_appending_and_taken_out_of_the_catalog() throws Exception {
        Octets tagged = laid(AssetFormat.PDF, samples().get(0).octets(), SampleMedia.store(100));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(tagged.toByteArray())) {
            document.getDocumentInformation().setTitle("Edited");
            document.getDocument().getTrailer().setNeedToBeUpdated(true);
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }
        Octets edited = Octets.adopt(out.toByteArray());
        Octets again = laid(AssetFormat.PDF, edited, SampleMedia.store(200));

        assertThat(again.slice(0, edited.length())).isEqualTo(edited);
        assertThat(map(AssetFormat.PDF, again).stores()).hasSize(1);
        assertThat(map(AssetFormat.PDF, again).stores().get(0).store()).isEqualTo(SampleMedia.store(200));
        assertThat(map(AssetFormat.PDF, laid(AssetFormat.PDF, edited, Octets.empty()))
                        .stores())
                .isEmpty();
    }

    @Test
    void an_update_takes_its_room_from_the_zeros_behind_the_store() throws Exception {
        Octets tagged = laid(AssetFormat.PDF, samples().get(0).octets(), SampleMedia.store(500));
        Asset asset = new Asset("sample", new OctetsSource(tagged), AssetFormat.PDF);
        ContainerMap map = format().map(asset, LIMITS);
        Octets longer = SampleMedia.store(9_000);
        Layout layout = format().update(asset, map, new StoreUpdate(Octets.empty(), 0, longer.length()), LIMITS);
        Octets updated = LayoutWriter.write(asset.source(), layout, longer);

        assertThat(updated.length()).isEqualTo(tagged.length());
        assertThat(map(AssetFormat.PDF, updated).stores().get(0).store()).isEqualTo(longer);
        assertThatExceptionOfType(MalformedContentException.class)
                .isThrownBy(() -> format().update(asset, map, new StoreUpdate(Octets.empty(), 0, 60_000), LIMITS))
                .withMessageContaining("tag the file anew");
    }

    @Test
    void reads_stores_that_others_embedded() throws Exception {
        List<Sample> files = corpus(AssetFormat.PDF, "c2pa-rs", "pdf");
        assertThat(files).isNotEmpty();
        for (Sample file : files) {
            assertThat(map(file.format(), file.octets()).stores())
                    .as(file.name())
                    .hasSize(1);
        }
    }
}
