package org.estampille.report;

import org.estampille.disclosure.ContentDisclosure;
import org.estampille.policy.Outcome;
import org.estampille.policy.RuleResult;
import org.estampille.policy.Verdict;

/**
 * JUnit XML for pipelines: a suite for each file, a case for its integrity and for each rule. What fails is a failure, what cannot be
 * told an error, what is to review, waived or does not apply is skipped with its reason.
 */
public final class JunitReport {

    private final PolicySentences words;
    private final Words page;
    private final StringBuilder suites = new StringBuilder();
    private int tests;
    private int failures;
    private int errors;
    private int skipped;

    public JunitReport(Language language) {
        this.words = new PolicySentences(language, ContentDisclosure.nothing());
        this.page = Words.ofPages(language);
    }

    /** The suite of one file. */
    private static final class Suite {
        private final StringBuilder cases = new StringBuilder();
        private int tests;
        private int failures;
        private int errors;
        private int skipped;

        private void add(String group, String name, Outcome outcome, String message) {
            tests++;
            cases.append("    <testcase classname=\"")
                    .append(Markup.text(group))
                    .append("\" name=\"")
                    .append(Markup.text(name))
                    .append('"');
            String kind = switch (outcome) {
                case FAIL -> "failure";
                case INDETERMINATE -> "error";
                case WARN, WAIVED, NOT_APPLICABLE -> "skipped";
                case PASS -> "";
            };
            failures += kind.equals("failure") ? 1 : 0;
            errors += kind.equals("error") ? 1 : 0;
            skipped += kind.equals("skipped") ? 1 : 0;
            if (kind.isEmpty()) {
                cases.append("/>\n");
            } else {
                cases.append("><").append(kind).append(" message=\"").append(Markup.text(message));
                cases.append("\"/></testcase>\n");
            }
        }
    }

    /** Adds a file. */
    public void add(VerificationReport report) {
        Suite suite = new Suite();
        suite.add(
                "integrity",
                "integrity",
                integrity(report),
                page.word("state." + report.state().label()));
        PolicySentences own = words.about(report.disclosure());
        for (Verdict verdict : report.verdicts()) {
            for (RuleResult rule : verdict.rules()) {
                String name = rule.id() + rule.where().map(where -> " " + where).orElse("");
                String message = words.outcome(rule.outcome())
                        + words.word("colon")
                        + own.reason(rule)
                        + words.waiver(rule).map(text -> ". " + text).orElse("");
                suite.add(verdict.profile(), name, rule.outcome(), message);
            }
        }
        suites.append("  <testsuite name=\"").append(Markup.text(report.path())).append("\" timestamp=\"");
        suites.append(report.at().toString(), 0, 19).append('"');
        suites.append(counts(suite.tests, suite.failures, suite.errors, suite.skipped))
                .append(">\n");
        suites.append(suite.cases).append("  </testsuite>\n");
        tests += suite.tests;
        failures += suite.failures;
        errors += suite.errors;
        skipped += suite.skipped;
    }

    private static Outcome integrity(VerificationReport report) {
        return switch (report.state()) {
            case TRUSTED -> Outcome.PASS;
            case VALID -> Outcome.WARN;
            case INVALID -> Outcome.FAIL;
            case ABSENT, ERROR -> Outcome.INDETERMINATE;
        };
    }

    private static String counts(int tests, int failures, int errors, int skipped) {
        return " tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"" + errors + "\" skipped=\"" + skipped
                + "\"";
    }

    /** The document with everything added so far. */
    public String document() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"estampille\""
                + counts(tests, failures, errors, skipped) + ">\n" + suites + "</testsuites>\n";
    }
}
