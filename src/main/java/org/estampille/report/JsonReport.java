package org.estampille.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.declaration.OutputRightsCodec;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.Contradiction;
import org.estampille.disclosure.Descent;
import org.estampille.disclosure.RightsLine;
import org.estampille.disclosure.SignedDeclaration;
import org.estampille.manifest.Claim;
import org.estampille.revocation.Revocation;
import org.estampille.trust.TrustList;
import org.estampille.validate.Finding;
import org.estampille.validate.IngredientResult;
import org.estampille.validate.Signer;
import org.estampille.validate.SigningTime;
import org.estampille.validate.StatusCode;
import org.estampille.validate.TrustBasis;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.ValidationResult;
import tools.jackson.core.JsonGenerator;

/**
 * One JSON object a line and asset ({@code specs/report.schema.json}), as {@link SafeJson} writes it.
 */
public final class JsonReport {

    private final Language language;
    private final Sentences sentences;

    /** Reports in English. */
    public JsonReport() {
        this(Language.ENGLISH);
    }

    /** Reports whose sentences are in {@code language}; names and codes are the same in all. */
    public JsonReport(Language language) {
        this.language = language;
        this.sentences = Sentences.in(language);
    }

    /** The report as one line, without the line end. */
    public String line(VerificationReport report) {
        return SafeJson.object(json -> new Lines(json, new JsonFields(json), language, sentences).report(report));
    }

    /** Writes the parts of one report. */
    private record Lines(JsonGenerator json, JsonFields fields, Language language, Sentences sentences) {

        void report(VerificationReport report) {
            fields.text("path", report.path());
            fields.optional("format", report.format());
            json.writeNumberProperty("bytes", report.bytes());
            fields.text("state", report.state().label());
            manifest(report);
            Optional<ValidationResult> validation = report.validation();
            status("status", validation.isPresent() ? validation.get().active().findings() : report.storeFindings());
            ingredients(validation);
            signer(validation.flatMap(result -> result.active().signer()));
            time(validation.map(ValidationResult::active));
            ai(report);
            rights(report.disclosure().rights());
            declaration(validation.flatMap(SignedDeclaration::of));
            new IdentityLines(json).write(report.identities());
            report.marks().ifPresent(marks -> MarkReport.write(json, marks, sentences.words()));
            report.descent().ifPresent(this::descent);
            new PolicyLines(json, language).write(report.verdicts());
            report.stream().ifPresent(stream -> new StreamLines(sentences.words()).write(json, stream));
            json.writeBooleanProperty("review", report.asksForReview());
            fields.text("validatedAt", report.at().toString());
            fields.optional(
                    "error",
                    report.problem().map(problem -> new IntegritySentences(sentences.words()).problem(problem)));
        }

        private void ingredients(Optional<ValidationResult> validation) {
            json.writeArrayPropertyStart("ingredients");
            if (validation.isPresent()) {
                for (IngredientResult ingredient : validation.get().ingredients()) {
                    ingredient(ingredient);
                }
            }
            json.writeEndArray();
        }

        private void manifest(VerificationReport report) {
            json.writeObjectPropertyStart("manifest");
            fields.text("source", report.source().label());
            Optional<ValidationResult> validation = report.validation();
            Optional<Claim> claim =
                    validation.flatMap(result -> result.active().manifest().claim());
            fields.optional(
                    "active",
                    validation.map(result -> result.active().manifest().label()));
            json.writeNumberProperty(
                    "count",
                    validation.isPresent()
                            ? validation.get().store().manifests().size()
                            : 0);
            if (claim.isPresent()) {
                json.writeNumberProperty("claimVersion", claim.get().version());
            } else {
                json.writeNullProperty("claimVersion");
            }
            fields.optional("generator", claim.flatMap(Sentences::generator));
            fields.optional("title", claim.flatMap(Claim::title));
            fields.optional("asset", report.sidecarOf());
            json.writeEndObject();
        }

        private void status(String name, List<Finding> findings) {
            json.writeObjectPropertyStart(name);
            findings("success", StatusCode.Kind.SUCCESS, findings);
            findings("informational", StatusCode.Kind.INFORMATIONAL, findings);
            findings("failure", StatusCode.Kind.FAILURE, findings);
            json.writeEndObject();
        }

