package org.estampille.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.estampille.SharedCorpus;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Our crJSON of every file of the corpus follows the schema, except where the listed clauses say otherwise. */
final class CrJsonSchemaTest {

    private static final String AS_WRITTEN =
            "3.6.3: content as the signer wrote it, which is not as the standard wants it";

    /**
     * What the schema may be right or wrong to complain about.
     *
     * @param clause of crJSON 2.5 that decides
     * @param keyword of the schema
     * @param path of the place in the document
     * @param property that is forbidden or missing; empty where the complaint is about the place itself
     */
    private record Fault(String clause, String keyword, Pattern path, String property) {

        static Fault of(String clause, String keyword, String path, String property) {
            return new Fault(clause, keyword, Pattern.compile("/manifests/\\d+" + path), property);
        }

        boolean covers(Error error) {
            return error.getKeyword().equals(keyword)
                    && path.matcher(error.getInstanceLocation().toString()).matches()
                    && property.equals(Objects.requireNonNullElse(error.getProperty(), ""));
        }
    }

    private static final List<Fault> FAULTS = List.of(
            Fault.of("3.4: required", "additionalProperties", "", "isUpdateManifest"),
            Fault.of("3.4: required", "additionalProperties", "", "isCompressedManifest"),
            Fault.of("3.7: empty when unavailable", "required", "/signature", "algorithm"),
            Fault.of("3.7: empty when unavailable", "required", "/signature", "certificateInfo"),
            Fault.of(AS_WRITTEN, "type", "/assertions/c2pa.actions/actions/\\d+/parameters(/ingredient/hash)?", ""),
            Fault.of(AS_WRITTEN, "additionalProperties", "/assertions/c2pa.actions/actions/\\d+", "instanceId"),
            Fault.of(AS_WRITTEN, "type", "/assertions/c2pa.hash.bmff.v2/exclusions/\\d+/[a-z]+", ""),
            Fault.of(AS_WRITTEN, "enum", "/assertions/c2pa.actions/metadata/reviewRatings/\\d+/code", ""),
            Fault.of(AS_WRITTEN, "minItems", "/assertions/c2pa.actions/metadata/(reviewRatings|localizations)", ""),
            Fault.of(AS_WRITTEN, "minItems", "/assertions/c2pa.ingredient/validationStatus", ""),
            Fault.of(AS_WRITTEN, "type", "/assertions/c2pa.actions.v2/actions/\\d+/softwareAgent", ""));

    /** The schema defines assertions and then asks nothing of them; crJSON 2.5 asks what it defines. */
    private static String strict(String schema) {
        ObjectNode root = (ObjectNode) CorpusReports.parse(schema);
        ObjectNode manifest =
                (ObjectNode) root.path("definitions").path("manifest").path("properties");
        manifest.putObject("assertions").put("$ref", "#/definitions/assertions");
        return root.toString();
    }

    @Test
    void every_document_follows_the_schema() throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(strict(SharedCorpus.text("schemas/crJSON-schema.json")));
        CorpusReports reports = new CorpusReports();
        List<String> errors = new ArrayList<>();
        Set<Fault> met = new HashSet<>();
        int documents = 0;
        for (Path file : CorpusReports.files()) {
            VerificationReport report = reports.report(file);
            documents += report.validation().isPresent() ? 1 : 0;
            for (Error error : schema.validate(CorpusReports.parse(reports.document(report)))) {
                FAULTS.stream()
                        .filter(fault -> fault.covers(error))
                        .findFirst()
                        .ifPresentOrElse(
                                met::add,
                                () -> errors.add(file.getFileName() + ": " + error.getKeyword() + " "
                                        + error.getInstanceLocation() + " " + error.getProperty() + " " + error));
            }
        }
        assertThat(errors).isEmpty();
        assertThat(documents).isGreaterThan(50);
        assertThat(met).containsExactlyInAnyOrderElementsOf(FAULTS);
    }
}
