package org.estampille.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.cbor.CborValue;
import org.estampille.disclosure.SignedDeclaration;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.Manifest;
import org.estampille.preview.Preview.Reason;
import org.estampille.validate.Finding;
import org.estampille.validate.StatusCode;
import org.estampille.validate.ValidationResult;

/**
 * Whether pictures of a file may stand beside what was found out about it. Only those of a file that is, to the last octet that C2PA
 * allows to be bound, the one that was signed: others would lend a verdict to something nobody signed. It also keeps files that nobody
 * vouches for from a decoder.
 */
public final class PicturePermit {

    /** Boxes that C2PA wants or wanted left out, and those of media, which a tree of hashes covers. */
    private static final Set<String> USUAL = Set.of("/uuid", "/ftyp", "/mfra", "/free", "/skip", "/mdat");

    private PicturePermit() {}

    /** What speaks against pictures; empty when nothing does. */
    public static Optional<Reason> objection(VerificationReport report) {
        boolean declared = report.validation()
                .flatMap(SignedDeclaration::of)
                .flatMap(SignedDeclaration::declaration)
                .filter(declaration -> declaration.uses().stream().anyMatch(DeclaredTimeline::shows))
                .isPresent();
        if (!declared
                || report.sidecarOf().isPresent()
                || CollectionLines.members(report).isPresent()) {
            return Optional.of(Reason.NOT_WANTED);
        }
        boolean bound = (report.state() == VerificationReport.State.TRUSTED
                        || report.state() == VerificationReport.State.VALID)
                && report.validation().filter(PicturePermit::leavesNothingOut).isPresent();
        return bound ? Optional.empty() : Optional.of(Reason.NOT_BOUND);
    }

    private static boolean leavesNothingOut(ValidationResult result) {
        boolean octets = result.active().findings().stream()
                .map(Finding::code)
                .noneMatch(code -> code == StatusCode.ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT
                        || code == StatusCode.ASSERTION_BOXES_HASH_ADDITIONAL_EXCLUSIONS_PRESENT);
        return octets
                && !result.asksForReview()
                && result.store().manifests().stream().allMatch(PicturePermit::bindsBoxes);
    }

    /** Media that no hash covers are a mismatch anyway; the tables that say how they are shown may be left out of a hash. */
    private static boolean bindsBoxes(Manifest manifest) {
        for (Assertion assertion : manifest.assertions()) {
            if (assertion instanceof BindingAssertion binding
                    && binding.label().base().startsWith("c2pa.hash.bmff")) {
                List<CborValue> exclusions = binding.content()
                        .get("exclusions")
                        .flatMap(CborValue::asList)
                        .orElse(List.of());
                if (!exclusions.stream().allMatch(PicturePermit::isUsual)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isUsual(CborValue exclusion) {
        return exclusion instanceof CborValue.Map map
                && map.get("xpath")
                        .flatMap(CborValue::asText)
                        .filter(USUAL::contains)
                        .isPresent();
    }
}
