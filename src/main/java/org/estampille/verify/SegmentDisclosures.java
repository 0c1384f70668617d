package org.estampille.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.DisclosureReader;
import org.estampille.disclosure.RightsBasis;
import org.estampille.validate.ValidationResult;

/**
 * What the manifests of single segments say of AI and rights. The report on a track says what the manifest of its initialization
 * segment says; it must not hide that a segment says more.
 */
final class SegmentDisclosures implements Consumer<ValidationResult> {

    private final RightsBasis basis;
    private final List<ContentDisclosure> said = new ArrayList<>();

    SegmentDisclosures(RightsBasis basis) {
        this.basis = basis;
    }

    @Override
    public void accept(ValidationResult segment) {
        ContentDisclosure disclosure = DisclosureReader.read(segment, basis);
        if (said.stream().noneMatch(disclosure::isSaidBy)) {
            said.add(disclosure);
        }
    }

    /** Whether some segment says what {@code whole} does not. */
    boolean exceed(ContentDisclosure whole) {
        return !said.stream().allMatch(one -> one.isSaidBy(whole));
    }
}
