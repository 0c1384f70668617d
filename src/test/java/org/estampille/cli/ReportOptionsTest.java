package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.estampille.report.HtmlReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Reports that verify writes into files, of a file whose texts are hostile. */
final class ReportOptionsTest {

    private static final Path EBU = Path.of("../shared/corpus/schemas/ebu-qc/qc.xsd");

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void a_file_is_tagged_with_hostile_texts() throws IOException {
        terminal = new Terminal(folder);
        assertThat(terminal.run("keys", "demo", "--out", "keys")).isZero();
        try (InputStream media = HtmlReport.class.getResourceAsStream("/org/estampille/demo/film.mp4")) {
            Files.copy(media, folder.resolve("film.mp4"));
        }
        String quoted = "\"=cmd()<script>alert(1)</script>\\\"'&\\u202e]]>\"";
        Files.writeString(
                folder.resolve("decl.yaml"),
                "title: " + quoted.replace("\\u202e", "") + "\nframeRate: 25\nworkKind: news\nuses:\n  - id: " + quoted
                        + "\n    extent: generated\n    modality: video\n    tool: {name: " + quoted
                        + "}\n    ranges: [{from: 1, to: 2, shot: " + quoted + "}]\n");
        assertThat(terminal.run(
                        "tag",
                        "film.mp4",
                        "--in-place",
                        "--declare",
                        "decl.yaml",
                        "--key",
                        "keys/leaf.key.pem",
                        "--cert",
                        "keys/chain.pem"))
                .as(terminal.err())
                .isZero();
    }

    private String report(String format, String language) throws IOException {
        terminal.run(
                "verify",
                "film.mp4",
                "--trust",
                "keys/root.pem",
                "--policy",
                "eu-ai-act-50-4",
                "--policy",
                "theatrical-release-rights",
                "--role",
                "deployer",
                "--lang",
                language,
                "--report",
                format + "=report");
        assertThat(terminal.err()).isEmpty();
        return Files.readString(folder.resolve("report"), java.nio.charset.StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void the_page_stands_alone_and_no_text_of_the_file_is_markup(String language) throws IOException {
        String page = report("html", language);
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("lang=\"" + language + "\"", "&lt;script&gt;alert(1)", "<svg class=\"time\"", "role=\"img\"")
                .contains("default-src 'none'")
                .doesNotContain("<script", "src=", "href=", "url(", "\u202e", "@import");
        assertThat(page).doesNotContainPattern("(?i)#[0-9a-f]*(f00|0f0|ff0000|00ff00|green|red)");
    }

    @Test
    void xml_reports_are_well_formed() throws Exception {
        for (String format : new String[] {"junit", "ebu-qc"}) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            String text = report(format, "fr");
            assertThat(factory.newDocumentBuilder()
                            .parse(new InputSource(new StringReader(text)))
                            .getDocumentElement()
                            .getTagName())
                    .isEqualTo(format.equals("junit") ? "testsuites" : "Report");
            assertThat(text).doesNotContain("<script");
        }
    }

    @Test
    void the_report_for_quality_control_is_valid_against_the_schema_of_the_ebu() throws Exception {
        assumeTrue(Files.exists(EBU), "../shared is not there, so the schema of the EBU is not");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(EBU.toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(report("ebu-qc", "en"))));
    }

    @Test
    void no_cell_is_a_formula() throws IOException {
        Files.move(folder.resolve("film.mp4"), folder.resolve("=film.mp4"));
        terminal.run("verify", "=film.mp4", "--report", "csv=report");
        assertThat(Files.readAllLines(folder.resolve("report")).get(1)).startsWith("'=film.mp4,video/mp4,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void the_paper_is_tagged_has_a_language_and_the_same_words(String language) throws IOException {
        terminal.run(
                "verify",
                "film.mp4",
                "--trust",
                "keys/root.pem",
                "--policy",
                "eu-ai-act-50-4",
                "--lang",
                language,
                "--report",
                "pdf=report.pdf");
        try (PDDocument paper = Loader.loadPDF(folder.resolve("report.pdf").toFile())) {
            assertThat(paper.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo(language);
            assertThat(paper.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(new PDFTextStripper().getText(paper))
                    .contains(language.equals("fr") ? "En bref" : "In short", "eu-ai-act-50-4");
        }
    }

    @Test
    void reports_that_cannot_be_are_refused_before_anything_is_verified() {
        assertThat(terminal.run("verify", "film.mp4", "--report", "docx=a")).isEqualTo(2);
        assertThat(terminal.err()).contains("text, json, crjson, html, pdf, ebu-qc, junit, csv");
        assertThat(terminal.run("verify", "film.mp4", "--report", "html")).isEqualTo(2);
        assertThat(terminal.run("verify", "film.mp4", "film.mp4", "--report", "ebu-qc=a"))
                .isEqualTo(2);
        assertThat(terminal.run("verify", "film.mp4", "--report", "html=keys")).isEqualTo(6);
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void the_words_of_both_languages_are_complete() throws IOException {
        Properties english = words("en");
        Properties french = words("fr");
        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(french.values()).noneMatch(word -> word.toString().isBlank());
        assertThat(french.keySet())
                .allSatisfy(
                        key -> assertThat(english.getProperty(key.toString()).contains("{0}"))
                                .isEqualTo(french.getProperty(key.toString()).contains("{0}")));
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream stream = HtmlReport.class.getResourceAsStream("report_" + language + ".properties");
                java.io.Reader reader =
                        new java.io.InputStreamReader(stream, java.nio.charset.StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
