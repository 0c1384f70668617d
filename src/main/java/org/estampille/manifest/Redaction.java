package org.estampille.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.JumbfUri;
import org.estampille.jumbf.SuperBox;

/**
 * Removes assertions from a manifest store (C2PA 2.5 clause 8.8). The standard also lets a box with zeros stay in their place; the
 * reference SDK 0.82 then fails to read the whole store when the label is one it knows, so none is left here.
 */
public final class Redaction {

    private final Set<String> targets;

    /** @param targets absolute references of the assertions */
    public Redaction(Set<String> targets) {
        this.targets = Set.copyOf(targets);
    }

    /** The same store without the content of the targets; manifests without a target keep every octet. */
    public SuperBox apply(SuperBox store) {
        List<JumbfBox> manifests = new ArrayList<>();
        boolean changed = false;
        for (JumbfBox child : store.children()) {
            JumbfBox after = child instanceof SuperBox manifest ? manifest(manifest) : child;
            changed |= !after.octets().equals(child.octets());
            manifests.add(after);
        }
        return changed ? SuperBox.of(store.description(), manifests) : store;
    }

    private SuperBox manifest(SuperBox manifest) {
        String prefix = JumbfUri.inManifest(manifest.label()) + "/";
        if (targets.stream().noneMatch(target -> target.startsWith(prefix))) {
            return manifest;
        }
        List<JumbfBox> parts = new ArrayList<>();
        for (JumbfBox part : manifest.children()) {
            parts.add(
                    part instanceof SuperBox box && box.is(JumbfType.ASSERTION_STORE)
                            ? assertions(manifest.label(), box)
                            : part);
        }
        return SuperBox.of(manifest.description(), parts);
    }

    private SuperBox assertions(String manifest, SuperBox store) {
        List<JumbfBox> assertions = new ArrayList<>();
        for (JumbfBox child : store.children()) {
            boolean target = child instanceof SuperBox box
                    && targets.contains(JumbfUri.inManifest(manifest, store.label(), box.label())
                            .toString());
            if (!target) {
                assertions.add(child);
            }
        }
        return SuperBox.of(store.description(), assertions);
    }

    /** Why an assertion may not be redacted; empty when it may. */
    public static Optional<String> refusal(Assertion assertion) {
        AssertionLabel label = assertion.label();
        if (label.isAnyVersionOf("c2pa.actions")) {
            return Optional.of("actions are the history of the file and may not be redacted");
        }
        if (BindingAssertion.isHardBinding(label.base())) {
            return Optional.of("a hard binding may not be redacted");
        }
        return assertion instanceof Ingredient
                ? Optional.of("an ingredient is kept, because manifests depend on it")
                : Optional.empty();
    }
}
