package org.estampille.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;

/**
 * Reads manifests from boxes, all of them at once. Content that breaks its encoding becomes a typed value of the model; only
 * limits are exceptions, because then nothing can be said of the content.
 */
public final class ManifestStoreReader {

    private final ReadLimits limits;
    private final Optional<ContentCache> known;

    /** A reader that decodes everything itself. */
    public ManifestStoreReader(ReadLimits limits) {
        this(limits, Optional.empty());
    }

    /** A reader that decodes what {@code known} does not hold yet; whatever is in there was read within the same limits. */
    public ManifestStoreReader(ReadLimits limits, Optional<ContentCache> known) {
        this.limits = limits;
        this.known = known;
    }

    /**
     * Reads the manifests of one store, or of an original store and the store of updates that follows it.
     *
     * @throws LimitExceededException when the store has more manifests or items than the limits allow
     */
    @SuppressWarnings("ReferenceEquality") // another box is one that was unpacked
    public ManifestStore read(List<SuperBox> stores) throws LimitExceededException {
        List<Manifest> manifests = new ArrayList<>();
        AssertionReader assertions = new AssertionReader(limits, known);
        long budget = limits.manifestStore();
        long assertionCount = 0;
        for (SuperBox store : stores) {
            for (JumbfBox child : store.children()) {
                if (child instanceof SuperBox box) {
                    Optional<Manifest.Kind> kind = kind(box);
                    if (kind.isPresent()) {
                        LimitExceededException.check("manifests", manifests.size() + 1L, limits.manifests());
                        Manifest manifest = manifest(box, kind.get(), budget, assertions);
                        budget -= manifest.box() == box
                                ? 0
                                : manifest.box().octets().length();
                        assertionCount += manifest.assertions().size();
                        LimitExceededException.check("assertions", assertionCount, limits.assertions());
                        manifests.add(manifest);
                    }
                }
            }
        }
        return new ManifestStore(stores, manifests);
    }

    private static Optional<Manifest.Kind> kind(SuperBox box) {
        if (box.is(JumbfType.STANDARD_MANIFEST)) {
            return Optional.of(Manifest.Kind.STANDARD);
        }
        if (box.is(JumbfType.UPDATE_MANIFEST)) {
            return Optional.of(Manifest.Kind.UPDATE);
        }
        if (box.is(JumbfType.LEGACY_MANIFEST)) {
            return Optional.of(Manifest.Kind.LEGACY);
        }
        return box.is(JumbfType.COMPRESSED_MANIFEST) ? Optional.of(Manifest.Kind.COMPRESSED) : Optional.empty();
    }

    private Manifest manifest(SuperBox box, Manifest.Kind kind, long budget, AssertionReader assertions)
            throws LimitExceededException {
        if (kind != Manifest.Kind.COMPRESSED) {
            return manifest(box, kind, box, assertions);
        }
        try {
            SuperBox inner = CompressedManifest.open(box, limits, budget);
            return manifest(inner, kind(inner).orElse(kind), box, assertions);
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return new Manifest(box, kind, List.of(), Optional.empty(), List.of(), box);
        }
    }

    private Manifest manifest(SuperBox box, Manifest.Kind kind, SuperBox stored, AssertionReader assertions)
            throws LimitExceededException {
        List<ClaimReading> claims = new ArrayList<>();
        Optional<SuperBox> store = Optional.empty();
        List<Assertion> read = new ArrayList<>();
        for (JumbfBox child : box.children()) {
            if (!(child instanceof SuperBox part)) {
                continue;
            }
            if (part.is(JumbfType.CLAIM)) {
                claims.add(claim(part));
            } else if (part.is(JumbfType.ASSERTION_STORE) && store.isEmpty()) {
                store = Optional.of(part);
                for (JumbfBox assertion : part.children()) {
                    if (assertion instanceof SuperBox assertionBox) {
                        read.add(assertions.read(assertionBox));
                    }
                }
            }
        }
        return new Manifest(box, kind, claims, store, read, stored);
    }

    private ClaimReading claim(SuperBox box) throws LimitExceededException {
        Optional<Octets> content = box.content("cbor");
        if (content.isEmpty()) {
            return new IllFormedClaim(box, "no CBOR content");
        }
        try {
            CborValue value = CborReader.read(content.get(), limits);
            return value instanceof CborValue.Map map
                    ? Claim.read(box, content.get(), map)
                    : new IllFormedClaim(box, "not a map");
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return new IllFormedClaim(box, e.problem());
        }
    }
}
