package org.estampille.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The rules as data: {@code rights-rules.tsv}. */
final class RuleTable {

    private static final String RESOURCE = "rights-rules.tsv";

    private RuleTable() {}

    /**
     * One row.
     *
     * @param id such as {@code R-ST-01}
     * @param violations what a violation comes to, by profile
     * @param field what the rule looks at
     */
    record Rule(String id, Map<RightsProfile, Outcome> violations, String field) {

        Outcome violation(RightsProfile profile) {
            return Objects.requireNonNull(violations.get(profile));
        }
    }

    /** All rules, in the order in which they are applied. */
    static List<Rule> rules() {
        return Loaded.RULES;
    }

    /** Read when a policy is asked for, not before. */
    private static final class Loaded {
        private static final List<Rule> RULES = read();
    }

    private static List<Rule> read() {
        try (InputStream resource = RuleTable.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(resource, RESOURCE), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(RuleTable::rule)
                    .toList();
        } catch (IOException unreadableJar) {
            throw new UncheckedIOException(unreadableJar);
        }
    }

    private static Rule rule(String line) {
        String[] cells = line.split("\t", -1);
        Map<RightsProfile, Outcome> violations = Map.of(
                RightsProfile.THEATRICAL, outcome(cells[1]),
                RightsProfile.BROADCAST, outcome(cells[2]),
                RightsProfile.STREAMING, outcome(cells[3]));
        return new Rule(cells[0], violations, cells[4]);
    }

    private static Outcome outcome(String severity) {
        return Outcome.valueOf(severity.toUpperCase(Locale.ROOT));
    }
}
