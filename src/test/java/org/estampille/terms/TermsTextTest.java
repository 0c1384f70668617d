package org.estampille.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TermsTextTest {

    @TempDir
    Path folder;

    private static NormalisedText text(Octets document) throws MalformedContentException {
        return TermsText.of(document, ReadLimits.standard()).text().orElseThrow();
    }

    private static NormalisedText html(String body) throws MalformedContentException {
        return text(
                Octets.ofUtf8("<!DOCTYPE html><html><head><title>T</title></head><body>" + body + "</body></html>"));
    }

    @Test
    void two_loads_of_a_page_differ_in_octets_but_not_in_visible_text() throws MalformedContentException {
        NormalisedText first =
                html("<script>var load = 1;</script><p>You own\n  the <b>output</b>.</p><style>p{}</style>");
        NormalisedText second = html("<script>var load = 22;</script>\n\n<p>You own the <i>output</i>.</p>");
        assertThat(first.text()).isEqualTo("You own the output.");
        assertThat(first.sha256()).isEqualTo(second.sha256());
    }

    @Test
    void what_a_page_hides_is_not_its_text_and_blocks_stay_apart() throws MalformedContentException {
        assertThat(html("<h1>4 Output</h1><ul><li>One<li>Two</ul><p hidden>no</p>A<br>B")
                        .blocks())
                .containsExactly("4 Output", "One", "Two", "A", "B");
    }

    @Test
    void normalisation_composes_letters_and_collapses_every_kind_of_white_space() {
        NormalisedText text = new NormalisedText(List.of(" ce\u0301de\u0301\u00A0\u2003\t\r\n x\u2028", "", "\u3000"));
        assertThat(text.text()).isEqualTo("c\u00E9d\u00E9 x");
        assertThat(text.sha256().value().hex())
                .isEqualTo(TermsDigest.of(Octets.ofUtf8("c\u00E9d\u00E9 x"))
                        .value()
                        .hex());
    }

    @Test
    void a_pdf_gives_its_lines() throws IOException, MalformedContentException {
        assertThat(text(pdf("We assign to you", "all rights, if any.")).text())
                .isEqualTo("We assign to you all rights, if any.");
    }

    static Octets pdf(String... lines) throws IOException {
        FontMappers.set(BundledFonts.load());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.setLeading(14);
                content.newLineAtOffset(72, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            document.save(out);
        }
        return Octets.adopt(out.toByteArray());
    }

    @Test
    void a_word_document_gives_its_paragraphs_and_no_outside_entity() throws IOException, MalformedContentException {
        String body = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + "<w:p><w:r><w:t>Licence</w:t></w:r><w:r><w:tab/><w:t>granted</w:t></w:r></w:p><w:p><w:r><w:t>Two</w:t></w:r></w:p>"
                + "</w:body></w:document>";
        assertThat(text(docx(body)).blocks()).containsExactly("Licence granted", "Two");
        String hostile = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + body.replace("Two", "&x;");
        assertThatThrownBy(() -> text(docx(hostile))).isInstanceOf(MalformedContentException.class);
    }

    private static Octets docx(String body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return Octets.adopt(out.toByteArray());
    }

    @Test
    void broken_and_oversized_documents_are_told_apart() {
        assertThatThrownBy(() -> text(Octets.ofAscii("%PDF-1.7 and nothing more")))
                .isInstanceOf(MalformedContentException.class);
        assertThatThrownBy(() -> text(Octets.of('P', 'K', 3, 4, 0, 0))).isInstanceOf(MalformedContentException.class);
        ReadLimits small = new ReadLimits(8, 100, 10, 100, 10, 10);
        assertThatThrownBy(() -> TermsText.of(Octets.zeros(11), small)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void a_pdf_that_unfolds_to_more_than_memory_is_refused_before_it_is_unfolded() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < 200; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        Octets bomb = Octets.concat(
                Octets.ofAscii("%PDF-1.5\n1 0 obj\n<</Filter/FlateDecode>>\nstream\r\n"),
                Octets.adopt(packed.toByteArray()),
                Octets.ofAscii("\nendstream"));
        assertThat(bomb.length()).isLessThan(1 << 20);
        assertThatThrownBy(() -> text(bomb)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void a_pdf_altered_anywhere_is_read_or_refused_in_one_sentence() throws IOException {
        byte[] whole = pdf("We assign to you", "all rights, if any.").toByteArray();
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            byte[] altered = whole.clone();
            for (int j = 0; j <= i % 8; j++) {
                altered[random.nextInt(altered.length)] = (byte) "0123456789<>[]/ R\0\u00ff".charAt(random.nextInt(19));
            }
            altered[0] = '%';
            try {
                TermsText.of(Octets.adopt(altered), ReadLimits.standard());
            } catch (MalformedContentException e) {
                refused++;
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void a_warc_is_kept_without_a_text() throws MalformedContentException {
        assertThat(TermsText.of(Octets.ofAscii("WARC/1.1\r\n"), ReadLimits.standard())
                        .text())
                .isEmpty();
    }

    @Test
    void a_difference_is_shown_word_by_word() {
        NormalisedText old = new NormalisedText(List.of("1 Scope", "You own the output.", "End"));
        NormalisedText young = new NormalisedText(List.of("1 Scope", "You own all output.", "New clause", "End"));
        List<TextChange> changes = TextChange.between(old, young);
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).runs())
                .extracting(run -> run.kind() + " " + run.words())
                .containsExactly("BOTH You own", "REMOVED the", "ADDED all", "BOTH output.", "ADDED New clause");
        assertThat(TextChange.between(old, old)).isEmpty();
    }

    @Test
    void a_folder_finds_any_file_by_the_digest_of_its_octets_whatever_its_name() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("binder/2026")).resolve("anything.html"), "terms");
        String changed = hex("other");
        Files.writeString(folder.resolve(changed + ".html"), "changed");
        EvidenceFolder texts = EvidenceFolder.of(folder);
        Optional<String> nowhere = Optional.empty();
        assertThat(texts.look(Optional.of(hex("terms")), nowhere)).isEqualTo(ArchivedText.MATCHES);
        assertThat(texts.look(Optional.of(changed), nowhere)).isEqualTo(ArchivedText.DIFFERS);
        assertThat(texts.look(Optional.of(hex("never")), nowhere)).isEqualTo(ArchivedText.MISSING);
        assertThat(EvidenceFolder.notGiven().look(Optional.of(hex("terms")), nowhere))
                .isEqualTo(ArchivedText.MISSING);
    }

    private static String hex(String text) {
        return TermsDigest.of(Octets.ofAscii(text)).value().hex();
    }
}
