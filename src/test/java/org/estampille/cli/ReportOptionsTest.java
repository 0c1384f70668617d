package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.estampille.ffmpeg.FfmpegPrograms;
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
        terminal = OwnFiles.withKeys(folder, "film.mp4");
        String quoted = "\"=cmd()<script>alert(1)</script>\\\"'&\\u202e]]>\"";
        Files.writeString(
                folder.resolve("decl.yaml"),
                "title: " + quoted.replace("\\u202e", "") + "\nframeRate: 25\nworkKind: news\nuses:\n  - id: " + quoted
                        + "\n    extent: generated\n    modality: video\n    tool: {name: " + quoted
                        + "}\n    ranges: [{from: 1, to: 2, shot: " + quoted + "}]\n");
        assertThat(terminal.run(OwnFiles.tag("film.mp4", "--in-place")))
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
                "--force",
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
                .doesNotContain("<script", "src=", "href=", "\u202e", "@import");
        assertThat(page).doesNotContainPattern("url\\((?!#)");
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

    private String page(java.util.Map<String, String> environment, String... more) throws IOException {
        String[] plain = {"verify", "film.mp4", "--trust", "keys/root.pem", "--report", "html=report", "--force"};
        terminal.runWith(
                environment,
                java.util.stream.Stream.of(plain, more)
                        .flatMap(java.util.stream.Stream::of)
                        .toArray(String[]::new));
        assertThat(terminal.err()).isEmpty();
        return Files.readString(folder.resolve("report"));
    }

    @Test
    void frames_stand_on_the_page_where_ffmpeg_does_and_the_page_says_so_where_it_does_not() throws IOException {
        assertThat(page(java.util.Map.of()))
                .contains("<svg class=\"time\"", "ffmpeg and ffprobe")
                .doesNotContain("data:image");
        String path = java.util.Optional.ofNullable(System.getenv("PATH")).orElse("");
        assumeTrue(FfmpegPrograms.on(Map.of("PATH", path)).isPresent(), "FFmpeg is not on this machine");
        assertThat(page(java.util.Map.of("PATH", path)))
                .contains(
                        "href=\"data:image/jpeg;base64,", "was not judged", "the file ends before it", "AI: generated");
        terminal.runWith(
                java.util.Map.of("PATH", path), "verify", "film.mp4", "--lang", "fr", "--report", "pdf=report.pdf");
        try (PDDocument paper = Loader.loadPDF(folder.resolve("report.pdf").toFile())) {
            assertThat(paper.getPage(0).getResources().getXObjectNames()).hasSize(10);
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("le fichier finit avant")
                    .as("the names of the bands and the hours")
                    .containsPattern("(?m)^IA : g\u00e9n\u00e9r\u00e9")
                    .contains("0:00:00.000 0:00:0");
        }
    }

    @Test
    void no_decoder_meets_a_file_that_is_not_what_was_signed() throws IOException {
        assumeTrue(java.nio.file.FileSystems.getDefault()
                .supportedFileAttributeViews()
                .contains("posix"));
        for (String name : new String[] {"ffmpeg", "ffprobe"}) {
            Path program = folder.resolve(name);
            Files.writeString(program, "#!/bin/sh\n: > '" + folder + "/met'\n");
            Files.setPosixFilePermissions(
                    program, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        }
        byte[] film = Files.readAllBytes(folder.resolve("film.mp4"));
        film[film.length - 100] ^= 1;
        Files.write(folder.resolve("film.mp4"), film);
        assertThat(page(java.util.Map.of("PATH", folder.toString())))
                .contains("this file is not, or not wholly, what was signed", "a declaration that does not hold")
                .contains("the file was changed after it was signed");
        assertThat(folder.resolve("met")).doesNotExist();
    }

    @Test
    void a_page_on_marks_has_words_for_them() throws IOException {
        assertThat(page(java.util.Map.of(), "--marks")).contains("Unsigned marks", "Watermarks in picture and sound");
    }

    @Test
    void the_terminal_speaks_french() throws IOException {
        terminal.run("verify", "film.mp4", "--trust", "keys/root.pem", "--lang", "fr");
        assertThat(terminal.out())
                .contains("  Intégrité  intact depuis sa signature", "  Signataire ", "  Révocation non vérifiée")
                .contains(
                        "  Horodatage aucun horodatage", "  IA         généré ou modifié en partie par IA", "  Droits ")
                .doesNotContain("signed", "declared", "unknown", "trust");
        terminal.run("verify", "film.mp4", "keys/root.pem", "--lang", "fr");
        assertThat(terminal.out())
                .contains("film.mp4\u00a0: valide, intact depuis sa signature\u00a0; signataire sur aucune liste")
                .contains("root.pem\u00a0: erreur, ce type de fichier n'est pas lu ici");
        byte[] film = Files.readAllBytes(folder.resolve("film.mp4"));
        film[film.length - 100] ^= 1;
        Files.write(folder.resolve("film.mp4"), film);
        terminal.run("verify", "film.mp4", "--lang", "fr", "--report", "text=report");
        assertThat(folder.resolve("report"))
                .content()
                .contains("ne tient pas\u00a0: le fichier a été modifié après sa signature");
    }

    @Test
    void rows_in_parquet_have_the_columns_of_csv() throws IOException {
        terminal.run("verify", "film.mp4", "--report", "csv=rows.csv", "--report", "parquet=rows.parquet");
        String parquet = Files.readString(folder.resolve("rows.parquet"), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(parquet).startsWith("PAR1").endsWith("PAR1").contains("film.mp4", "video/mp4");
        assertThat(Files.readAllLines(folder.resolve("rows.csv")).get(0).split(",", -1))
                .hasSize(16)
                .allSatisfy(column -> assertThat(parquet).contains(column));
    }

    @Test
    void reports_that_cannot_be_are_refused_before_anything_is_verified() {
        assertThat(terminal.run("verify", "film.mp4", "--report", "docx=a")).isEqualTo(2);
        assertThat(terminal.err()).contains("text, json, crjson, html, pdf, ebu-qc, junit, csv, parquet");
        assertThat(terminal.run("verify", "film.mp4", "--report", "html")).isEqualTo(2);
        assertThat(terminal.run("verify", "film.mp4", "film.mp4", "--report", "ebu-qc=a"))
                .isEqualTo(2);
        assertThat(terminal.run("verify", "film.mp4", "--report", "html=keys")).isEqualTo(6);
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void two_reports_never_share_a_file() throws IOException {
        Files.createSymbolicLink(folder.resolve("here"), Path.of("."));
        for (String other : new String[] {"a.out", "./a.out", "keys/../a.out", "here/a.out"}) {
            assertThat(terminal.run("verify", "film.mp4", "--report", "html=a.out", "--report", "pdf=" + other))
                    .isEqualTo(2);
            assertThat(terminal.err()).contains("a.out", "each report its own file");
            assertThat(terminal.out()).isEmpty();
            assertThat(folder.resolve("a.out")).doesNotExist();
        }
    }

    @Test
    void a_folder_that_takes_no_report_is_found_before_anything_is_verified() throws IOException {
        Files.createDirectories(folder.resolve("shut"));
        Files.setPosixFilePermissions(
                folder.resolve("shut"), java.nio.file.attribute.PosixFilePermissions.fromString("r-xr-xr-x"));
        String[][] cases = {
            {"none/a.html", "there is no folder none"},
            {"film.mp4/a.html", "film.mp4 is a file, not a folder"},
            {"shut/a.html", "no file can be made in shut"},
            {"keys", "keys is a folder, not a file"},
            {"/dev/null", "/dev/null is no file that can be replaced"}
        };
        for (String[] one : cases) {
            if (one[0].startsWith("shut") && Files.isWritable(folder.resolve("shut"))) {
                continue; // whoever may do everything is refused nowhere
            }
            assertThat(terminal.run("verify", "film.mp4", "--force", "--report", "html=" + one[0]))
                    .isEqualTo(6);
            assertThat(terminal.err()).contains(one[1]).doesNotContain(".part");
            assertThat(terminal.out()).isEmpty();
        }
    }

    private void labelled() throws IOException {
        Files.writeString(
                folder.resolve("l.yaml"),
                "title: The Harbour\nframeRate: 25\ndigitalSourceType: digitalCapture\nuses: []\nlabels:\n  - {form: eu_generated, text: AI GENERATED,"
                        + " language: en, ranges: [{from: 1, to: 2}], evidenceSha256: " + "ab".repeat(32) + "}\n");
        assertThat(terminal.run(
                        "tag",
                        "film.mp4",
                        "--out",
                        "labelled.mp4",
                        "--declare",
                        "l.yaml",
                        "--key",
                        "keys/leaf.key.pem",
                        "--cert",
                        "keys/chain.pem"))
                .as(terminal.err())
                .isZero();
    }

    @Test
    void title_and_labels_stand_in_text_and_page() throws IOException {
        labelled();
        terminal.run("verify", "labelled.mp4", "--trust", "keys/root.pem", "--report", "html=l.html");
        assertThat(terminal.out())
                .contains(
                        "  Title      The Harbour", "  Labels     EU mark, AI GENERATED, \"AI GENERATED\" (en), 0:00:0")
                .contains("SHA-256 abababababab");
        assertThat(Files.readString(folder.resolve("l.html")))
                .contains("Declared title</th><td>The Harbour</td>", "<h2>Labels</h2>")
                .contains("SHA-256 <span class=\"long\">" + "ab".repeat(32) + "</span>");
    }

    @Test
    void what_ends_a_drawing_is_scrolled_with_it_and_a_narrow_window_is_told_so() throws IOException {
        terminal.run("verify", "film.mp4", "--trust", "keys/root.pem", "--report", "html=n.html");
        assertThat(Files.readString(folder.resolve("n.html")))
                .containsPattern(
                        "</svg>\\s*<p class=\"end\">[^<]+</p>\\s*</div>\\s*<p class=\"hint\">The drawing is wider");
    }

    @Test
    void a_page_of_several_files_begins_with_a_table_of_their_verdicts() throws IOException {
        labelled();
        terminal.run(
                "verify",
                "film.mp4",
                "labelled.mp4",
                "--policy",
                "theatrical-release-rights",
                "--lang",
                "fr",
                "--report",
                "html=all.html",
                "--report",
                "pdf=all.pdf");
        String page = Files.readString(folder.resolve("all.html"));
        assertThat(page.indexOf("Tous les fichiers")).isPositive().isLessThan(page.indexOf("<article>"));
        assertThat(page)
                .contains("<a href=\"#f2\">labelled.mp4</a>", "theatrical-release-rights\u00a0: ")
                .contains("C2PA 2.5, clause 13.4 (listes de confiance)")
                .doesNotContain(">signer.trust<", ">state<");
        try (PDDocument paper = Loader.loadPDF(folder.resolve("all.pdf").toFile())) {
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(paper)).contains("Tous les fichiers", "labelled.mp4");
        }
    }

    @Test
    void a_house_rule_without_advice_has_no_line_for_it() throws IOException {
        Files.writeString(
                folder.resolve("house.yaml"),
                "rubric_metadata: {name: H, version: '1'}\nhouse:\n  owner: H\n---\n- id: house:H-01\n  failIfMatched: true\n"
                        + "  expression: '$estampille.ai.uses[?extent == \"generated\"].id'\n"
                        + "  reportText: {'true': {en: ok, fr: bon}, 'false': {en: No, fr: Non}}\n");
        terminal.run("verify", "film.mp4", "--trust", "keys/root.pem", "--policy", "house.yaml");
        assertThat(terminal.out()).contains("fail H-01").doesNotContainPattern("do: *\n");
    }
}
