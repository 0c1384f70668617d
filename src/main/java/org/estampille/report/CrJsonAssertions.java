package org.estampille.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.manifest.ActionsAssertion;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.EmbeddedFile;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;

/**
 * The {@code assertions} of a manifest in crJSON (crJSON 2.5 clause 3.6), by label. What cannot be derived is an empty object:
 * redacted, ill-formed and unknown content, and labels that stand there twice, since nobody can tell which one is meant.
 *
 * @param cbor writes content
 */
record CrJsonAssertions(CborJson cbor) {

    private static final String THUMBNAIL = "c2pa.thumbnail.";
    private static final int OF_CLAIM = 0;
    private static final int OF_INGREDIENT = 1;

    void write(Manifest manifest) {
        Set<String> labels = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (Assertion assertion : manifest.assertions()) {
            String label = name(assertion);
            if (!labels.add(label)) {
                repeated.add(label);
            }
        }
        cbor.json().writeObjectPropertyStart("assertions");
        for (Assertion assertion : manifest.assertions()) {
            String label = name(assertion);
            if (labels.remove(label)) {
                cbor.json().writeName(label);
                if (repeated.contains(label)) {
                    nothing();
                } else {
                    content(manifest, assertion);
                }
            }
        }
        cbor.json().writeEndObject();
    }

    private static String name(Assertion assertion) {
        return SafeText.wellFormed(assertion.box().label());
    }

    private void content(Manifest manifest, Assertion assertion) {
        if (assertion instanceof ActionsAssertion actions) {
            cbor.write(actions.content());
        } else if (assertion instanceof Ingredient ingredient) {
            cbor.write(ingredient.content());
        } else if (assertion instanceof BindingAssertion binding) {
            cbor.write(binding.content());
        } else if (assertion instanceof DataAssertion data
                && data.value().untagged().asMap().isPresent()) {
            cbor.write(data.value());
        } else if (assertion instanceof EmbeddedFile file) {
            file(manifest, file);
        } else {
            nothing();
        }
    }

    private void nothing() {
        cbor.json().writeStartObject().writeEndObject();
    }

    /** Thumbnails have a closed form of their own; for other files the format leaves it open. */
    private void file(Manifest manifest, EmbeddedFile file) {
        String label = file.label().base();
        cbor.json().writeStartObject();
        if (label.startsWith(THUMBNAIL)) {
            boolean ingredient = label.startsWith("ingredient", THUMBNAIL.length());
            cbor.json().writeNumberProperty("thumbnailType", ingredient ? OF_INGREDIENT : OF_CLAIM);
            cbor.text("mimeType", file.mediaType());
        } else {
            cbor.text("format", file.mediaType());
            cbor.text("identifier", manifest.uriOf(file));
            Optional<HashedUri> entry = entry(manifest, file);
            if (entry.isPresent()) {
                cbor.text("hash", CborJson.bytes(entry.get().hash()));
            }
        }
        cbor.json().writeEndObject();
    }

    /** What the claim says of the box of {@code file}. */
    private static Optional<HashedUri> entry(Manifest manifest, EmbeddedFile file) {
        List<String> path = List.of("c2pa.assertions", file.box().label());
        for (HashedUri uri : manifest.claim().map(Claim::entries).orElse(List.of())) {
            if (uri.target().flatMap(manifest::localPath).filter(path::equals).isPresent()) {
                return Optional.of(uri);
            }
        }
        return Optional.empty();
    }
}
