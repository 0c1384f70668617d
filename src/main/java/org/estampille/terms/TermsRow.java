package org.estampille.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.catalogue.RightsMechanism;
import org.estampille.catalogue.RightsStatus;

/**
 * What one text of a tool's terms gives, for one plan, region and channel, from a day on.
 *
 * @param id names the row
 * @param vendor who offers the tool
 * @param party the contracting company, where it has another name
 * @param tool as people call it
 * @param models the row is about; empty for all
 * @param modelVersion the row is about; absent for all
 * @param plan subscription or agreement
 * @param region whose terms these are
 * @param channel web, app, api, self-hosted, aggregator
 * @param media what the tool makes
 * @param window days in force
 * @param replaces ids of rows that this one makes obsolete
 * @param rights in the output
 * @param vendorSide what the vendor keeps
 * @param evidence what the row stands on
 * @param conflictsResolved false where sources contradict each other
 * @param notes for people
 * @param history dated texts, the oldest first
 */
public record TermsRow(
        String id,
        String vendor,
        Optional<String> party,
        String tool,
        List<String> models,
        Optional<String> modelVersion,
        String plan,
        Optional<String> region,
        Optional<String> channel,
        List<String> media,
        EffectiveWindow window,
        List<String> replaces,
        OutputGrant rights,
        VendorSide vendorSide,
        RowEvidence evidence,
        boolean conflictsResolved,
        List<String> notes,
        List<TermsEvent> history) {

    private static final List<String> CHANNELS = List.of("web", "app", "api", "self-hosted", "aggregator");

    public TermsRow {
        models = List.copyOf(models);
        media = List.copyOf(media);
        replaces = List.copyOf(replaces);
        notes = List.copyOf(notes);
        history = List.copyOf(history);
    }

    /** Two rows with the same key speak of the same offer; the later window replaces the earlier. */
    public Key key() {
        return new Key(
                folded(vendor),
                folded(tool),
                String.join("|", models) + modelVersion.map(v -> " " + v).orElse(""),
                folded(plan),
                folded(region.orElse("")),
                folded(channel.orElse("")));
    }

    /** What a row is about, without its dates. */
    public record Key(String vendor, String tool, String model, String plan, String region, String channel) {}

    /**
     * Whether the row may stand as evidence in a gate: the clause was read first-hand in a text whose digest is recorded, it
     * says who holds the rights, and no contradiction is open. Even then a capture at hand, a re-check and a reviewer are wanted.
     */
    public boolean gateUsable() {
        boolean recorded =
                evidence.textSha256().isPresent() || evidence.rawSha256().isPresent();
        return evidence.grade() == EvidenceGrade.FIRST_HAND
                && rights.status() != RightsStatus.UNKNOWN
                && evidence.clauseSeen()
                && recorded
                && conflictsResolved;
    }

    /** The last dated text that counted on {@code day}. */
    public Optional<TermsEvent> eventAt(LocalDate day) {
        Optional<TermsEvent> found = Optional.empty();
        for (TermsEvent event : history) {
            if (!event.since().isAfter(day)) {
                found = Optional.of(event);
            }
        }
        return found;
    }

    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    static TermsRow read(TermsFields fields) {
        TermsRow row = new TermsRow(
                fields.requiredName("id"),
                fields.requiredText("vendor"),
                fields.text("party"),
                fields.requiredText("tool"),
                fields.texts("models"),
                fields.text("modelVersion"),
                fields.requiredText("plan"),
                fields.text("region"),
                fields.choice("channel", CHANNELS),
                fields.texts("media"),
                window(fields),
                fields.texts("replaces"),
                fields.requiredGroup("rights", OutputGrant::read).orElseGet(OutputGrant::unknown),
                fields.group("vendorSide", VendorSide::read).orElse(VendorSide.UNKNOWN),
                fields.requiredGroup("evidence", RowEvidence::read).orElseGet(RowEvidence::none),
                fields.truth("conflictsResolved").orElse(true),
                fields.texts("notes"),
                fields.groups("history", TermsEvent::read));
        row.check(fields);
        return row;
    }

    static EffectiveWindow window(TermsFields fields) {
        EffectiveWindow window = new EffectiveWindow(fields.day("effectiveFrom"), fields.day("effectiveTo"));
        if (window.from().isPresent()
                && window.to().isPresent()
                && window.to().get().isBefore(window.from().get())) {
            fields.problem("effectiveTo", "is before effectiveFrom");
        }
        return window;
    }

    /** A claim must not be stronger than what it stands on. */
    private void check(TermsFields fields) {
        if (evidence.grade() == EvidenceGrade.FIRST_HAND && !evidence.clauseSeen()) {
            fields.problem("evidence", "has grade first-hand, but clauseSeen is not true");
        }
        if (evidence.grade() == EvidenceGrade.FIRST_HAND
                && evidence.textSha256().isEmpty()
                && evidence.rawSha256().isEmpty()) {
            fields.problem("evidence", "has grade first-hand, but neither textSha256 nor rawSha256");
        }
        if (evidence.grade() == EvidenceGrade.FIRST_HAND && evidence.kind().equals(Optional.of("third-party"))) {
            fields.problem("evidence", "has grade first-hand, but a third party speaks in it (kind third-party)");
        }
        checkRights(fields);
        for (int i = 1; i < history.size(); i++) {
            if (history.get(i).recordedAt().isBefore(history.get(i - 1).recordedAt())) {
                fields.problem("history", "is not in the order of recordedAt");
                return;
            }
        }
    }

    /** Two answers of one row must not exclude each other. */
    private void checkRights(TermsFields fields) {
        boolean unread = rights.mechanism() == RightsMechanism.NOT_SEEN && !evidence.clauseSeen();
        if (!unread && !rights.mechanism().carries(rights.status())) {
            fields.problem(
                    "rights",
                    "contradicts itself: a clause of the kind "
                            + rights.mechanism().word() + " does not give the status "
                            + rights.status().word());
        }
        if (rights.use(Exploitation.COMMERCIAL).answer() == Provision.Answer.NO) {
            for (Exploitation way : rights.uses().keySet()) {
                if (way != Exploitation.FESTIVAL && rights.use(way).answer() == Provision.Answer.YES) {
                    fields.problem("rights", "contradicts itself: commercial is no, but " + way.word() + " is yes");
                }
            }
        }
    }
}
