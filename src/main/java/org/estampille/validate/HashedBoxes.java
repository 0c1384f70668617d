package org.estampille.validate;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.jumbf.JumbfUri;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Manifest;

/** The boxes of one manifest that some hashed reference in its claim or its assertions names, wherever in them it stands. */
final class HashedBoxes {

    private final Manifest manifest;
    private final ReadLimits limits;
    private final Set<SuperBox> found = Collections.newSetFromMap(new IdentityHashMap<>());

    private HashedBoxes(Manifest manifest, ReadLimits limits) {
        this.manifest = manifest;
        this.limits = limits;
    }

    static Set<SuperBox> of(Manifest manifest, ReadLimits limits) throws LimitExceededException {
        HashedBoxes boxes = new HashedBoxes(manifest, limits);
        Optional<Claim> claim = manifest.claim();
        if (claim.isPresent()) {
            boxes.read(claim.get().octets());
        }
        for (Assertion assertion : manifest.assertions()) {
            Optional<Octets> content = assertion.box().content("cbor");
            if (content.isPresent()) {
                boxes.read(content.get());
            }
        }
        return boxes.found;
    }

    /** What cannot be read refers to nothing. */
    private void read(Octets content) throws LimitExceededException {
        try {
            walk(CborReader.read(content, limits));
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException toldElsewhere) {
            return;
        }
    }

    private void walk(CborValue value) {
        CborValue plain = value.untagged();
        if (plain instanceof CborValue.Array list) {
            list.items().forEach(this::walk);
        } else if (plain instanceof CborValue.Map map) {
            HashedUri.read(map)
                    .filter(uri -> !uri.hash().isEmpty())
                    .flatMap(HashedUri::target)
                    .flatMap(this::box)
                    .ifPresent(found::add);
            map.entries().forEach(entry -> walk(entry.value()));
        }
    }

    private Optional<SuperBox> box(JumbfUri target) {
        return manifest.localPath(target).flatMap(manifest::find);
    }
}
