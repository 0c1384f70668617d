package org.estampille.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tables break over pages. */
final class PdfTableTest {

    private static List<List<String>> pages(float above, int rows, int lines) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            cells.add(List.of("row" + i, "word ".repeat(18 * lines)));
        }
        try (PdfPages pages = new PdfPages("en", "A table")) {
            pages.text("P", "above", 9, 0);
            pages.space(above);
            new PdfTable(pages, new PageBlock.Table("The caption", List.of("head", "text"), cells)).draw();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pages.save(out);
            List<List<String>> found = new ArrayList<>();
            try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    PDFTextStripper text = new PDFTextStripper();
                    text.setStartPage(page);
                    text.setEndPage(page);
                    found.add(text.getText(document)
                            .lines()
                            .map(line -> line.strip().split(" ")[0])
                            .filter(word -> word.matches("above|The|head|row\\d+"))
                            .toList());
                }
            }
            return found;
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 640, 670, 710})
    void neither_the_head_nor_the_last_row_is_alone(float above) throws IOException {
        for (int lines : new int[] {1, 4}) {
            for (int rows : new int[] {1, 2, 3, 12, 13, 40}) {
                List<List<String>> pages = pages(above, rows, lines);
                long seen = pages.stream()
                        .flatMap(List::stream)
                        .filter(word -> word.startsWith("row"))
                        .count();
                assertThat(seen).isEqualTo(rows);
                for (List<String> page : pages) {
                    long here =
                            page.stream().filter(word -> word.startsWith("row")).count();
                    assertThat(page.contains("head")).as("head on " + pages).isEqualTo(here > 0);
                    assertThat(page.contains("The") && here == 0)
                            .as("caption alone in " + pages)
                            .isFalse();
                }
                List<String> last = pages.get(pages.size() - 1);
                long alone =
                        last.stream().filter(word -> word.startsWith("row")).count();
                assertThat(rows == 1 || alone > 1).as("last row in " + pages).isTrue();
            }
        }
    }
}
