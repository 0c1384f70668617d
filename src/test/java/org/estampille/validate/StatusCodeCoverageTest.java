package org.estampille.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.estampille.Measures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every code is raised by something, or specs/validation.md says why nothing can raise it. */
class StatusCodeCoverageTest {

    private static final String SECTION = "## Codes that nothing emits";

    @TempDir
    Path folder;

    private Set<StatusCode> emitted() throws Exception {
        Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);
        codes.addAll(StoreSituations.all());
        codes.addAll(StoreSituations.neighbours());
        codes.addAll(StoreSituations.surroundings());
        codes.addAll(AssetSituations.all(folder));
        codes.addAll(SignerSituations.all());
        codes.addAll(LiveSituations.all(folder));
        return codes;
    }

    /** The codes in the rows of the section: {@code | `code`, `code` | reason |}. */
    private static Set<StatusCode> explained() throws IOException {
        String text = Files.readString(Path.of("specs/validation.md"));
        String section = text.substring(text.indexOf(SECTION) + SECTION.length());
        int end = section.indexOf("\n## ");
        Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);
        for (String row : (end < 0 ? section : section.substring(0, end)).split("\n", -1)) {
            String[] cells = row.split("\\|", -1);
            boolean reasoned = cells.length == 4 && cells[2].strip().length() > 10;
            for (StatusCode code : StatusCode.values()) {
                if (reasoned && cells[1].contains("`" + code.code() + "`")) {
                    codes.add(code);
                }
            }
        }
        return codes;
    }

    @Test
    void every_code_is_emitted_or_the_reason_is_written_down() throws Exception {
        Set<StatusCode> emitted = emitted();
        Set<StatusCode> explained = explained();
        Set<StatusCode> open = EnumSet.allOf(StatusCode.class);
        open.removeAll(emitted);
        open.removeAll(explained);
        assertThat(open).as("neither emitted nor explained").isEmpty();
        explained.retainAll(emitted);
        assertThat(explained).as("said to be emitted by nothing, and emitted").isEmpty();
        int defined = StatusCode.values().length;
        Measures.record("status codes: " + defined + " defined, " + emitted.size() + " emitted, "
                + (defined - emitted.size()) + " explained");
    }
}
