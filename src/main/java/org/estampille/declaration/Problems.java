package org.estampille.declaration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.estampille.yaml.YamlProblem;

/** Collects what is wrong. Tolerant readers hand one in and never look at it. */
final class Problems {

    private final List<DeclarationProblem> found = new ArrayList<>();

    void add(int line, String field, String message) {
        found.add(new DeclarationProblem(line, field, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of lines. */
    List<DeclarationProblem> inOrder() {
        List<DeclarationProblem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(DeclarationProblem::line));
        return List.copyOf(sorted);
    }

    /** What somebody wrote, between quotation marks, shortened, and safe to print on a terminal. */
    static String quoted(String written) {
        return "\"" + bare(written) + "\"";
    }

    /** The same without quotation marks. */
    static String bare(String written) {
        return YamlProblem.bare(written);
    }
}
