package org.estampille.validate;

import java.io.IOException;
import java.util.List;
import org.estampille.bind.BindingOutcome;
import org.estampille.bind.CollectionHash;
import org.estampille.bind.CollectionMembers;
import org.estampille.bind.CompleteSet;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.cbor.CborValue;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.Manifest;

/**
 * Rule {@code collection} (clause 14.12.5): every member is there and is the one that was hashed. Each that is not is a finding
 * of its own. Where our own assertion says that the members are all there is, each file beyond them is one too.
 */
final class CollectionRules {

    private final ValidationContext context;
    private final Manifest bound;

    /** @param bound the manifest with the binding */
    CollectionRules(ValidationContext context, Manifest bound) {
        this.context = context;
        this.bound = bound;
    }

    void check(BindingAssertion binding, CollectionMembers files, Findings findings)
            throws IOException, LimitExceededException {
        String url = bound.uriOf(binding);
        CollectionHash collection;
        try {
            collection = CollectionHash.read(binding.content(), context.limits());
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            findings.add(StatusCode.ASSERTION_COLLECTION_HASH_MALFORMED, url, e.problem());
            return;
        }
        List<BindingOutcome> faults =
                collection.check(files, bound.claim().flatMap(Claim::alg), context.engine(), context.threads());
        faults.forEach(fault -> report(fault, url, findings));
        boolean unsure = faults.stream()
                .anyMatch(fault -> fault instanceof BindingOutcome.InvalidUri
                        || fault instanceof BindingOutcome.UnsupportedAlgorithm);
        if (!unsure) {
            complete(collection, files, findings);
        }
        if (faults.isEmpty()) {
            matched(collection, url, findings);
        }
    }

    private static void matched(CollectionHash collection, String url, Findings findings) {
        int count = collection.members().size();
        findings.add(
                StatusCode.ASSERTION_COLLECTION_HASH_MATCH,
                url,
                count == 1
                        ? "the one member is the one that was signed"
                        : "all " + count + " members are those that were signed");
    }

    private void complete(CollectionHash collection, CollectionMembers files, Findings findings)
            throws IOException, LimitExceededException {
        for (Assertion assertion : bound.assertions()) {
            boolean says = assertion.label().base().equals(CompleteSet.LABEL);
            if (says && assertion instanceof DataAssertion data && data.value() instanceof CborValue.Map content) {
                String url = bound.uriOf(assertion);
                try {
                    CompleteSet.read(content)
                            .check(collection, files, context.engine())
                            .forEach(fault -> report(fault, url, findings));
                } catch (LimitExceededException e) {
                    throw e;
                } catch (MalformedContentException e) {
                    findings.add(StatusCode.COMPLETE_SET_MALFORMED, url, e.problem());
                }
            }
        }
    }

    private static void report(BindingOutcome fault, String url, Findings findings) {
        if (fault instanceof BindingOutcome.Mismatch mismatch) {
            findings.add(StatusCode.ASSERTION_COLLECTION_HASH_MISMATCH, url, "altered: " + mismatch.reason());
        } else if (fault instanceof BindingOutcome.Missing missing) {
            findings.add(
                    StatusCode.ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT, url, "missing: " + missing.reason());
        } else if (fault instanceof BindingOutcome.Added added) {
            findings.add(StatusCode.COMPLETE_SET_ADDED, url, "added: " + added.name());
        } else if (fault instanceof BindingOutcome.MalformedSet malformed) {
            findings.add(StatusCode.COMPLETE_SET_MALFORMED, url, malformed.reason());
        } else if (fault instanceof BindingOutcome.InvalidUri invalid) {
            findings.add(StatusCode.ASSERTION_COLLECTION_HASH_INVALID_URI, url, invalid.uri());
        } else {
            findings.add(StatusCode.ALGORITHM_UNSUPPORTED, url, "hash algorithm missing or not allowed");
        }
    }
}
