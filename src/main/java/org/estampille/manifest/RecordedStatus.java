package org.estampille.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * A validation status that the signer of a manifest wrote down about an ingredient.
 *
 * @param code as written
 * @param url what it is about, where it says so
 */
public record RecordedStatus(String code, Optional<String> url) {

    private static final List<String> OUTCOMES = List.of("success", "informational", "failure");

    static List<RecordedStatus> in(CborValue.Map map, String key) {
        List<RecordedStatus> statuses = new ArrayList<>();
        for (CborValue.Map item : Fields.maps(map, key)) {
            Fields.text(item, "code")
                    .ifPresent(code -> statuses.add(new RecordedStatus(code, Fields.text(item, "url"))));
        }
        return statuses;
    }

    /** Every status of a {@code validationResults} map, the deltas of deeper ingredients included. */
    static List<RecordedStatus> inResults(CborValue.Map results) {
        List<RecordedStatus> statuses = new ArrayList<>();
        Fields.map(results, "activeManifest").ifPresent(map -> addOutcomes(map, statuses));
        for (CborValue.Map delta : Fields.maps(results, "ingredientDeltas")) {
            Fields.map(delta, "validationDeltas").ifPresent(map -> addOutcomes(map, statuses));
        }
        return statuses;
    }

    private static void addOutcomes(CborValue.Map map, List<RecordedStatus> statuses) {
        for (String outcome : OUTCOMES) {
            statuses.addAll(in(map, outcome));
        }
    }
}
