package org.estampille.report;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.policy.Outcome;
import org.estampille.policy.RuleResult;
import org.estampille.policy.Verdict;

/**
 * One file in the EBU's data model of quality control (namespace of January 2026). The catalogue of the EBU has no items on
 * provenance: those here are proposals, each defined in the document that uses it.
 */
public final class EbuQcReport {

    private static final String NAMESPACE = "tag:qc.ebu.ch,2026-01";
    private static final String VERSION = "1.0";

    private final String product;
    private final PolicySentences words;
    private final Words page;

    /** @param product version of this program */
    public EbuQcReport(String product, Language language) {
        this.product = product;
        this.words = new PolicySentences(language, ContentDisclosure.nothing());
        this.page = Words.ofPages(language);
    }

    /** An item with its result. */
    private record Item(String id, String name, String instance, Outcome outcome, String text) {}

    /** The report on one file. */
    public String document(VerificationReport report) {
        Map<String, Item> items = items(report);
        StringBuilder out = new StringBuilder(8_192);
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Report xmlns=\"")
                .append(NAMESPACE)
                .append("\">\n");
        element(out, "ReportId", id(report, "report"));
        out.append("<ReportCreator>");
        element(out, "Name", "Estampille");
        out.append("</ReportCreator>\n");
        boolean failed = report.state() == VerificationReport.State.ERROR
                && report.validation().isEmpty();
        element(out, "ExecutionStatus", failed ? "error" : "complete");
        report.problem()
                .ifPresent(problem -> element(
                        out,
                        "ErrorDescription",
                        page.word("problem." + problem.kind().name())));
        boolean passed = items.values().stream().allMatch(item -> passes(item.outcome()));
        element(out, "CheckResult", Boolean.toString(passed));
        content(out, report);
        element(out, "LastModifiedDateTime", report.at().toString());
        tool(out);
        profile(out, report, items);
        results(out, items);
        return out.append("</Report>\n").toString();
    }

    private Map<String, Item> items(VerificationReport report) {
        Map<String, Item> items = new LinkedHashMap<>();
        Outcome integrity = switch (report.state()) {
            case TRUSTED, VALID -> Outcome.PASS;
            case INVALID -> Outcome.FAIL;
            case ABSENT, ERROR -> Outcome.INDETERMINATE;
        };
        add(
                items,
                report,
                "INTEGRITY",
                page.word("row.integrity"),
                integrity,
                page.word("state." + report.state().label()));
        PolicySentences own = words.about(report.disclosure());
        for (Verdict verdict : report.verdicts()) {
            for (RuleResult rule : verdict.rules()) {
                if (rule.outcome() != Outcome.NOT_APPLICABLE) {
                    String id = verdict.profile() + "-" + rule.id();
                    add(items, report, id, rule.id(), rule.outcome(), text(rule, own));
                }
            }
        }
        return items;
    }

    private String text(RuleResult rule, PolicySentences own) {
        return words.outcome(rule.outcome())
                + words.word("colon")
                + own.reason(rule)
                + words.waiver(rule).map(text -> ". " + text).orElse("");
    }

    /** Rules that are open for several statements have several results; each has its own instance. */
    private static void add(
            Map<String, Item> items,
            VerificationReport report,
            String rule,
            String name,
            Outcome outcome,
            String text) {
        String id = "ESTAMPILLE-" + rule.replaceAll("[^0-9a-zA-Z-]", "-");
        String key = id + " " + items.size();
        items.put(key, new Item(id, name, id(report, key), outcome, text));
    }

    private static boolean passes(Outcome outcome) {
        return outcome.compareTo(Outcome.WARN) <= 0;
    }

    private static String id(VerificationReport report, String part) {
        String seed = report.path() + " " + report.bytes() + " " + report.at() + " " + part;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }

    private static void content(StringBuilder out, VerificationReport report) {
        out.append("<ContentId><ContentIdentifier>");
        element(out, "ID", report.path());
        out.append("</ContentIdentifier></ContentId>\n");
    }

    private void tool(StringBuilder out) {
        out.append("<ToolInformation>");
        element(out, "ToolID", "urn:estampille:verify");
        element(out, "ToolName", "Estampille");
        element(out, "Version", product);
        out.append("</ToolInformation>\n");
    }

    private void profile(StringBuilder out, VerificationReport report, Map<String, Item> items) {
        out.append("<Profile>");
        element(out, "ID", id(report, "profile"));
        String names = String.join(
                ", ", report.verdicts().stream().map(Verdict::profile).toList());
        element(out, "Name", names.isEmpty() ? "integrity" : names);
        content(out, report);
        element(out, "CheckResultRule", "AND");
        out.append("<Scopes/><Items>\n");
        for (Item item : items.values()) {
            out.append("<Item>");
            head(out, item);
            out.append("<Scopes/><Inputs/></Item>\n");
        }
        out.append("</Items><ItemDefinitions>\n");
        Map<String, Item> defined = new LinkedHashMap<>();
        items.values().forEach(item -> defined.putIfAbsent(item.id(), item));
        defined.values().forEach(item -> definition(out, item));
        out.append("</ItemDefinitions></Profile>\n");
    }

    private static void head(StringBuilder out, Item item) {
        element(out, "EBUQCID", item.id());
        element(out, "EBUQCName", item.name());
        element(out, "EBUQCVersion", VERSION);
        element(out, "InstanceId", item.instance());
    }

    private static void definition(StringBuilder out, Item item) {
        out.append("<ItemDefinition>");
        element(out, "EBUQCID", item.id());
        element(out, "EBUQCName", item.name());
        element(out, "EBUQCVersion", VERSION);
        element(out, "Status", "proposed");
        element(out, "UsableAs", "check");
        element(out, "Definition", item.name());
        element(out, "Layer", "wrapper");
        element(out, "Category", "provenance");
        element(out, "EssenceType", "metadata");
        out.append("<Inputs/><Outputs/></ItemDefinition>\n");
    }

    private static void results(StringBuilder out, Map<String, Item> items) {
        out.append("<ItemResults>\n");
        for (Item item : items.values()) {
            out.append("<ItemResult>");
            head(out, item);
            element(out, "AnalysisMethodUsed", "automatic");
            element(out, "ExecutionStatus", "complete");
            element(out, "CheckResult", Boolean.toString(passes(item.outcome())));
            element(out, "ResultDescription", item.text());
            out.append("<Outputs/></ItemResult>\n");
        }
        out.append("</ItemResults>\n");
    }

    private static void element(StringBuilder out, String name, String text) {
        out.append('<')
                .append(name)
                .append('>')
                .append(Markup.text(text))
                .append("</")
                .append(name)
                .append('>');
    }
}
