package org.estampille.validate;

import java.io.IOException;
import java.util.List;
import org.estampille.bind.ArchiveHash;
import org.estampille.bind.BindingOutcome;
import org.estampille.bind.CollectionHash;
import org.estampille.bind.HardBinding;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.manifest.BindingAssertion;

/** Rule {@code archive} (clauses 14.12.5 and 14.12.5.2): every entry of a ZIP file, and its directory, are those that were hashed. */
final class ArchiveRules {
    private ArchiveRules() {}

    static void check(BindingAssertion binding, String url, HardBinding.Context facts, Findings findings)
            throws IOException, LimitExceededException {
        List<BindingOutcome> faults;
        try {
            faults = ArchiveHash.check(CollectionHash.read(binding.content(), facts.limits()), facts);
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            findings.add(StatusCode.ASSERTION_COLLECTION_HASH_MALFORMED, url, e.problem());
            return;
        }
        faults.forEach(fault -> report(fault, url, findings));
        if (faults.isEmpty()) {
            findings.add(
                    StatusCode.ASSERTION_COLLECTION_HASH_MATCH,
                    url,
                    "every entry and the central directory are those that were signed");
        }
    }

    private static void report(BindingOutcome fault, String url, Findings findings) {
        if (fault instanceof BindingOutcome.Mismatch mismatch) {
            findings.add(StatusCode.ASSERTION_COLLECTION_HASH_MISMATCH, url, mismatch.reason());
        } else if (fault instanceof BindingOutcome.Missing missing) {
            findings.add(
                    StatusCode.ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT, url, "missing: " + missing.reason());
        } else if (fault instanceof BindingOutcome.InvalidUri invalid) {
            findings.add(StatusCode.ASSERTION_COLLECTION_HASH_INVALID_URI, url, invalid.uri());
        } else if (fault instanceof BindingOutcome.Malformed malformed) {
            findings.add(StatusCode.ASSERTION_COLLECTION_HASH_MALFORMED, url, malformed.reason());
        } else {
            findings.add(StatusCode.ALGORITHM_UNSUPPORTED, url, "hash algorithm missing or not allowed");
        }
    }
}
