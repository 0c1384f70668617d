package org.estampille.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborWriter;

/** A collection hash to be written. The members are hashed before it is made, file by file, and not through its plan. */
public final class CollectionDraft implements BindingDraft {

    private final CollectionHash collection;

    /** @param members with their SHA-256 */
    public CollectionDraft(List<CollectionHash.Member> members) {
        this.collection = new CollectionHash(members, Optional.of(HashAlgorithm.SHA256.label()));
    }

    /** The digests the content is made of, one leaf a member. */
    public BindingDigests digests() {
        List<Octets> hashes = new ArrayList<>();
        collection.members().forEach(member -> hashes.add(member.hash()));
        return new BindingDigests(Octets.empty(), hashes);
    }

    @Override
    public String label() {
        return CollectionHash.LABEL;
    }

    @Override
    public BindingPlan plan() {
        return BindingPlan.flat(new DigestPlan(HashAlgorithm.SHA256, List.of()));
    }

    @Override
    public Octets content(BindingDigests digests) {
        return CborWriter.write(collection.write());
    }

    @Override
    public Octets placeholder() {
        return content(digests());
    }
}
