package org.estampille.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.JumbfUri;
import org.estampille.jumbf.SuperBox;

/**
 * Writes manifest stores: the manifests of the ingredients, octet for octet, then the new one, which is thereby the active one
 * (C2PA 2.5 clause 11.1.4).
 */
public final class ManifestWriter {

    private static final DescriptionBox STORE = described(JumbfType.MANIFEST_STORE, "c2pa");
    private static final DescriptionBox ASSERTION_STORE = described(JumbfType.ASSERTION_STORE, "c2pa.assertions");
    private static final DescriptionBox CLAIM = described(JumbfType.CLAIM, "c2pa.claim.v2");
    private static final DescriptionBox SIGNATURE = described(JumbfType.CLAIM_SIGNATURE, "c2pa.signature");

    private final ManifestHeader header;
    private final AssertionBoxes assertions;
    private final List<JumbfBox> ingredientBoxes;

    /**
     * @param header what the claim says beside its assertions
     * @param assertions every assertion but the hard binding
     * @param ingredientBoxes boxes of the ingredients' stores that go first
     */
    public ManifestWriter(ManifestHeader header, AssertionBoxes assertions, List<? extends JumbfBox> ingredientBoxes) {
        this.header = header;
        this.assertions = assertions;
        this.ingredientBoxes = List.copyOf(ingredientBoxes);
    }

    /** Computes what is known only when everything else is: the signature over the claim, and assertions about assertions. */
    public interface Signing<E extends Exception> {

        /** The content of the claim signature box. */
        Octets sign(Octets claim) throws E;

        /**
         * An assertion about all the others, such as an identity assertion. Its length must not depend on their hashes.
         *
         * @param others in store order, the hard binding last
         */
        default Optional<AssertionDraft> about(List<ListedAssertion> others) throws E {
            return Optional.empty();
        }
    }

    /**
     * Writes the whole store. Its length depends on the lengths of the binding's content and of the signature, never on their
     * values.
     *
     * @param binding the hard binding
     * @param signing gives the content of the claim signature box
     */
    public <E extends Exception> Octets write(AssertionDraft binding, Signing<E> signing) throws E {
        return write(JumbfType.STANDARD_MANIFEST, assertions.with(binding), signing);
    }

    /**
     * How long {@link #write} makes the store, without putting it together.
     *
     * @param binding with a content as long as that of the binding will be
     * @param signing gives signatures as long as they will be
     */
    public <E extends Exception> int length(AssertionDraft binding, Signing<E> signing) throws E {
        List<AssertionBoxes.Boxed> boxed = boxed(assertions.with(binding), signing);
        Octets claim = CborWriter.write(claim(boxed));
        long manifest = SuperBox.length(ASSERTION_STORE, octets(boxes(boxed)))
                + SuperBox.length(CLAIM, ContentBox.length(claim.length()))
                + SuperBox.length(
                        SIGNATURE, ContentBox.length(signing.sign(claim).length()));
        DescriptionBox described = described(JumbfType.STANDARD_MANIFEST, header.label());
        return Math.toIntExact(SuperBox.length(STORE, octets(ingredientBoxes) + SuperBox.length(described, manifest)));
    }

    private static long octets(List<? extends JumbfBox> boxes) {
        long octets = 0;
        for (JumbfBox box : boxes) {
            octets += box.octets().length();
        }
        return octets;
    }

    /** Writes a store whose new manifest is an update of the one before it: without a hard binding (C2PA 2.5 clause 5.3.3). */
    public <E extends Exception> Octets writeUpdate(Signing<E> signing) throws E {
        return write(JumbfType.UPDATE_MANIFEST, assertions.all(), signing);
    }

    private <E extends Exception> Octets write(JumbfType kind, List<AssertionBoxes.Boxed> known, Signing<E> signing)
            throws E {
        List<AssertionBoxes.Boxed> boxed = boxed(known, signing);
        Octets claim = CborWriter.write(claim(boxed));
        SuperBox manifest = SuperBox.of(
                described(kind, header.label()),
                List.of(
                        SuperBox.of(ASSERTION_STORE, boxes(boxed)),
                        SuperBox.of(CLAIM, List.of(ContentBox.of("cbor", claim))),
                        SuperBox.of(SIGNATURE, List.of(ContentBox.of("cbor", signing.sign(claim))))));
        List<JumbfBox> children = new ArrayList<>(ingredientBoxes);
        children.add(manifest);
        return SuperBox.of(STORE, children).octets();
    }

    /** The assertions known so far, and the one about them where there is one. */
    private <E extends Exception> List<AssertionBoxes.Boxed> boxed(List<AssertionBoxes.Boxed> known, Signing<E> signing)
            throws E {
        List<ListedAssertion> listed = new ArrayList<>(known.size());
        for (AssertionBoxes.Boxed box : known) {
            listed.add(box.listed());
        }
        List<AssertionBoxes.Boxed> boxed = new ArrayList<>(known);
        signing.about(listed).ifPresent(draft -> boxed.add(assertions.unsalted(draft)));
        return boxed;
    }

    private static List<SuperBox> boxes(List<AssertionBoxes.Boxed> boxed) {
        List<SuperBox> boxes = new ArrayList<>(boxed.size());
        for (AssertionBoxes.Boxed box : boxed) {
            boxes.add(box.box());
        }
        return boxes;
    }

    private CborValue claim(List<AssertionBoxes.Boxed> boxed) {
        return CborValue.map()
                .put("instanceID", header.instanceId())
                .put("claim_generator_info", header.generator().toCbor())
                .put(
                        "signature",
                        JumbfUri.inManifest(header.label(), "c2pa.signature").toString())
                .put("created_assertions", uris(boxed, AssertionDraft.Attribution.CREATED))
                .putValue("gathered_assertions", gathered(boxed))
                .putTexts("redacted_assertions", header.redacted())
                .putText("dc:title", header.title())
                .put("alg", header.algorithm().label())
                .build();
    }

    private static Optional<CborValue.Array> gathered(List<AssertionBoxes.Boxed> boxed) {
        CborValue.Array uris = uris(boxed, AssertionDraft.Attribution.GATHERED);
        return uris.items().isEmpty() ? Optional.empty() : Optional.of(uris);
    }

    private static CborValue.Array uris(List<AssertionBoxes.Boxed> boxed, AssertionDraft.Attribution attribution) {
        List<CborValue> uris = new ArrayList<>(boxed.size());
        for (AssertionBoxes.Boxed box : boxed) {
            if (box.attribution() == attribution) {
                uris.add(box.hashedUri());
            }
        }
        return CborValue.array(uris);
    }

    private static DescriptionBox described(JumbfType type, String label) {
        return DescriptionBox.of(type, label, Optional.empty());
    }
}
