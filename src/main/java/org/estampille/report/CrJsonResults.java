package org.estampille.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.cawg.CawgFinding;
import org.estampille.cawg.IdentityResult;
import org.estampille.jumbf.JumbfUri;
import org.estampille.manifest.RecordedStatus;
import org.estampille.validate.Finding;
import org.estampille.validate.IngredientResult;
import org.estampille.validate.Signer;
import org.estampille.validate.TrustBasis;
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

    /** Writes {@code validationResults} of what is no manifest. */
    void write(List<Finding> findings) {
        write(statuses(findings), List.of());
    }

    /** Writes {@code validationResults} of a manifest, with what was found out about its identity assertions (CAWG 1.3 clause 7.2). */
    void write(Optional<ValidatedManifest> manifest, List<IdentityResult> identities) {
        List<Status> statuses = new ArrayList<>();
        List<TrustBasis> trusted = new ArrayList<>();
        if (manifest.isPresent()) {
            statuses.addAll(statuses(manifest.get().findings()));
            manifest.get().signer().map(Signer::basis).ifPresent(trusted::add);
            trusted.add(manifest.get().time().basis());
        }
        for (IdentityResult identity : identities) {
            statuses.addAll(statuses(identity));
        }
        write(statuses, trusted);
    }

    private void write(List<Status> statuses, List<TrustBasis> trusted) {
        cbor.json().writeObjectPropertyStart("validationResults");
        groups(statuses);
        cbor.text("specVersion", SPECIFICATION);
        cbor.text("validationTime", at.toString());
        new CrJsonTrustLists(cbor).write(trusted);
        cbor.json().writeEndObject();
    }

    /** A status as it is written. */
    private record Status(String code, String kind, String url, String explanation) {}

    private static List<Status> statuses(List<Finding> findings) {
        List<Status> statuses = new ArrayList<>();
        for (Finding finding : findings) {
            statuses.add(new Status(
                    finding.code().code(),
                    Sentences.label(finding.code().kind()),
                    finding.url(),
                    finding.explanation()));
        }
        return statuses;
    }

    /** The place is the identity assertion, as for any other status. */
    private static List<Status> statuses(IdentityResult identity) {
        String url = JumbfUri.inManifest(identity.manifest(), "c2pa.assertions", identity.label())
                .toString();
        List<Status> statuses = new ArrayList<>();
        for (CawgFinding finding : identity.findings()) {
            statuses.add(new Status(
                    finding.code().code(), Sentences.label(finding.code().kind()), url, finding.explanation()));
        }
        return statuses;
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
            groups(statuses(
                    ingredient.manifest().isEmpty()
                            ? List.of()
                            : unrecorded(
                                    ingredient.manifest().get(),
                                    ingredient.ingredient().recorded())));
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

    private void groups(List<Status> statuses) {
        for (String kind : List.of("success", "informational", "failure")) {
            cbor.json().writeArrayPropertyStart(kind);
            for (Status status : statuses) {
                if (status.kind().equals(kind)) {
                    write(status);
                }
            }
            cbor.json().writeEndArray();
        }
    }

    private void write(Status status) {
        cbor.json().writeStartObject();
        cbor.text("code", status.code());
        if (!status.url().isEmpty()) {
            boolean resource =
                    status.code().startsWith(LINKED_RESOURCE) && !status.url().startsWith("self#");
            cbor.text(resource ? "resourceUrl" : "url", status.url());
        }
        if (!status.explanation().isEmpty()) {
            cbor.text("explanation", status.explanation());
        }
        cbor.json().writeEndObject();
    }
}
