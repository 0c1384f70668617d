package org.estampille.bind;

import java.util.List;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.container.bmff.BmffFile;
import org.estampille.crypto.CryptoEngine;

/**
 * A BMFF file that is compared with a binding.
 *
 * @param source its octets
 * @param file its top level
 * @param excluded what the binding leaves out of it
 * @param proofs its auxiliary Merkle boxes
 * @param engine for hashes
 */
record BoundFile(
        ByteSource source, BmffFile file, ExcludedOctets excluded, List<MerkleProof> proofs, CryptoEngine engine) {

    BoundFile {
        proofs = List.copyOf(proofs);
    }

    MerkleTree tree(HashAlgorithm algorithm) {
        return new MerkleTree(algorithm, engine);
    }
}
