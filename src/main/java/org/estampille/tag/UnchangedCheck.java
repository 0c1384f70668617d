package org.estampille.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationAssertions;
import org.estampille.declaration.Inception;
import org.estampille.manifest.Action;
import org.estampille.manifest.ActionsAssertion;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.AssertionDraft;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;
import org.estampille.technical.TechnicalFacts;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.ValidationState;

/** Finds out whether a file says already, signed with the same certificate and intact, exactly what it is about to be told. */
final class UnchangedCheck {

    private final TaggingTools tools;

    UnchangedCheck(TaggingTools tools) {
        this.tools = tools;
    }

    /** The label of the manifest that says it already; empty when there is something to do. */
    Optional<String> label(TaggingRequest request, Provenance provenance) {
        boolean beside = request.destination() instanceof Destination.Sidecar;
        if (provenance.own().isEmpty()
                || provenance.beside() != beside
                || !request.ingredients().isEmpty()
                || request.additions().identity().isPresent()
                || request.additions().xmp()
                || !request.additions().actions().isEmpty()) {
            return Optional.empty();
        }
        return label(
                provenance.own().get(), request.declaration(), request.options().vouch(), List.of());
    }

    /** The same for a collection, of which this program also says what it found out: the members are among that. */
    Optional<String> label(CollectionRequest request, ValidationResult own, List<AssertionDraft> observed) {
        return request.additions().identity().isPresent()
                ? Optional.empty()
                : label(own, request.declaration(), request.options().vouch(), observed);
    }

    private Optional<String> label(
            ValidationResult own, Declaration declaration, boolean vouch, List<AssertionDraft> observed) {
        Manifest active = own.active().manifest();
        boolean same = holds(own)
                && sameSigner(own)
                && inceptions(active).stream()
                        .anyMatch(inception -> said(active).equals(toSay(declaration, inception, vouch, observed)));
        return same ? Optional.of(active.label()) : Optional.empty();
    }

    private boolean holds(ValidationResult own) {
        boolean stampWanted = tools.timeStamps().isPresent();
        boolean intact = own.state() == ValidationState.VALID || own.state() == ValidationState.TRUSTED;
        return intact && (!stampWanted || own.active().time().stampedAt().isPresent());
    }

    private boolean sameSigner(ValidationResult own) {
        return own.active()
                .signer()
                .filter(signer ->
                        signer.chain().leaf().equals(tools.signer().chain().leaf()))
                .isPresent();
    }

    /** A statement: its label and the very octets of its content. */
    private record Said(String label, Octets content) {}

    private static List<Said> said(Manifest active) {
        List<Said> said = new ArrayList<>();
        for (Assertion assertion : active.assertions()) {
            if (!(assertion instanceof BindingAssertion)
                    && !(assertion instanceof Ingredient)
                    && !assertion.label().base().equals(TechnicalFacts.LABEL)) {
                Octets content = assertion
                        .box()
                        .content("cbor")
                        .or(() -> assertion.box().content("json"))
                        .orElse(Octets.empty());
                said.add(new Said(assertion.label().base(), content));
            }
        }
        return said;
    }

    private static List<Said> toSay(
            Declaration declaration, Inception inception, boolean vouch, List<AssertionDraft> observed) {
        List<Said> toSay = new ArrayList<>();
        for (AssertionDraft draft : DeclarationAssertions.draft(declaration, inception, vouch)) {
            toSay.add(new Said(draft.label(), draft.content()));
        }
        for (AssertionDraft draft : observed) {
            toSay.add(new Said(draft.label(), draft.content()));
        }
        return toSay;
    }

    /** How the manifest that is there may begin, since the same declaration makes other actions with a parent than without. */
    private static List<Inception> inceptions(Manifest active) {
        for (Assertion assertion : active.assertions()) {
            if (assertion instanceof ActionsAssertion actions) {
                for (Action action : actions.actions()) {
                    Optional<CborValue> parent = parent(action);
                    if (parent.isPresent()) {
                        return List.of(
                                new Inception.Opened(parent.get(), true), new Inception.Opened(parent.get(), false));
                    }
                }
            }
        }
        return List.of(new Inception.Created());
    }

    private static Optional<CborValue> parent(Action action) {
        return action.name().equals("c2pa.opened")
                ? action.content()
                        .get("parameters")
                        .flatMap(CborValue::asMap)
                        .flatMap(parameters -> parameters.get("ingredients"))
                        .flatMap(CborValue::asList)
                        .filter(list -> !list.isEmpty())
                        .map(list -> list.get(0))
                : Optional.empty();
    }
}
