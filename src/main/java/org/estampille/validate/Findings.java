package org.estampille.validate;

import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one manifest while it is being validated. */
final class Findings {

    private final List<Finding> list = new ArrayList<>();

    void add(StatusCode code, String url, String explanation) {
        list.add(new Finding(code, url, explanation));
    }

    boolean has(StatusCode code) {
        for (Finding finding : list) {
            if (finding.code() == code) {
                return true;
            }
        }
        return false;
    }

    List<Finding> toList() {
        return List.copyOf(list);
    }
}