        private void findings(String name, StatusCode.Kind kind, List<Finding> findings) {
            json.writeArrayPropertyStart(name);
            for (Finding finding : findings) {
                if (finding.code().kind() == kind) {
                    json.writeStartObject();
                    fields.text("code", finding.code().code());
                    fields.text("url", finding.url());
                    fields.text("explanation", finding.explanation());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
        }

        private void ingredient(IngredientResult result) {
            json.writeStartObject();
            fields.text("url", result.url());
            fields.optional("title", result.ingredient().title());
            fields.optional("relationship", result.ingredient().relationship());
            fields.optional(
                    "manifest",
                    result.manifest().map(validated -> validated.manifest().label()));
            status("status", result.manifest().map(ValidatedManifest::findings).orElse(List.of()));
            json.writeArrayPropertyStart("unrecordedFailures");
            for (Finding finding : result.unrecorded()) {
                json.writeString(finding.code().code());
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void signer(Optional<Signer> signer) {
            if (signer.isEmpty()) {
                json.writeNullProperty("signer");
                return;
            }
            json.writeObjectPropertyStart("signer");
            fields.text("name", Names.subject(signer.get()));
            fields.text("issuer", Names.issuer(signer.get()));
            fields.text("alg", signer.get().algorithmName());
            fields.text("trust", Sentences.standing(signer.get().standing()));
            trustList("trustList", signer.map(Signer::basis));
            fields.text("trustBasis", sentences.trustBasis(signer.get()));
            revocation(signer.get().revocation());
            json.writeEndObject();
        }

        private void revocation(Revocation revocation) {
            json.writeObjectPropertyStart("revocation");
            fields.text("status", Sentences.label(revocation.status()));
            fields.optional("source", revocation.source().map(Sentences::label));
            fields.optional("asOf", revocation.asOf().map(Object::toString));
            fields.text("explanation", revocation.explanation());
            json.writeEndObject();
        }

        private void trustList(String name, Optional<TrustBasis> basis) {
            if (basis.isPresent() && basis.get() instanceof TrustBasis.List by) {
                json.writeObjectPropertyStart(name);
                fields.text("name", by.list().name());
                fields.text("purpose", by.list().kind().label());
                fields.text("imported", by.list().imported().toString());
                fields.text("source", by.list().source());
                fields.text("sha256", by.list().sha256());
                Optional<TrustList.Issue> issue = by.list().issue();
                fields.optional("issued", issue.map(TrustList.Issue::issued).map(Object::toString));
                json.writeEndObject();
            } else {
                json.writeNullProperty(name);
            }
        }

        private void time(Optional<ValidatedManifest> active) {
            json.writeObjectPropertyStart("time");
            Optional<SigningTime> time = active.map(ValidatedManifest::time);
            fields.optional("stampedAt", time.flatMap(SigningTime::stampedAt).map(Object::toString));
            fields.optional("authority", time.flatMap(SigningTime::authority));
            boolean stamped = time.isPresent() && time.get().stampedAt().isPresent();
            fields.text("trust", !stamped ? "none" : time.get().trusted() ? "trusted" : "untrusted");
            trustList("list", time.map(SigningTime::basis));
            json.writeEndObject();
        }

        private void ai(VerificationReport report) {
            json.writeObjectPropertyStart("ai");
            fields.text("involvement", report.disclosure().involvement().label());
            DerivationLines.write(json, report.disclosure().derivation());
            json.writeArrayPropertyStart("statements");
            for (AiStatement statement : report.disclosure().statements()) {
                json.writeStartObject();
                fields.text("where", statement.where());
                fields.text("value", statement.value());
                fields.text("involvement", statement.involvement().label());
                fields.text("strength", statement.strength().label());
                fields.optional("tool", statement.tool());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("contradictions");
            for (Contradiction contradiction : report.disclosure().contradictions()) {
                json.writeStartObject();
                json.writeArrayPropertyStart("where");
                json.writeString(SafeText.wellFormed(contradiction.one().where()));
                json.writeString(SafeText.wellFormed(contradiction.other().where()));
                json.writeEndArray();
                fields.text("explanation", sentences.contradiction(contradiction));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void descent(Descent descent) {
            json.writeObjectPropertyStart("descent");
            fields.text("from", descent.ancestor());
            fields.text("link", descent.link().label());
            json.writeNumberProperty("steps", descent.steps());
            json.writeBooleanProperty("relinked", descent.relinked());
            fields.text("explanation", sentences.descent(descent));
            json.writeEndObject();
        }

        private void rights(List<RightsLine> lines) {
            json.writeArrayPropertyStart("rights");
            for (RightsLine line : lines) {
                json.writeStartObject();
                fields.text("where", line.where());
                fields.text("tool", line.tool());
                fields.text("status", line.status());
                fields.optional("concluded", line.concluded());
                fields.text("state", line.state());
                json.writeObjectPropertyStart("uses");
                for (Map.Entry<String, String> use : line.uses().entrySet()) {
                    fields.text(use.getKey(), use.getValue());
                }
                json.writeEndObject();
                fields.text("strength", line.strength().label());
                fields.optional("parent", line.parent());
                new CborJson(json).property("terms", OutputRightsCodec.encode(line.declared()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        /** The whole declaration as it was signed, so that nothing of it is lost on the way to another program. */
        private void declaration(Optional<SignedDeclaration> signed) {
            if (signed.isEmpty()) {
                json.writeNullProperty("declaration");
                return;
            }
            json.writeObjectPropertyStart("declaration");
            fields.text("where", signed.get().where());
            fields.text("strength", signed.get().strength().label());
            new CborJson(json).property("content", signed.get().content());
            json.writeEndObject();
        }
    }
}
