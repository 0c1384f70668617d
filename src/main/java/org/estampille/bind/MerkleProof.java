package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.ProvenanceBox;

/**
 * How one leaf reaches the stored row of its tree ({@code bmff-merkle-map}, C2PA 2.5 clause A.5.3.2).
 *
 * @param boxStart where its auxiliary box stands
 * @param uniqueId of the tree
 * @param localId of the tree
 * @param location index of the leaf
 * @param hashes siblings on the way up
 */
record MerkleProof(long boxStart, long uniqueId, long localId, long location, List<Octets> hashes) {

    private static final String NAME = "auxiliary Merkle box";

    MerkleProof {
        hashes = List.copyOf(hashes);
    }

    /** All auxiliary boxes of a file, in file order. */
    static List<MerkleProof> in(ByteSource source, BmffFile file, ReadLimits limits)
            throws IOException, MalformedContentException {
        List<MerkleProof> proofs = new ArrayList<>();
        for (ProvenanceBox box : ProvenanceBox.in(source, file)) {
            if (box.purpose().equals(ProvenanceBox.MERKLE)) {
                CborValue content = CborReader.readPadded(box.read(source, limits), limits);
                proofs.add(read(box.range().start(), content));
            }
        }
        return proofs;
    }

    private static MerkleProof read(long boxStart, CborValue content) throws MalformedContentException {
        Fields none = new Fields(NAME, CborValue.map().build());
        Fields fields = new Fields(NAME, none.present(content.asMap(), "bmff-merkle-map"));
        List<Octets> hashes = new ArrayList<>();
        for (CborValue hash : fields.list("hashes")) {
            hashes.add(fields.octets(hash, "hashes"));
        }
        return new MerkleProof(
                boxStart,
                fields.present(fields.integer("uniqueId"), "uniqueId"),
                fields.present(fields.integer("localId"), "localId"),
                fields.requiredCount("location"),
                hashes);
    }
}
