package org.estampille.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.estampille.jumbf.JumbfUri;
import org.estampille.manifest.RecordedStatus;
import org.estampille.validate.Finding;
import org.estampille.validate.IngredientResult;
import org.estampille.validate.StatusCode;
import org.estampille.validate.ValidatedManifest;

/**
 * Status codes in crJSON (crJSON 2.5 clause 3.8): all findings of each manifest, and for each ingredient with a manifest those
 * that its assertion did not record.
 *
 * @param cbor writes content
 * @param at the time the findings are for
 */
record CrJsonResults(CborJson cbor, Instant at) {

    /** The version of the standard {@code validate} follows. */
    private static final String SPECIFICATION = "2.5.0";

    private static final String LINKED_RESOURCE = "assertion.linkedResourceIntegrity.";

    /** Writes {@code validationResults}. */
    void write(List<Finding> findings) {
        cbor.json().writeObjectPropertyStart("validationResults");
        groups(findings);
        cbor.text("specVersion", SPECIFICATION);
        cbor.text("validationTime", at.toString());
        cbor.json().writeEndObject();
    }

    /** Writes {@code ingredientDeltas}: what is new about the manifests of these ingredients. Nothing when there are none. */
    void deltas(List<IngredientResult> ingredients) {
        if (ingredients.isEmpty()) {
            return;
        }
        cbor.json().writeArrayPropertyStart("ingredientDeltas");
        for (IngredientResult ingredient : ingredients) {
            cbor.json().writeStartObject();
            cbor.text("ingredientAssertionURI", ingredient.url());
            cbor.json().writeObjectPropertyStart("validationDeltas");
            groups(
                    ingredient.manifest().isEmpty()
                            ? List.of()
                            : unrecorded(
                                    ingredient.manifest().get(),
                                    ingredient.ingredient().recorded()));
            cbor.json().writeEndObject();
            cbor.json().writeEndObject();
        }
        cbor.json().writeEndArray();
    }

    private static List<Finding> unrecorded(ValidatedManifest manifest, List<RecordedStatus> recorded) {
        String label = manifest.manifest().label();
        Set<Entry> known = new HashSet<>();
        for (RecordedStatus status : recorded) {
            known.add(new Entry(status.code(), place(status, label)));
        }
        List<Finding> fresh = new ArrayList<>();
        for (Finding finding : manifest.findings()) {
            String code = finding.code().code();
            if (!known.contains(new Entry(code, finding.url())) && !known.contains(new Entry(code, ""))) {
                fresh.add(finding);
            }
        }
        return fresh;
    }

    /** One status, as two of them are compared. */
    private record Entry(String code, String url) {}

    /** The absolute reference; empty text where the status names no box of the store and so is about the whole manifest. */
    private static String place(RecordedStatus status, String label) {
        return status.url()
                .flatMap(JumbfUri::parse)
                .map(uri -> uri.resolveIn(label).toString())
                .orElse("");
    }

    private void groups(List<Finding> findings) {
        group("success", StatusCode.Kind.SUCCESS, findings);
        group("informational", StatusCode.Kind.INFORMATIONAL, findings);
        group("failure", StatusCode.Kind.FAILURE, findings);
    }

    private void group(String name, StatusCode.Kind kind, List<Finding> findings) {
        cbor.json().writeArrayPropertyStart(name);
        for (Finding finding : findings) {
            if (finding.code().kind() == kind) {
                cbor.json().writeStartObject();
                cbor.text("code", finding.code().code());
                if (!finding.url().isEmpty()) {
                    boolean resource = finding.code().code().startsWith(LINKED_RESOURCE)
                            && !finding.url().startsWith("self#");
                    cbor.text(resource ? "resourceUrl" : "url", finding.url());
                }
                if (!finding.explanation().isEmpty()) {
                    cbor.text("explanation", finding.explanation());
                }
                cbor.json().writeEndObject();
            }
        }
        cbor.json().writeEndArray();
    }
}
