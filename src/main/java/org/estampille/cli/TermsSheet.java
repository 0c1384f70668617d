package org.estampille.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.catalogue.RightsMechanism;
import org.estampille.report.SafeText;
import org.estampille.terms.Exploitation;
import org.estampille.terms.OutputGrant;
import org.estampille.terms.Provision;
import org.estampille.terms.RowEvidence;
import org.estampille.terms.TermsCatalogue;
import org.estampille.terms.TermsEvent;
import org.estampille.terms.TermsRow;
import org.estampille.terms.VendorSide;

/** One row of the catalogue on a page of a terminal. */
final class TermsSheet {

    private static final Set<Exploitation> ASKED_FOR = EnumSet.of(
            Exploitation.COMMERCIAL, Exploitation.THEATRICAL, Exploitation.BROADCAST, Exploitation.ADVERTISING);

    private final List<String> lines = new ArrayList<>();

    private final List<String> unknown = new ArrayList<>();

    private TermsSheet() {}

    static List<String> of(TermsRow row, TermsCatalogue catalogue, LocalDate day, boolean history) {
        TermsSheet sheet = new TermsSheet();
        sheet.lines.add(SafeText.line(row.tool() + ": " + row.plan()));
        sheet.add("row", row.id());
        sheet.add(
                "vendor",
                row.vendor() + row.party().map(party -> " (" + party + ")").orElse(""));
        sheet.add("models", String.join(", ", row.models()));
        sheet.add("region", row.region().orElse(""));
        sheet.status(row, day);
        sheet.rights(row.rights());
        sheet.vendorSide(row.vendorSide());
        sheet.add("unknown", String.join(", ", sheet.unknown));
        sheet.evidence(row);
        row.notes().forEach(note -> sheet.add("note", note));
        catalogue.replacedBy(row.id()).ifPresent(id -> sheet.add("replaced by", id));
        sheet.older(row, catalogue);
        if (history) {
            sheet.history(row);
        } else if (!row.history().isEmpty()) {
            sheet.add("history", row.history().size() + " dated texts; see them with --history");
        }
        return sheet.lines;
    }

    private void add(String name, String text) {
        if (!text.isBlank()) {
            lines.add(SafeText.line(String.format("  %-16s %s", name, text)));
        }
    }

    private void status(TermsRow row, LocalDate day) {
        RightsMechanism mechanism = row.rights().mechanism();
        add(
                "status",
                row.rights().status().word() + " (" + row.rights().status().statusFr() + ")"
                        + (mechanism == RightsMechanism.NOT_SEEN ? "" : ", by " + mechanism.word()));
        add(
                "in force",
                row.window().from().map(from -> "from " + from).orElse("from a day that is not known")
                        + row.window().to().map(to -> " to " + to).orElse(""));
        if (!row.window().contains(day)) {
            add("on " + day, then(row, day));
        }
    }

    private static String then(TermsRow row, LocalDate day) {
        Optional<TermsEvent> event = row.eventAt(day);
        return event.map(text ->
                        text.to() + ", by the text of " + text.since() + " (recorded " + text.recordedAt() + ")")
                .orElse("unknown: these terms were not in force, and no earlier text is recorded");
    }

    private void rights(OutputGrant rights) {
        provision("exclusive", rights.exclusive());
        provision("transferable", rights.transferable());
        provision("sublicensable", rights.sublicensable());
        provision("revocable", rights.revocable());
        fact("term", rights.term());
        fact("territory", rights.territory().map(place -> place.equals("001") ? "worldwide" : place));
        for (Exploitation way : Exploitation.values()) {
            if (ASKED_FOR.contains(way) || !rights.use(way).isSilent()) {
                provision(way.word(), rights.use(way));
            }
        }
        rights.conditions().forEach(condition -> add("condition", condition));
    }

    private void fact(String name, Optional<String> text) {
        text.ifPresentOrElse(present -> add(name, present), () -> unknown.add(name));
    }

    private void provision(String name, Provision provision) {
        if (provision.isSilent()) {
            unknown.add(name);
        } else {
            add(
                    name,
                    provision.answer().word()
                            + provision.note().map(note -> ": " + note).orElse(""));
        }
    }

    private void vendorSide(VendorSide vendor) {
        provision("licence back", vendor.licenceBack());
        provision("trains on input", vendor.trainsOnInputs());
        provision("trains on output", vendor.trainsOnOutputs());
        provision("indemnity", vendor.indemnity());
        provision("warranty", vendor.warrantyOfTitle());
    }

    private void evidence(TermsRow row) {
        RowEvidence evidence = row.evidence();
        add(
                "evidence",
                evidence.grade().word()
                        + evidence.confidence()
                                .map(how -> ", confidence " + how)
                                .orElse("")
                        + (evidence.clauseSeen() ? ", clause seen" : ", clause NOT seen"));
        add("clause", evidence.clauseRef().orElse(""));
        add("document", evidence.title().orElse(""));
        add("address", evidence.url().orElse(""));
        add("archive", evidence.archiveRef().orElse(""));
        add("recorded", evidence.retrievedAt().map(LocalDate::toString).orElse(""));
        add(
                "text SHA-256",
                evidence.textSha256().map(digest -> digest.value().hex()).orElse(""));
        evidence.sources()
                .forEach(source -> add(
                        "source",
                        source.place()
                                + source.kind().map(kind -> ", " + kind).orElse("")
                                + source.date().map(date -> ", " + date).orElse("")));
        add(
                "gate",
                row.gateUsable()
                        ? "can be evidence once the text is captured, re-checked and reviewed"
                        : "cannot pass a gate by itself: " + TermsWords.weakness(row));
    }

    private void older(TermsRow row, TermsCatalogue catalogue) {
        for (TermsRow old : catalogue.replacedBy(row)) {
            add(
                    "replaces",
                    old.id() + ": " + old.rights().status().word() + ", evidence "
                            + old.evidence().grade().word());
        }
    }

    private void history(TermsRow row) {
        if (row.history().isEmpty()) {
            add("history", "no dated texts are recorded");
            return;
        }
        lines.add("  history          (day in force or recorded, status, what changed)");
        for (TermsEvent event : row.history()) {
            String mark = event.from().isEmpty() ? "first " : event.changesStatus() ? "STATUS" : "text  ";
            lines.add(SafeText.line("    " + event.since() + "  " + mark + "  " + event.to()));
            lines.add(SafeText.line("                        " + event.what()));
            lines.add(SafeText.line("                        recorded " + event.recordedAt()
                    + event.textSha256()
                            .map(digest -> ", SHA-256 " + digest.value().hex())
                            .orElse("")));
        }
    }
}
