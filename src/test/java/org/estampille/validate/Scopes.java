package org.estampille.validate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.crypto.CryptoEngine;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.AssertionDraft;
import org.estampille.manifest.Claim;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/** A store of one manifest with next to nothing in it, for rules that only look at a few assertions. */
final class Scopes {

    static final String MANIFEST = "urn:c2pa:a";

    private Scopes() {}

    static Scope of(ValidationContext context, Findings findings, List<Assertion> assertions) {
        Manifest manifest =
                new Manifest(box(MANIFEST), Manifest.Kind.STANDARD, List.of(), Optional.empty(), assertions);
        return new Scope(
                context,
                new ManifestStore(List.of(), List.of(manifest)),
                manifest,
                claim(),
                new Listed(List.of(), List.of()),
                Set.of(),
                new BoxHashes(CryptoEngine.platform(), new Work(context.limits())),
                findings);
    }

    static Assertion assertion(String label, CborValue content) {
        return new DataAssertion(box(label), AssertionDraft.Encoding.CBOR, content);
    }

    private static SuperBox box(String label) {
        DescriptionBox description = DescriptionBox.of(JumbfType.CBOR, label, Optional.empty());
        return new SuperBox(description, List.of(), description.octets(), 8);
    }

    private static Claim claim() {
        Optional<String> none = Optional.empty();
        return new Claim(
                box("c2pa.claim.v2"),
                Octets.ofAscii("claim"),
                2,
                List.of(),
                List.of(),
                List.of(),
                none,
                none,
                none,
                none,
                none,
                List.of(),
                List.of());
    }
}
