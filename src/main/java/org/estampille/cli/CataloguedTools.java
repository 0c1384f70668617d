package org.estampille.cli;

import java.util.List;
import org.estampille.terms.TermsCatalogue;
import org.estampille.terms.TermsRow;

/**
 * The tools of a catalogue of terms.
 *
 * @param catalogue bundled rows and those of the house
 */
record CataloguedTools(TermsCatalogue catalogue) implements ToolNames {

    @Override
    public List<String> tools(String typed) {
        return catalogue.tools(typed);
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
        return catalogue.rows().stream()
                .filter(row -> CataloguedTerms.same(row.tool(), tool))
                .toList();
    }
}
