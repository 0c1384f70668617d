package org.estampille.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.estampille.bytes.Digest;
import org.estampille.catalogue.CaptureMethod;
import org.estampille.report.JsonFields;
import org.estampille.report.SafeJson;
import org.estampille.terms.CaptureStanding;
import org.estampille.terms.Provision;
import org.estampille.terms.RowEvidence;
import org.estampille.terms.TermsCapture;
import org.estampille.terms.TermsCatalogue;
import org.estampille.terms.TermsEvent;
import org.estampille.terms.TermsRow;
import tools.jackson.core.JsonGenerator;

/** Rows and standings as JSON, one object a line. Absent fields are unknown. */
final class TermsJson {

    private final JsonGenerator json;
    private final JsonFields fields;

    private TermsJson(JsonGenerator json) {
        this.json = json;
        this.fields = new JsonFields(json);
    }

    static String row(TermsRow row, TermsCatalogue catalogue) {
        return SafeJson.object(json -> new TermsJson(json).write(row, catalogue));
    }

    static String standing(CaptureStanding standing) {
        return SafeJson.object(json -> new TermsJson(json).write(standing));
    }

    private void text(String name, String value) {
        fields.text(name, value);
    }

    private void text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
    }

    private void day(String name, Optional<LocalDate> day) {
        text(name, day.map(LocalDate::toString));
    }

    private void digest(String name, Optional<Digest> digest) {
        text(name, digest.map(value -> value.value().hex()));
    }

    private void provision(String name, Provision provision) {
        json.writeObjectPropertyStart(name);
        text("value", provision.answer().word());
        text("note", provision.note());
        json.writeEndObject();
    }

    private void write(TermsRow row, TermsCatalogue catalogue) {
        text("id", row.id());
        text("vendor", row.vendor());
        text("party", row.party());
        text("tool", row.tool());
        fields.texts("models", row.models());
        text("modelVersion", row.modelVersion());
        text("plan", row.plan());
        text("region", row.region());
        text("channel", row.channel());
        fields.texts("media", row.media());
        day("effectiveFrom", row.window().from());
        day("effectiveTo", row.window().to());
        text("status", row.rights().status().word());
        text("statusFr", row.rights().status().statusFr());
        text("mechanism", row.rights().mechanism().word());
        rights(row);
        evidence(row.evidence());
        json.writeBooleanProperty("conflictsResolved", row.conflictsResolved());
        json.writeBooleanProperty("gateUsable", row.gateUsable());
        fields.texts("replaces", row.replaces());
        text("replacedBy", catalogue.replacedBy(row.id()));
        fields.texts("notes", row.notes());
        json.writeArrayPropertyStart("history");
        row.history().forEach(this::event);
        json.writeEndArray();
    }

    private void rights(TermsRow row) {
        provision("exclusive", row.rights().exclusive());
        provision("transferable", row.rights().transferable());
        provision("sublicensable", row.rights().sublicensable());
        provision("revocable", row.rights().revocable());
        text("term", row.rights().term());
        text("territory", row.rights().territory());
        json.writeObjectPropertyStart("uses");
        row.rights().uses().forEach((way, provision) -> provision(way.word(), provision));
        json.writeEndObject();
        fields.texts("conditions", row.rights().conditions());
        json.writeObjectPropertyStart("vendorSide");
        provision("licenceBack", row.vendorSide().licenceBack());
        provision("trainsOnInputs", row.vendorSide().trainsOnInputs());
        provision("trainsOnOutputs", row.vendorSide().trainsOnOutputs());
        provision("indemnity", row.vendorSide().indemnity());
        provision("warrantyOfTitle", row.vendorSide().warrantyOfTitle());
        json.writeEndObject();
    }

    private void evidence(RowEvidence evidence) {
        json.writeObjectPropertyStart("evidence");
        text("grade", evidence.grade().word());
        text("confidence", evidence.confidence());
        json.writeBooleanProperty("clauseSeen", evidence.clauseSeen());
        text("clauseRef", evidence.clauseRef());
        text("kind", evidence.kind());
        text("method", evidence.method().map(CaptureMethod::word));
        text("title", evidence.title());
        text("url", evidence.url());
        day("retrievedAt", evidence.retrievedAt());
        text("archiveRef", evidence.archiveRef());
        digest("textSha256", evidence.textSha256());
        digest("rawSha256", evidence.rawSha256());
        fields.texts(
                "sources",
                evidence.sources().stream().map(RowEvidence.Source::place).toList());
        json.writeEndObject();
    }

    private void event(TermsEvent event) {
        json.writeStartObject();
        text("recordedAt", event.recordedAt().toString());
        day("effectiveFrom", event.effectiveFrom());
        text("from", event.from());
        text("to", event.to());
        text("what", event.what());
        json.writeBooleanProperty("changesStatus", event.changesStatus());
        text("archiveRef", event.archiveRef());
        digest("textSha256", event.textSha256());
        json.writeEndObject();
    }

    private void write(CaptureStanding standing) {
        TermsCapture capture = standing.capture();
        text("capture", capture.id());
        text("state", standing.state().wireName());
        text("reason", TermsWords.reason(standing));
        text("whatToDo", TermsWords.remedy(standing));
        text("tool", capture.subject().tool());
        text("plan", capture.subject().plan());
        day("effectiveFrom", capture.subject().window().from());
        day("effectiveTo", capture.subject().window().to());
        text("retrievedAt", capture.retrievedAt().toString());
        text("recheckBy", capture.recheckBy().toString());
        text("rawSha256", capture.rawSha256().value().hex());
        digest("textSha256", capture.textSha256());
        text("archiveRef", capture.archiveRef());
        json.writeBooleanProperty("clauseSeen", capture.subject().clauseSeen());
        text("newer", standing.newer());
    }
}
