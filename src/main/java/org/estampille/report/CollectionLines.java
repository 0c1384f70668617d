package org.estampille.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bind.CollectionHash;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.BindingAssertion;
import org.estampille.validate.Finding;
import org.estampille.validate.StatusCode;

/**
 * What a report on a collection says of its members.
 *
 * @param words of {@link Words#ofTexts}
 */
record CollectionLines(Words words) {

    /** A terminal does not show more usefully; the JSON report has them all. */
    private static final int SHOWN = 20;

    /** How many files the manifest speaks of; empty when it is not that of a collection. */
    static Optional<Integer> members(VerificationReport report) {
        if (report.validation().isEmpty()) {
            return Optional.empty();
        }
        for (Assertion assertion : report.validation().get().active().manifest().assertions()) {
            if (assertion instanceof BindingAssertion binding
                    && binding.label().base().equals(CollectionHash.LABEL)) {
                return binding.content()
                        .get("uris")
                        .flatMap(uris -> uris.asList())
                        .map(List::size);
            }
        }
        return Optional.empty();
    }

    /** The findings that name one file. */
    static boolean namesFile(Finding finding) {
        return switch (finding.code()) {
            case ASSERTION_COLLECTION_HASH_MISMATCH,
                    ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT,
                    COMPLETE_SET_ADDED -> true;
            default -> false;
        };
    }

    /** One line a file that is not as it was signed. */
    List<String> faults(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        int all = 0;
        for (Finding finding : findings) {
            if (namesFile(finding)) {
                all++;
                if (all <= SHOWN) {
                    lines.add(fault(finding));
                }
            }
        }
        if (all > SHOWN) {
            lines.add(words.word("files.more", all - SHOWN));
        }
        return lines;
    }

    /** The explanation is one word and the name of the file. */
    private String fault(Finding finding) {
        String name = finding.explanation().substring(finding.explanation().indexOf(':') + 1);
        return switch (finding.code()) {
            case ASSERTION_COLLECTION_HASH_MISMATCH -> words.word("file.altered", name.strip());
            case COMPLETE_SET_ADDED -> words.word("file.added", name.strip());
            default -> words.word("file.missing", name.strip());
        };
    }

    /** How many files are not as they were signed, in a clause. */
    String counts(List<Finding> findings) {
        List<String> counts = new ArrayList<>();
        count(findings, StatusCode.ASSERTION_COLLECTION_HASH_MISMATCH, "files.altered", counts);
        count(findings, StatusCode.ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT, "files.missing", counts);
        count(findings, StatusCode.COMPLETE_SET_ADDED, "files.added", counts);
        return words.word("broken.collection", String.join(", ", counts));
    }

    private void count(List<Finding> findings, StatusCode code, String key, List<String> counts) {
        long count = findings.stream().filter(finding -> finding.code() == code).count();
        if (count > 0) {
            counts.add(words.word(key, count));
        }
    }
}
