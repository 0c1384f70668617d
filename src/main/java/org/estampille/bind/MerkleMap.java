package org.estampille.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;

/**
 * One row of a Merkle tree and how its leaves are cut ({@code merkle-map}, C2PA 2.5 clause 16.3.2.3).
 *
 * @param uniqueId tells trees of one asset apart, with {@code localId}
 * @param localId which media box, from 0, or in fragmented files which track
 * @param count number of leaves
 * @param alg hash algorithm, else that of the assertion
 * @param initHash hash of what precedes the fragments
 * @param hashes the row
 * @param fixedBlockSize octets of each leaf but the last
 * @param variableBlockSizes octets of each leaf; empty when not stated
 */
record MerkleMap(
        long uniqueId,
        long localId,
        long count,
        Optional<String> alg,
        Optional<Octets> initHash,
        List<Octets> hashes,
        Optional<Long> fixedBlockSize,
        List<Long> variableBlockSizes) {

    MerkleMap {
        hashes = List.copyOf(hashes);
        variableBlockSizes = List.copyOf(variableBlockSizes);
    }

    static MerkleMap read(Fields fields, ReadLimits limits) throws MalformedContentException {
        long count = fields.requiredCount("count");
        LimitExceededException.check("Merkle leaves", count, (int) Math.min(Integer.MAX_VALUE, limits.merkleLeaves()));
        List<Octets> hashes = new ArrayList<>();
        for (CborValue hash : fields.list("hashes")) {
            hashes.add(fields.octets(hash, "hashes"));
        }
        if (!MerkleTree.hasRow(count, hashes.size())) {
            throw fields.malformed("no Merkle tree of " + count + " leaves has a row of " + hashes.size());
        }
        List<Long> sizes = new ArrayList<>();
        for (CborValue size : fields.list("variableBlockSizes")) {
            sizes.add(fields.present(size.asLong().filter(number -> number >= 0), "variableBlockSizes"));
        }
        Optional<Long> fixed = fields.count("fixedBlockSize");
        if (fixed.isPresent() && (fixed.get() == 0 || !sizes.isEmpty())) {
            throw fields.malformed("leaves of no length, or of fixed and variable length");
        }
        return new MerkleMap(
                fields.present(fields.integer("uniqueId"), "uniqueId"),
                fields.present(fields.integer("localId"), "localId"),
                count,
                fields.text("alg"),
                fields.octets("initHash"),
                hashes,
                fixed,
                sizes);
    }

    CborValue.Map write() {
        return CborValue.map()
                .put("uniqueId", uniqueId)
                .put("localId", localId)
                .put("count", count)
                .putText("alg", alg)
                .putValue("initHash", initHash.map(CborValue::of))
                .put(
                        "hashes",
                        CborValue.array(hashes.stream().map(CborValue::of).toList()))
                .putValue("fixedBlockSize", fixedBlockSize.map(CborValue::of))
                .putValue(
                        "variableBlockSizes",
                        variableBlockSizes.isEmpty()
                                ? Optional.empty()
                                : Optional.of(CborValue.array(variableBlockSizes.stream()
                                        .map(CborValue::of)
                                        .toList())))
                .build();
    }

    /** Whether {@code proof} belongs to this tree. */
    boolean owns(MerkleProof proof) {
        return proof.uniqueId() == uniqueId && proof.localId() == localId;
    }
}
