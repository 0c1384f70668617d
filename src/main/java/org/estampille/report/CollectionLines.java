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

    private static final String ARCHIVE = "archive";

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

    /** What became of a file, as the keys of the words call it. */
    private static String fate(Finding finding) {
        if (finding.code() != StatusCode.ASSERTION_COLLECTION_HASH_MISMATCH) {
            return finding.code() == StatusCode.COMPLETE_SET_ADDED ? "added" : "missing";
        }
        if (finding.explanation().startsWith("added: ")) {
            return "added";
        }
        return finding.explanation().startsWith("altered: ") ? "altered" : ARCHIVE;
    }

    /** The explanation is one word and the name of the file, or a clause about the archive that has the files in it. */
    private String fault(Finding finding) {
        String fate = fate(finding);
        String said = finding.explanation();
        String name = fate.equals(ARCHIVE) ? said : said.substring(said.indexOf(':') + 1);
        return words.word("file." + fate, name.strip());
    }

    /** How many files are not as they were signed, in a clause. */
    String counts(List<Finding> findings) {
        List<String> counts = new ArrayList<>();
        for (String fate : List.of("altered", "missing", "added", ARCHIVE)) {
            long count = findings.stream()
                    .filter(finding -> namesFile(finding) && fate(finding).equals(fate))
                    .count();
            if (count > 0) {
                counts.add(words.word("files." + fate, count));
            }
        }
        return words.word("broken.collection", String.join(", ", counts));
    }
}
