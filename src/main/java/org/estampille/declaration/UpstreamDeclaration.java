package org.estampille.declaration;

import java.time.LocalDate;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * A declaration that came with material from somebody else.
 *
 * @param from who declared
 * @param title of the material
 * @param ref where the declaration is kept
 * @param assetSha256 digest of the material
 * @param manifest label of a manifest that holds the declaration
 * @param receivedOn when it came
 * @param extent what it says of the material
 * @param note what there is to say about it
 */
public record UpstreamDeclaration(
        String from,
        Optional<String> title,
        Optional<String> ref,
        Optional<String> assetSha256,
        Optional<String> manifest,
        Optional<LocalDate> receivedOn,
        Optional<Extent> extent,
        Optional<String> note) {

    static UpstreamDeclaration read(Fields fields) {
        return new UpstreamDeclaration(
                fields.requiredText("from"),
                fields.text("title"),
                fields.text("ref"),
                fields.notation("assetSha256", Notations::sha256, Notations.SHA256),
                fields.text("manifest"),
                fields.notation("receivedOn", Moment::day, Notations.DAY),
                fields.choice("extent", Extent.VOCABULARY),
                fields.text("note"));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .put("from", from)
                .putText("title", title)
                .putText("ref", ref)
                .putText("assetSha256", assetSha256)
                .putText("manifest", manifest)
                .putText("receivedOn", receivedOn.map(LocalDate::toString))
                .putText("extent", extent.map(Extent::word))
                .putText("note", note)
                .build();
    }
}
