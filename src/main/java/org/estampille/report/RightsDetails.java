package org.estampille.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.estampille.declaration.Account;
import org.estampille.declaration.ChainLink;
import org.estampille.declaration.Evidence;
import org.estampille.declaration.Noted;
import org.estampille.declaration.OutputRights;
import org.estampille.declaration.OutputRightsCodec;
import org.estampille.declaration.Review;
import org.estampille.declaration.Rights;
import org.estampille.declaration.RightsCondition;
import org.estampille.declaration.Tool;
import org.estampille.disclosure.RightsLine;
import org.estampille.manifest.Claim;
import org.estampille.manifest.Manifest;
import org.estampille.report.PageBlock.Table;

/** On what the rights in the output of one tool stand: contract, texts with their digests and days in force, reviewer. */
final class RightsDetails {

    private static final int SHORT_DIGEST = 12;
    private static final int MOST_LINES = 4;

    private final OutputRights declared;
    private final Words words;
    private final boolean whole;

    private RightsDetails(OutputRights declared, Words words, boolean whole) {
        this.declared = declared;
        this.words = words;
        this.whole = whole;
    }

    /** For a terminal: one line each for account, every text and the reviewer, with short digests. */
    static List<String> lines(RightsLine line, Language language) {
        Words words = Words.ofRights(language);
        RightsDetails details = new RightsDetails(line.declared(), words, false);
        List<List<String>> rows = new ArrayList<>();
        details.account(rows);
        details.evidence(rows);
        details.review(rows);
        return rows.stream()
                .map(row -> words.word("line", row.get(0), row.get(1)))
                .toList();
    }

    /** For pages: a table for each tool, with everything in full. */
    static List<PageBlock> tables(List<RightsLine> lines, Language language) {
        Words words = Words.ofRights(language);
        List<PageBlock> tables = new ArrayList<>();
        for (RightsLine line : Sentences.distinct(lines)) {
            RightsDetails details = new RightsDetails(line.declared(), words, true);
            List<List<String>> rows = new ArrayList<>();
            details.row(rows, "status", words.term("status", line.status()));
            details.tool(rows);
            details.account(rows);
            details.grant(rows);
            details.evidence(rows);
            details.review(rows);
            details.chain(rows);
            String name = line.parent()
                    .map(parent -> words.word("of.parent", line.tool(), parent))
                    .orElse(line.tool());
            tables.add(new Table(
                    words.word("rights.details", name), List.of(words.word("what"), words.word("finding")), rows));
        }
        return tables;
    }

    private void row(List<List<String>> rows, String label, String value) {
        String name = words.word("detail." + label);
        String first = name.substring(0, 1);
        rows.add(List.of(whole ? first.toUpperCase(words.language().locale()) + name.substring(1) : name, value));
    }

    private void row(List<List<String>> rows, String label, List<String> parts, String none) {
        row(rows, label, parts.isEmpty() ? words.word(none) : String.join(words.word("between"), parts));
    }

    private void tool(List<List<String>> rows) {
        Tool tool = declared.tool();
        List<String> parts = new ArrayList<>(List.of(tool.name()));
        tool.vendor().ifPresent(parts::add);
        tool.modelWithVersion().ifPresent(parts::add);
        tool.channel().ifPresent(channel -> parts.add(channel.word()));
        row(rows, "tool", parts, "not.said");
    }

    private void account(List<List<String>> rows) {
        Account account = declared.terms().account();
        List<String> parts = new ArrayList<>();
        add(parts, "plan", account.plan());
        add(
                parts,
                "holder",
                account.holder()
                        .map(holder -> String.join(
                                ", ",
                                Stream.of(holder.type().map(type -> words.term("holder", type.word())), holder.role())
                                        .flatMap(Optional::stream)
                                        .toList())));
        add(parts, "region", account.region());
        add(parts, "licence", account.licenceRef());
        add(parts, "plan.proof", account.planProofSha256().map(this::digest));
        row(rows, "account", parts, "not.said");
    }

    private void add(List<String> parts, String key, Optional<String> value) {
        value.filter(text -> !text.isEmpty()).ifPresent(text -> parts.add(words.word(key, text)));
    }

