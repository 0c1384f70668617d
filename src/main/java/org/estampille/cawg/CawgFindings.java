package org.estampille.cawg;

import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one identity assertion while it is being validated. */
final class CawgFindings {

    private final List<CawgFinding> list = new ArrayList<>();

    void add(CawgCode code, String explanation) {
        list.add(new CawgFinding(code, explanation));
    }

    boolean has(CawgCode code) {
        for (CawgFinding finding : list) {
            if (finding.code() == code) {
                return true;
            }
        }
        return false;
    }

    boolean hasFailure() {
        for (CawgFinding finding : list) {
            if (finding.isFailure()) {
                return true;
            }
        }
        return false;
    }

    /** Whether something failed beyond the question whom to trust. */
    boolean rejects() {
        for (CawgFinding finding : list) {
            if (finding.isFailure() && !finding.code().isOnlyAboutTrust()) {
                return true;
            }
        }
        return false;
    }

    List<CawgFinding> toList() {
        return List.copyOf(list);
    }
}
