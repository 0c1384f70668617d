package org.estampille.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
     * @param from first day it applies
     * @param until last day it applies
     */
    record Rule(
            String id,
            Map<RightsProfile, Outcome> violations,
            String field,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {

        Outcome violation(RightsProfile profile) {
            return Objects.requireNonNull(violations.get(profile));
        }
    }

    /** All rules, in the order in which they are applied. */
    static List<Rule> rules() {
        return Loaded.TABLE.rules();
    }

    /** The version of the table, and with it of each of its rules. */
    static String version() {
        return Loaded.TABLE.version();
    }

    private record Table(String version, List<Rule> rules) {}

    /** Read when a policy is asked for, not before. */
    private static final class Loaded {
        private static final Table TABLE = read();
    }

    private static Table read() {
        try (InputStream resource = RuleTable.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(resource, RESOURCE), StandardCharsets.UTF_8))) {
            String version = lines.readLine().split("\t", -1)[1];
            return new Table(
                    version,
                    lines.lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(RuleTable::rule)
                            .toList());
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
        return new Rule(cells[0], violations, cells[4], day(cells[5]), day(cells[6]));
    }

    private static Optional<LocalDate> day(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
    }

    private static Outcome outcome(String severity) {
        return Outcome.valueOf(severity.toUpperCase(Locale.ROOT));
    }
}
