package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads a report sees for every use of AI on which evidence its rights stand, and until when. */
final class RightsReportTest {

    private static final String DIGEST = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_declared_picture() throws IOException {
        terminal = OwnFiles.withKeys(folder, "picture.jpg");
        try (InputStream clean = RightsReportTest.class.getResourceAsStream("/org/estampille/policy/clean.yaml")) {
            Files.writeString(
                    folder.resolve("decl.yaml"),
                    new String(clean.readAllBytes(), StandardCharsets.UTF_8)
                            .replace(
                                    "- kind: vendor",
                                    "- kind: vendor\n        url: https://example.com/terms\n        clauseRef: \"4.2\""));
        }
        assertThat(terminal.run(OwnFiles.tag("picture.jpg", "--in-place"))).isZero();
    }

    private String report(String format, String language) throws IOException {
        assertThat(terminal.run(
                        "verify",
                        "picture.jpg",
                        "--trust",
                        "keys/root.pem",
                        "--policy",
                        "theatrical",
                        "--lang",
                        language,
                        "--force",
                        "--report",
                        format + "=report"))
                .as(terminal.err())
                .isLessThan(6);
        if (!format.equals("pdf")) {
            return Files.readString(folder.resolve("report")).replaceAll("<span class=\"long\">([^<]*)</span>", "$1");
        }
        try (PDDocument paper = Loader.loadPDF(folder.resolve("report").toFile())) {
            return new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
        }
    }

    @Test
    void the_text_names_contract_evidence_and_reviewer_on_a_line_each() throws IOException {
        assertThat(report("text", "en"))
                .contains("account: plan Studio; holder: an organisation, producer")
                .contains("evidence: https://example.com/terms; SHA-256 2c26b46b68ff\u2026; in force from 2026-09-01 to"
                        + " 2026-12-31; captured 2026-10-02; clause: 4.2; clause read by a person")
                .contains("review: licensed; by clearance-01; on 2026-10-03; to be looked at again by 2027-01-01");
        assertThat(report("text", "fr"))
                .contains(
                        "preuve\u00a0: https://example.com/terms\u00a0; SHA-256 2c26b46b68ff",
                        "relecture\u00a0: concédés");
    }

    @Test
    void page_and_paper_give_them_whole_and_the_page_the_evidence_of_each_rule() throws IOException {
        for (String format : new String[] {"html", "pdf"}) {
            assertThat(report(format, "en").replace(" ", ""))
                    .contains("transferable:yes", "planStudio", "https://example.com/terms", "inforcefrom2026-09-01")
                    .contains(DIGEST, "tobelookedatagainby2027-01-01", "writer→producer,author");
        }
        assertThat(report("html", "fr"))
                .contains("concédés", "en vigueur du 2026-09-01 au 2026-12-31")
                .containsPattern("cessibles\u00a0: oui.*usage \\(")
                .doesNotContain("inconnu\u00a0; cessibles");
        String page = report("html", "en");
        assertThat(page)
                .containsPattern(
                        "<td>Signed statement on the tool(&#39;|')s terms: the clause it names, read by a person, "
                                + "field evidence.clauseSeen; [^<]*https://example.com/terms[^<]*, SHA-256 " + DIGEST);
        assertThat(page).containsPattern("field evidence.timestampToken[^<]*, SHA-256 " + DIGEST);
    }

    @Test
    void rows_of_the_tables_begin_with_capitals() throws IOException {
        assertThat(report("html", "en")).contains(">Status</th>", ">Account</th>", ">Evidence</th>", ">Review</th>");
        assertThat(report("html", "fr")).contains(">Statut</th>", ">Compte</th>", ">Preuve</th>", ">Relecture</th>");
    }

    @Test
    void what_is_not_declared_is_said_not_to_be() throws IOException {
        Files.writeString(folder.resolve("decl.yaml"), "title: x\nuses: [{extent: generated, tool: {name: <b>Gen}}]\n");
        assertThat(terminal.run("strip", "picture.jpg", "--in-place")).isIn(0, 1);
        assertThat(terminal.run(OwnFiles.tag("picture.jpg", "--in-place"))).isZero();
        assertThat(report("text", "en"))
                .contains("account: not said", "evidence: no text is named", "review: nobody looked");
        assertThat(report("html", "en")).contains("&lt;b&gt;Gen: terms, evidence and review");
    }
}
