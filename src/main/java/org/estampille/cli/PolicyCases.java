package org.estampille.cli;

import java.util.List;
import org.estampille.bytes.MalformedContentException;
import org.estampille.policy.CaseTable;
import org.estampille.report.SafeText;

/** {@code estampille policy test}: does a profile say what a table of cases expects? */
final class PolicyCases {

    private final Surroundings surroundings;

    PolicyCases(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    ExitCode run(String profile, String table) throws CommandFailure {
        List<CaseTable.Result> results;
        try {
            results = CaseTable.judge(table, profile);
        } catch (MalformedContentException e) {
            throw new CommandFailure(ExitCode.USAGE, "the table of cases: " + e.problem() + ".");
        }
        long passed = results.stream().filter(CaseTable.Result::passes).count();
        for (CaseTable.Result result : results) {
            String title = result.title().getOrDefault("en", "");
            String line = result.id() + "  " + title + ": " + result.found()
                    + (result.passes() ? "" : ", expected " + result.expected());
            surroundings.out().println(SafeText.line((result.passes() ? "ok      " : "differs ") + line));
        }
        surroundings.out().println(passed + " of " + results.size() + " cases as expected");
        surroundings.out().flush();
        return passed == results.size() ? ExitCode.OK : ExitCode.REJECTED;
    }
}
