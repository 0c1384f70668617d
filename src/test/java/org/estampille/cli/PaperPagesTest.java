package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sheet that falls out of a printed report can be put back. */
final class PaperPagesTest {

    private static final List<String> FILES = List.of("first.mp4", "second.mp4", "third.mp4");

    @TempDir
    private Path folder = Path.of("");

    private PDDocument paper(String language, List<String> files) throws IOException {
        List<String> line = new ArrayList<>(List.of("verify"));
        for (String name : files) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.copy(Path.of("fixtures/mp4/faststart/asset.mp4"), folder.resolve(name));
            line.add(name);
        }
        line.addAll(List.of(
                "--policy", "eu-ai-act-50-4", "--policy", "theatrical-release-rights", "--role", "deployer", "--lang"));
        line.addAll(List.of(language, "--report", "pdf=all.pdf"));
        new Terminal(folder).run(line.toArray(String[]::new));
        return Loader.loadPDF(folder.resolve("all.pdf").toFile());
    }

    private static String text(PDDocument paper, int page) throws IOException {
        PDFTextStripper text = new PDFTextStripper();
        text.setSortByPosition(true);
        text.setStartPage(page);
        text.setEndPage(page);
        return text.getText(paper);
    }

    @Test
    void each_page_has_its_number_and_a_page_that_goes_on_the_name_of_its_file() throws IOException {
        try (PDDocument paper = paper("en", FILES)) {
            int all = paper.getNumberOfPages();
            int continued = 0;
            for (int page = 1; page <= all; page++) {
                assertThat(text(paper, page)).contains("page " + page + " of " + all);
                continued += text(paper, page).lines().findFirst().orElseThrow().endsWith("mp4 (continued)") ? 1 : 0;
            }
            assertThat(continued).isEqualTo(all - 1 - FILES.size());
        }
    }

    @Test
    void the_table_and_the_outline_say_where_each_file_begins() throws IOException {
        try (PDDocument paper = paper("en", FILES)) {
            List<String> outline = new ArrayList<>();
            for (PDOutlineItem item :
                    paper.getDocumentCatalog().getDocumentOutline().children()) {
                outline.add(item.getTitle());
                int page = paper.getPages().indexOf(item.findDestinationPage(paper)) + 1;
                Matcher row = Pattern.compile("(?m)^" + item.getTitle() + " .* (\\d+)$")
                        .matcher(text(paper, 1));
                assertThat(row.find()).as(text(paper, 1)).isTrue();
                assertThat(row.group(1)).isEqualTo(Integer.toString(page));
                assertThat(text(paper, page)).contains(item.getTitle()).doesNotContain("(continued)");
            }
            assertThat(outline).isEqualTo(FILES);
        }
    }

    @Test
    void what_stands_in_the_margins_is_not_read_aloud() throws IOException {
        try (PDDocument paper = paper("fr", List.of("films/" + "long-name-".repeat(18) + ".mp4"))) {
            int found = 0;
            for (int page = 0; page < paper.getNumberOfPages(); page++) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.processPage(paper.getPage(page));
                for (PDMarkedContent content : extractor.getMarkedContents()) {
                    StringBuilder text = new StringBuilder();
                    content.getContents().stream()
                            .filter(TextPosition.class::isInstance)
                            .forEach(letter -> text.append(((TextPosition) letter).getUnicode()));
                    if (text.toString().matches("page \\d+ sur \\d+|\\.\\.\\..*long-name-\\.mp4 \\(suite\\)")) {
                        assertThat(content.getTag()).isEqualTo("Artifact");
                        assertThat(content.getProperties().getNameAsString("Type"))
                                .isEqualTo("Pagination");
                        found++;
                    }
                }
            }
            assertThat(found).isEqualTo(2 * paper.getNumberOfPages() - 1);
        }
    }
}
