package org.estampille.bind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.container.bmff.ProvenanceBox;
import org.estampille.crypto.CryptoEngine;

/**
 * The Merkle tree of one track to be written: a leaf for each fragment (C2PA 2.5 clause A.5.3.1.2). The manifest keeps a row of at
 * most {@link #ROW} nodes, so that it stays small however long the track is; each fragment carries the way up to that row.
 *
 * @param uniqueId tells trees of one asset apart, from 1
 * @param localId track ID
 * @param count number of fragments, at least 1
 * @param algorithm of every node
 */
public record FragmentTree(long uniqueId, long localId, int count, HashAlgorithm algorithm) {

    /** Nodes kept in the manifest at most. */
    static final int ROW = 32;

    /** Octets of the row that the manifest keeps. */
    int row() {
        int row = count;
        while (row > ROW) {
            row = (row + 1) / 2;
        }
        return row;
    }

    /** The boxes that go before the fragments, in order and of their final lengths, with zeros for hashes. */
    public List<Octets> placeholders() {
        Octets zeros = Octets.zeros(algorithm.size());
        List<Octets> boxes = new ArrayList<>();
        for (int location = 0; location < count; location++) {
            boxes.add(box(location, Collections.nCopies(siblings(location), zeros), 0));
        }
        return boxes;
    }

    /** The same for fragments in one file, where all boxes of a tree are of one length. */
    public List<Octets> evenPlaceholders() {
        List<Octets> boxes = placeholders();
        int longest = longest(boxes);
        List<Octets> even = new ArrayList<>();
        for (int location = 0; location < count; location++) {
            Octets zeros = Octets.zeros(algorithm.size());
            even.add(box(
                    location,
                    Collections.nCopies(siblings(location), zeros),
                    longest - boxes.get(location).length()));
        }
        return even;
    }

    private static int longest(List<Octets> boxes) {
        return boxes.stream().mapToInt(Octets::length).max().orElse(0);
    }

    /**
     * The boxes that go before the fragments.
     *
     * @param leaves hash of each fragment
     * @param lengths octets that each box is to have
     */
    public List<Octets> boxes(List<Octets> leaves, List<Octets> lengths, CryptoEngine engine) {
        List<List<Octets>> rows = new MerkleTree(algorithm, engine).rows(leaves, row());
        List<Octets> boxes = new ArrayList<>();
        for (int location = 0; location < count; location++) {
            List<Octets> proof = MerkleTree.proof(rows, location);
            int bare = box(location, proof, 0).length();
            boxes.add(box(location, proof, lengths.get(location).length() - bare));
        }
        return boxes;
    }

    private int siblings(int location) {
        int siblings = 0;
        int index = location;
        for (int size = count; size > row(); size = (size + 1) / 2) {
            siblings += (index ^ 1) < size ? 1 : 0;
            index /= 2;
        }
        return siblings;
    }

    private Octets box(int location, List<Octets> hashes, int padding) {
        CborValue.Map content = CborValue.map()
                .put("uniqueId", uniqueId)
                .put("localId", localId)
                .put("location", location)
                .putValue(
                        "hashes",
                        hashes.isEmpty()
                                ? Optional.empty()
                                : Optional.of(CborValue.array(
                                        hashes.stream().map(CborValue::of).toList())))
                .build();
        return ProvenanceBox.merkle(Octets.concat(CborWriter.write(content), Octets.zeros(padding)));
    }

    /** What the manifest says of the tree. */
    MerkleMap map(Octets initHash, List<Octets> leaves, CryptoEngine engine) {
        return new MerkleMap(
                uniqueId,
                localId,
                count,
                Optional.of(algorithm.label()),
                Optional.of(initHash),
                new MerkleTree(algorithm, engine).row(leaves, row()),
                Optional.empty(),
                List.of());
    }

    /** The same before anything is hashed. */
    MerkleMap blankMap() {
        Octets zeros = Octets.zeros(algorithm.size());
        return new MerkleMap(
                uniqueId,
                localId,
                count,
                Optional.of(algorithm.label()),
                Optional.of(zeros),
                Collections.nCopies(row(), zeros),
                Optional.empty(),
                List.of());
    }
}