    private void grant(List<List<String>> rows) {
        Rights rights = declared.terms().rights();
        List<String> parts = new ArrayList<>();
        answer(parts, "exclusive", rights.exclusive());
        answer(parts, "transferable", rights.transferable());
        answer(parts, "sublicensable", rights.sublicensable());
        answer(parts, "revocable", rights.revocable());
        add(parts, "term", rights.term().map(term -> words.term("term", term)));
        add(
                parts,
                "territory",
                Optional.of(rights.territory().stream()
                        .map(place -> words.term("place", place))
                        .collect(Collectors.joining(", "))));
        rights.uses()
                .forEach(use -> parts.add(words.word(
                        "use",
                        words.term("window", use.window().word()),
                        words.term("answer", use.permission().word()))));
        for (RightsCondition condition : rights.conditions()) {
            String type = words.term("type", condition.type().word())
                    + condition.value().map(value -> " " + value).orElse("");
            parts.add(words.word(
                    "condition",
                    type,
                    words.term("answer", condition.satisfied().word())));
        }
        row(rows, "grant", parts, "not.said");
    }

    private void answer(List<String> parts, String key, Noted<Rights.Tri> answer) {
        parts.add(words.word(key, words.term("answer", answer.value().word())));
    }

    /** A terminal shows the first few; pages and JSON show them all. */
    private void evidence(List<List<String>> rows) {
        List<Evidence> all = declared.terms().evidence();
        List<Evidence> shown = whole ? all : all.subList(0, Math.min(MOST_LINES, all.size()));
        shown.forEach(evidence -> row(rows, "evidence", parts(evidence), "evidence.none"));
        if (all.isEmpty()) {
            row(rows, "evidence", words.word("evidence.none"));
        } else if (shown.size() < all.size()) {
            row(rows, "evidence", words.word("evidence.more", all.size() - shown.size()));
        }
    }

    private List<String> parts(Evidence evidence) {
        List<String> parts = new ArrayList<>();
        evidence.title().ifPresent(parts::add);
        evidence.url().ifPresent(parts::add);
        Optional<String> raw = evidence.rawSha256();
        add(parts, "sha256", raw.map(this::digest));
        if (whole || raw.isEmpty()) {
            add(parts, "sha256.text", evidence.textSha256().map(this::digest));
        }
        parts.add(inForce(evidence));
        add(parts, "captured", evidence.retrievedAt().map(moment -> moment.text()));
        add(parts, "clause", evidence.clauseRef());
        parts.add(words.word(evidence.clauseSeen() ? "clause.seen" : "clause.not-seen"));
        add(parts, "grade", evidence.gradeWord());
        if (whole) {
            add(parts, "kept", evidence.archiveRef());
        }
        return parts;
    }

    private String digest(String sha256) {
        return whole || sha256.length() <= SHORT_DIGEST ? sha256 : sha256.substring(0, SHORT_DIGEST) + "\u2026";
    }

    private String inForce(Evidence evidence) {
        Optional<String> from = evidence.effectiveFrom().map(Object::toString);
        Optional<String> to = evidence.effectiveTo().map(Object::toString);
        if (from.isPresent() && to.isPresent()) {
            return words.word("in.force", from.get(), to.get());
        }
        return from.map(day -> words.word("in.force.from", day))
                .or(() -> to.map(day -> words.word("in.force.until", day)))
                .orElseGet(() -> words.word("in.force.unknown"));
    }

    private void review(List<List<String>> rows) {
        Optional<Review> review = declared.terms().review();
        if (review.isEmpty()) {
            row(rows, "review", words.word("nobody"));
            return;
        }
        List<String> parts = new ArrayList<>();
        parts.add(words.term("status", review.get().concluded().word()));
        String who = Stream.of(review.get().by(), review.get().role())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        add(parts, "by", Optional.of(who));
        add(parts, "on", review.get().at().map(moment -> moment.text()));
        parts.add(review.get()
                .recheckBy()
                .map(day -> words.word("recheck", day))
                .orElseGet(() -> words.word("recheck.none")));
        if (review.get().conflictsResolved().equals(Optional.of(false))) {
            parts.add(words.word("conflict"));
        }
        row(rows, "review", parts, "nobody");
    }

    private void chain(List<List<String>> rows) {
        for (ChainLink link : declared.terms().chainOfTitle().orElse(List.of())) {
            List<String> parts = new ArrayList<>();
            parts.add(words.word(
                    "link",
                    words.term("role", link.from()),
                    words.term("role", link.to()),
                    words.term("instrument", link.kind().word())));
            link.reference().ifPresent(parts::add);
            add(parts, "sha256", link.sha256().map(this::digest));
            link.date().ifPresent(day -> parts.add(day.toString()));
            row(rows, "chain", parts, "not.said");
        }
    }

    /** What was said and taken back is something else than what was never said. */
    static boolean isRedacted(VerificationReport report) {
        for (Manifest manifest :
                report.validation().map(found -> found.store().manifests()).orElse(List.of())) {
            for (String reference : manifest.claim().map(Claim::redacted).orElse(List.of())) {
                if (reference.contains("/" + OutputRightsCodec.LABEL)) {
                    return true;
                }
            }
        }
        return false;
    }
}
