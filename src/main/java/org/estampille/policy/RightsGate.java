package org.estampille.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.declaration.Evidence;
import org.estampille.declaration.WindowUse.Window;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.Involvement;
import org.estampille.disclosure.RightsRecord;
import org.estampille.disclosure.TrailManifest;

/** Applies the rules of a rights profile to one file: the signature first, then rule by rule, statement by statement. */
final class RightsGate {

    /** Whether the manifest holds; asked before any rule. */
    static final String INTEGRITY = "SIG-01";
    /** Whether the signer is trusted; asked before any rule. */
    static final String SIGNER = "SIG-02";
    /** Whether statements and marks agree; asked before any rule. */
    static final String AGREEMENT = "SIG-03";

    private static final int MOST_PLACES = 20;

    private static final String COVERAGE = "R-EV-01";
    private static final String INSURANCE = "W-INS-01";

    private final RightsProfile profile;
    private final Dossier dossier;
    private final List<Window> windows;

    RightsGate(RightsProfile profile, Dossier dossier) {
        this.profile = profile;
        this.dossier = dossier;
        this.windows = profile.windows(dossier.release());
    }

    /** The condition of every rule that is asked of each statement. */
    static Map<String, Condition> conditions() {
        return Conditions.ALL;
    }

    /** Put together when a policy is asked for, not before. */
    private static final class Conditions {
        private static final Map<String, Condition> ALL = all();

        private static Map<String, Condition> all() {
            Map<String, Condition> all = new HashMap<>();
            List.of(
                            EvidenceRules.conditions(),
                            TimeRules.conditions(),
                            StatusRules.conditions(),
                            UseRules.conditions(),
                            ChainRules.conditions(),
                            PeopleRules.conditions(),
                            VendorRules.conditions(),
                            LegalRules.conditions())
                    .forEach(all::putAll);
            return Map.copyOf(all);
        }
    }

    List<RuleResult> results() {
        List<RuleResult> results = new ArrayList<>();
        results.add(integrity(dossier));
        if (dossier.integrity() != Dossier.Integrity.HOLDS) {
            return results;
        }
        results.add(signer(dossier));
        results.add(agreement(dossier));
        for (RuleTable.Rule rule : RuleTable.rules()) {
            Optional<RuleResult> idle = outOfDate(rule);
            if (idle.isPresent()) {
                results.add(idle.get());
            } else if (rule.id().equals(COVERAGE)) {
                results.add(ofFile(rule, new CoverageRule(dossier).judge()));
            } else if (rule.id().equals(INSURANCE)) {
                results.add(ofFile(rule, hasAi() ? LegalRules.insuranceWasReviewed(dossier) : Finding.NOT_APPLICABLE));
            } else {
                ofStatements(rule, results);
            }
        }
        return results;
    }

