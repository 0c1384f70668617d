package org.estampille.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.terms.TermsCatalogue;
import org.estampille.terms.TermsRow;

/** The tools of the bundled catalogue of terms, read when first asked. */
final class CataloguedTools implements ToolNames {

    private Optional<TermsCatalogue> catalogue = Optional.empty();

    private TermsCatalogue catalogue() {
        if (catalogue.isEmpty()) {
            catalogue = Optional.of(TermsCatalogue.bundled());
        }
        return catalogue.get();
    }

    @Override
    public List<String> tools(String typed) {
        return catalogue().tools(typed);
    }

    @Override
    public List<String> plans(String tool) {
        return rows(tool).stream().map(TermsRow::plan).distinct().toList();
    }

    @Override
    public List<String> vendors(String tool) {
        return rows(tool).stream().map(TermsRow::vendor).distinct().toList();
    }

    private List<TermsRow> rows(String tool) {
        String wanted = tool.toLowerCase(Locale.ROOT);
        return catalogue().rows().stream()
                .filter(row -> row.tool().toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
    }
}
