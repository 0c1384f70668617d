package org.estampille.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.estampille.SharedCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Our crJSON says what that of the reference SDK says, or a clause decides otherwise. */
final class CrJsonReferenceTest {

    @Test
    void every_difference_from_the_reference_has_a_clause_and_every_listed_one_exists(TestReporter reporter)
            throws Exception {
        List<Explanation> explanations = Explanation.all();
        Set<Explanation> used = new HashSet<>();
        List<Difference> unexplained = new ArrayList<>();
        int compared = 0;
        CorpusReports reports = new CorpusReports();
        for (Path recorded : recorded()) {
            VerificationReport report = reports.report(CorpusReports.source(recorded));
            if (!isUnsupported(report)) {
                compared++;
                for (Difference difference : differences(reports.document(report), recorded)) {
                    Optional<Explanation> explanation = explanations.stream()
                            .filter(one -> one.covers(difference))
                            .findFirst();
                    explanation.ifPresentOrElse(used::add, () -> unexplained.add(difference));
                }
            }
        }
        reporter.publishEntry("crJSON documents compared with the reference", Integer.toString(compared));
        assertThat(unexplained).isEmpty();
        assertThat(explanations.stream().filter(one -> !used.contains(one) && !one.mayVanish()))
                .isEmpty();
    }

    @Test
    void every_listed_difference_is_explained_to_people() throws IOException {
        String text = Files.readString(Path.of("specs/differences.md"));
        assertThat(Explanation.all())
                .allSatisfy(explanation -> assertThat(text).contains("`" + explanation.id() + "`"))
                .allSatisfy(explanation -> assertThat(explanation.clause()).isNotBlank());
    }

    private static List<Path> recorded() throws IOException {
        try (Stream<Path> files = Files.list(SharedCorpus.file("crjson"))) {
            return files.sorted().toList();
        }
    }

    private static boolean isUnsupported(VerificationReport report) {
        return report.problem()
                .filter(problem -> problem.kind() == Problem.Kind.UNSUPPORTED)
                .isPresent();
    }

    private static List<Difference> differences(String document, Path recorded) throws IOException {
        Map<String, String> ours = FlatJson.of(CorpusReports.parse(document));
        Map<String, String> theirs = FlatJson.of(CorpusReports.parse(Files.readString(recorded)));
        return Difference.between(CorpusReports.source(recorded).getFileName().toString(), ours, theirs);
    }
}
