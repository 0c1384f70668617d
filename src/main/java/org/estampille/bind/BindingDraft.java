package org.estampille.bind;

import java.util.Collections;
import org.estampille.bytes.Octets;

/** A hard binding to be written: what to hash, and how the assertion looks once the hashes are known. */
public interface BindingDraft {

    /** The label of the assertion. */
    String label();

    /** What to hash of the planned file. */
    BindingPlan plan();

    /** The CBOR content of the assertion; its length does not depend on the values in {@code digests}. */
    Octets content(BindingDigests digests);

    /** Content of the same length as the final one, with zeros for hashes. */
    default Octets placeholder() {
        Octets zeros = Octets.zeros(plan().chain().algorithm().size());
        return content(
                new BindingDigests(zeros, Collections.nCopies(plan().leaves().size(), zeros)));
    }
}
