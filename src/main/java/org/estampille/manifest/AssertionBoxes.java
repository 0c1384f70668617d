package org.estampille.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.crypto.CryptoEngine;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;

/**
 * Boxes assertion drafts, each with a salt so that a later redaction cannot be undone by guessing (C2PA 2.5 clause 8.4.2.3).
 * Give the same drafts, get the same labels: a box made before its claim keeps its hash.
 */
public final class AssertionBoxes {

    private final Map<String, Integer> instances = new HashMap<>();
    private final List<Boxed> boxed = new ArrayList<>();
    private final CryptoEngine engine;
    private final HashAlgorithm algorithm;
    private final Supplier<Octets> salts;

    /**
     * @param engine computes the hashed URIs
     * @param algorithm of the hashed URIs
     * @param salts gives 16 random octets a call
     */
    public AssertionBoxes(CryptoEngine engine, HashAlgorithm algorithm, Supplier<Octets> salts) {
        this.engine = engine;
        this.algorithm = algorithm;
        this.salts = salts;
    }

    /** A boxed assertion and which list names it. */
    record Boxed(SuperBox box, CborValue hashedUri, AssertionDraft.Attribution attribution) {

        ListedAssertion listed() {
            return new ListedAssertion(AssertionLabel.of(box.label()), hashedUri, attribution);
        }
    }

    /**
     * Boxes one more assertion.
     *
     * @return its hashed URI, relative to the manifest
     */
    public CborValue add(AssertionDraft draft) {
        Boxed box = box(draft, nextLabel(draft.label()), Optional.of(salts.get()));
        boxed.add(box);
        return box.hashedUri();
    }

    /** The boxes so far and one more, which is not kept and has no salt: a hard binding whose hash is not known yet. */
    List<Boxed> with(AssertionDraft last) {
        List<Boxed> all = new ArrayList<>(boxed);
        all.add(unsalted(last));
        return all;
    }

    /** The boxes so far. */
    List<Boxed> all() {
        return List.copyOf(boxed);
    }

    /** A box that is not kept and has no salt. */
    Boxed unsalted(AssertionDraft draft) {
        return box(draft, draft.label(), Optional.empty());
    }

    private Boxed box(AssertionDraft draft, String label, Optional<Octets> salt) {
        boolean cbor = draft.encoding() == AssertionDraft.Encoding.CBOR;
        DescriptionBox description = DescriptionBox.of(cbor ? JumbfType.CBOR : JumbfType.JSON, label, salt);
        SuperBox box = SuperBox.of(description, List.of(ContentBox.of(cbor ? "cbor" : "json", draft.content())));
        CborValue uri = CborValue.map()
                .put("url", "self#jumbf=c2pa.assertions/" + label)
                .put("hash", engine.hash(algorithm, box.hashedOctets()).value())
                .build();
        return new Boxed(box, uri, draft.attribution());
    }

    private String nextLabel(String label) {
        int instance = instances.merge(label, 1, Integer::sum) - 1;
        return instance == 0 ? label : label + "__" + instance;
    }
}
