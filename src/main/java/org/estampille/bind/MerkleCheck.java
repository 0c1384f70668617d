package org.estampille.bind;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** The Merkle trees of one binding against one file. */
sealed interface MerkleCheck permits MediaMerkle, FragmentMerkle {

    /**
     * Finds out what the leaves are; to be called first.
     *
     * @return why the trees cannot fit the file, if so
     */
    Optional<BindingOutcome> prepare() throws IOException, MalformedContentException;

    /** What is to be hashed. */
    List<DigestPlan> leaves();

    /**
     * Compares the hashes of {@link #leaves}.
     *
     * @return what does not fit, if anything
     */
    Optional<BindingOutcome> compare(List<Octets> digests);

    static Optional<BindingOutcome> mismatch(String reason) {
        return Optional.of(new BindingOutcome.Mismatch(reason));
    }

    static Optional<BindingOutcome> malformed(String reason) {
        return Optional.of(new BindingOutcome.Malformed(reason));
    }
}
