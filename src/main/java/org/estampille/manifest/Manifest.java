package org.estampille.manifest;

import java.util.List;
import java.util.Optional;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.JumbfUri;
import org.estampille.jumbf.SuperBox;

/**
 * One manifest of a store (C2PA 2.5 clause 11.3).
 *
 * @param box as read
 * @param kind what its type says
 * @param claims every claim box; there must be exactly one
 * @param assertionStore the box that holds the assertions
 * @param assertions in store order, what the claim does not list included
 * @param stored the box that references to the whole manifest are about: {@code box}, or the compressed form it came from
 */
public record Manifest(
        SuperBox box,
        Kind kind,
        List<ClaimReading> claims,
        Optional<SuperBox> assertionStore,
        List<Assertion> assertions,
        SuperBox stored) {

    /** The type of a manifest superbox. */
    public enum Kind {
        STANDARD,
        UPDATE,
        /** A compressed manifest that cannot be unpacked; one that can has the kind of what is inside. */
        COMPRESSED,
        /** {@code c2md}: a standard manifest as files of 2021 write it. */
        LEGACY
    }

    public Manifest {
        claims = List.copyOf(claims);
        assertions = List.copyOf(assertions);
    }

    /** A manifest that was not compressed. */
    public Manifest(
            SuperBox box,
            Kind kind,
            List<ClaimReading> claims,
            Optional<SuperBox> assertionStore,
            List<Assertion> assertions) {
        this(box, kind, claims, assertionStore, assertions, box);
    }

    /** The same manifest with other assertions in its store. */
    public Manifest withAssertions(List<Assertion> others) {
        return new Manifest(box, kind, claims, assertionStore, others, stored);
    }

    public String label() {
        return box.label();
    }

    public boolean isUpdate() {
        return kind == Kind.UPDATE;
    }

    /** The claim, when there is exactly one and it can be read. */
    public Optional<Claim> claim() {
        return claims.size() == 1 && claims.get(0) instanceof Claim claim ? Optional.of(claim) : Optional.empty();
    }

    /** The text of an absolute reference to a box of this manifest. */
    public String uri(String... labels) {
        StringBuilder text = new StringBuilder(96).append("self#jumbf=/c2pa/").append(label());
        for (String name : labels) {
            text.append('/').append(name);
        }
        return text.toString();
    }

    /** The absolute reference of an assertion of this manifest. */
    public String uriOf(Assertion assertion) {
        return uri("c2pa.assertions", assertion.box().label());
    }

    /** The box that labels lead to from this manifest; empty when one is missing or stands there twice. */
    public Optional<SuperBox> find(List<String> path) {
        SuperBox at = box;
        for (String label : path) {
            Optional<SuperBox> next = at.only(label);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    /** The signature box; empty when there is none or more than one. */
    public Optional<SuperBox> signatureBox() {
        return box.only("c2pa.signature").filter(found -> found.is(JumbfType.CLAIM_SIGNATURE));
    }

    /** The assertion in exactly that box. */
    @SuppressWarnings("ReferenceEquality") // the very box is meant; comparing contents would read every octet
    public Optional<Assertion> assertionIn(SuperBox wanted) {
        for (Assertion assertion : assertions) {
            if (assertion.box() == wanted) {
                return Optional.of(assertion);
            }
        }
        return Optional.empty();
    }

    /** The assertion of this manifest that a reference leads to. */
    public Optional<Assertion> assertion(HashedUri uri) {
        Optional<SuperBox> box = uri.target().flatMap(this::localPath).flatMap(this::find);
        return box.isEmpty() ? Optional.empty() : assertionIn(box.get());
    }

    /** What a reference written in this manifest names, as a path below this manifest; empty when it is another manifest's. */
    public Optional<List<String>> localPath(JumbfUri uri) {
        if (!uri.absolute()) {
            return Optional.of(uri.path());
        }
        return uri.path().get(0).equals(label())
                ? Optional.of(uri.path().subList(1, uri.path().size()))
                : Optional.empty();
    }
}