    /** The result of a rule that does not apply yet, or not any more, on the day judged for. */
    private Optional<RuleResult> outOfDate(RuleTable.Rule rule) {
        Optional<LocalDate> later = rule.from().filter(dossier.today()::isBefore);
        Optional<LocalDate> ended = rule.until().filter(dossier.today()::isAfter);
        return later.or(() -> ended)
                .map(day -> new RuleResult(
                        rule.id(),
                        Outcome.NOT_APPLICABLE,
                        later.isPresent() ? "profile.later" : "profile.ended",
                        List.of(day.toString()),
                        rule.field(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    static RuleResult integrity(Dossier dossier) {
        return switch (dossier.integrity()) {
            case HOLDS -> integrity(Outcome.PASS, "holds");
            case BROKEN -> integrity(Outcome.FAIL, "violated");
            case EARLY -> integrity(Outcome.FAIL, "early");
            case ABSENT -> integrity(Outcome.INDETERMINATE, "absent");
            case UNDECIDED -> integrity(Outcome.INDETERMINATE, "unknown");
        };
    }

    private static RuleResult integrity(Outcome outcome, String reason) {
        return before(INTEGRITY, outcome, reason, "state", List.of());
    }

    static RuleResult signer(Dossier dossier) {
        return dossier.signerTrusted()
                ? before(SIGNER, Outcome.PASS, "holds", "signer.trust", List.of())
                : before(SIGNER, Outcome.WARN, "violated", "signer.trust", List.of());
    }

    /** Whoever is wrong where two statements disagree, nothing is accepted until a person has looked. */
    static RuleResult agreement(Dossier dossier) {
        List<String> places = dossier.disclosure().contradictions().stream()
                .flatMap(found -> Stream.of(found.one(), found.other()))
                .map(AiStatement::where)
                .distinct()
                .limit(MOST_PLACES)
                .toList();
        return places.isEmpty()
                ? before(AGREEMENT, Outcome.PASS, "holds", "ai.contradictions", List.of())
                : before(AGREEMENT, Outcome.WARN, "violated", "ai.contradictions", places);
    }

    private static RuleResult before(String id, Outcome outcome, String reason, String field, List<String> details) {
        return new RuleResult(
                id, outcome, id + "." + reason, details, field, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether AI is in the file, or may be. */
    private boolean hasAi() {
        return dossier.disclosure().involvement() != Involvement.NONE_DECLARED
                || dossier.trail().manifests().stream()
                        .anyMatch(manifest -> !manifest.records().isEmpty());
    }

    private RuleResult ofFile(RuleTable.Rule rule, Finding finding) {
        return result(rule, finding, Optional.empty());
    }

    /** One result for each statement the rule is open for, or a single one when it is open for none. */
    private void ofStatements(RuleTable.Rule rule, List<RuleResult> results) {
        Condition condition = Objects.requireNonNull(conditions().get(rule.id()), rule.id());
        int before = results.size();
        Optional<RuleResult> closed = Optional.empty();
        for (TrailManifest manifest : dossier.trail().manifests()) {
            for (RightsRecord record : manifest.records()) {
                Finding finding = condition.of(new Case(record, manifest, dossier, windows));
                RuleResult result = result(rule, finding, Optional.of(record));
                if (result.outcome().isOpen()) {
                    results.add(result);
                } else if (closed.isEmpty()
                        || result.outcome().compareTo(closed.get().outcome()) > 0) {
                    closed = Optional.of(result);
                }
            }
        }
        if (results.size() == before) {
            results.add(closed.orElseGet(() -> ofFile(rule, Finding.NOT_APPLICABLE)));
        }
    }

    private RuleResult result(RuleTable.Rule rule, Finding finding, Optional<RightsRecord> record) {
        Outcome outcome = switch (finding.kind()) {
            case HOLDS -> Outcome.PASS;
            case VIOLATED -> rule.violation(profile);
            case UNKNOWN -> Outcome.INDETERMINATE;
            case NOT_APPLICABLE -> Outcome.NOT_APPLICABLE;
        };
        List<Evidence> texts =
                record.map(one -> one.rights().terms().evidence()).orElse(List.of());
        Optional<String> proof = finding.evidence()
                .or(() -> texts.stream()
                        .flatMap(text -> text.rawSha256().or(text::textSha256).stream())
                        .findFirst());
        return new RuleResult(
                rule.id(),
                outcome,
                rule.id() + "." + finding.reason(),
                finding.details(),
                rule.field(),
                proof,
                proof.flatMap(sha256 -> source(texts, sha256)),
                record.map(one -> one.rights().tool().name()),
                record.map(RightsRecord::where),
                Optional.empty(),
                false,
                Optional.empty(),
                false);
    }

    private static Optional<RuleResult.Source> source(List<Evidence> texts, String sha256) {
        return texts.stream()
                .filter(text -> text.rawSha256().or(text::textSha256).equals(Optional.of(sha256)))
                .findFirst()
                .flatMap(RuleResult.Source::of);
    }
}
