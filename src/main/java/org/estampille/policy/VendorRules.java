package org.estampille.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.declaration.Answer;
import org.estampille.declaration.Release;
import org.estampille.declaration.Tool;
import org.estampille.declaration.VendorTerms;
import org.estampille.declaration.VendorTerms.Mark;
import org.estampille.declaration.VendorTerms.Stance;

/** What the vendor of a tool may do, answers for and marks. */
final class VendorRules {
    private VendorRules() {}

    static Map<String, Condition> conditions() {
        return Map.of(
                "R-VN-01", VendorRules::doesNotTrain,
                "R-VN-02", one -> refused(one.terms().vendor().licenceBack().value()),
                "R-VN-03", VendorRules::isNotSued,
                "R-VN-04", VendorRules::answersForClaims,
                "R-PV-01", VendorRules::marksCameThrough);
    }

    private static Finding doesNotTrain(Case one) {
        VendorTerms vendor = one.terms().vendor();
        return refused(vendor.trainsOnInputs().value())
                .worse(refused(vendor.trainsOnOutputs().value()));
    }

    /** An opt-out that was not taken is a yes. */
    private static Finding refused(Stance stance) {
        return switch (stance) {
            case NO, OPT_OUT_TAKEN -> Finding.HOLDS;
            case YES, OPT_OUT_AVAILABLE -> Finding.VIOLATED;
            case UNKNOWN -> Finding.UNKNOWN;
        };
    }

    private static Finding isNotSued(Case one) {
        Optional<Release.Litigation> litigation = one.release().flatMap(Release::litigation);
        Tool tool = one.rights().tool();
        if (litigation.isEmpty() || tool.vendor().isEmpty()) {
            return Finding.UNKNOWN.with(litigation.isEmpty() ? "release.litigation" : "tool.vendor");
        }
        List<String> sued = litigation.get().parties().stream()
                .filter(party -> PartyName.isAmong(party, UseRules.names(tool)))
                .toList();
        LocalDate checked = litigation.get().checkedOn();
        if (sued.isEmpty() && checked.isAfter(one.today())) {
            return Finding.UNKNOWN.because("future").with(checked.toString());
        }
        return Finding.violatedIf(!sued.isEmpty()).with(sued);
    }

    /** Output stands in the file, so it is final unless the release says that it is no key visual. */
    private static Finding answersForClaims(Case one) {
        Stance indemnity = one.terms().vendor().indemnity().value();
        if (indemnity == Stance.YES) {
            return Finding.HOLDS;
        }
        if (one.release().map(Release::keyVisual).equals(Optional.of(Answer.NO))) {
            return Finding.NOT_APPLICABLE;
        }
        return indemnity == Stance.UNKNOWN ? Finding.UNKNOWN : Finding.VIOLATED;
    }

    private static Finding marksCameThrough(Case one) {
        VendorTerms vendor = one.terms().vendor();
        if (vendor.marks().isEmpty()) {
            return Finding.UNKNOWN;
        }
        boolean credentials = vendor.marks().contains(Mark.C2PA);
        if (!credentials && !vendor.marks().contains(Mark.WATERMARK)) {
            return Finding.NOT_APPLICABLE;
        }
        if (vendor.marksKept() != Answer.UNKNOWN) {
            return Finding.violatedIf(vendor.marksKept() == Answer.NO);
        }
        if (credentials) {
            return Finding.violatedIf(!one.manifest().keptSources());
        }
        return Finding.UNKNOWN;
    }
}
