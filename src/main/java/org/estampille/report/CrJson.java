package org.estampille.report;

import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.ReadLimits;
import org.estampille.cawg.IdentityResult;
import org.estampille.manifest.Manifest;
import org.estampille.validate.IngredientResult;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.ValidationResult;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * A manifest store and what was found out about it in Content Credentials JSON, the form that conformance rubrics and other
 * validators speak (C2PA crJSON 2.5). A view for programs: it cannot be verified, and what the format has no place for is left
 * out. Everything outside of ASCII is escaped, as in {@link JsonReport}.
 */
public final class CrJson {

    private static final String PRODUCT = "Estampille";

    private final String version;
    private final ReadLimits limits;
    private final JsonFactory factory = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new MarkupEscapes("<>&"))
            .build();

    /**
     * @param version of this program, three numbers
     * @param limits for looking into claims and signatures again
     */
    public CrJson(String version, ReadLimits limits) {
        this.version = version;
        this.limits = limits;
    }

    /**
     * Writes the document, indented, without an end of line. An asset without a store has no manifests; where there is a store
     * that cannot be read, {@code validationResults} beside the empty list says why.
     *
     * @param out stays open; a document may be several times as long as the manifest store
     */
    public void write(VerificationReport report, Writer out) {
        try (JsonGenerator json = factory.createGenerator(new Indented(), out)) {
            new Document(new CborJson(json), limits).write(report, version);
        }
    }

    /** The document as text, see {@link #write}. */
    public String document(VerificationReport report) {
        StringWriter text = new StringWriter(8_192);
        write(report, text);
        return text.toString();
    }

    /** Asks the generator for one property a line. */
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    /** Writes one document (crJSON 2.5 clause 3.1). */
    private record Document(CborJson cbor, ReadLimits limits) {

        void write(VerificationReport report, String version) {
            JsonGenerator json = cbor.json();
            json.writeStartObject();
            json.writeObjectPropertyStart("@context");
            cbor.text("@vocab", "https://c2pa.org/crjson");
            cbor.text("extras", "https://c2pa.org/crjson/extras");
            json.writeEndObject();
            json.writeObjectPropertyStart("jsonGenerator");
            cbor.text("name", PRODUCT);
            cbor.text("version", version);
            json.writeEndObject();
            CrJsonResults results = new CrJsonResults(cbor, report.at());
            json.writeArrayPropertyStart("manifests");
            if (report.validation().isPresent()) {
                manifests(report.validation().get(), report.identities(), results);
            }
            json.writeEndArray();
            if (!report.storeFindings().isEmpty()) {
                results.write(report.storeFindings());
            }
            json.writeEndObject();
        }

        /** The active manifest first, then backwards through the store (clause 3.4). */
        private void manifests(ValidationResult result, List<IdentityResult> identities, CrJsonResults results) {
            IdentityHashMap<Manifest, ValidatedManifest> judged = new IdentityHashMap<>();
            judged.put(result.active().manifest(), result.active());
            for (IngredientResult ingredient : result.ingredients()) {
                ingredient.manifest().ifPresent(validated -> judged.putIfAbsent(validated.manifest(), validated));
            }
            List<Manifest> manifests = result.store().manifests();
            for (int i = manifests.size() - 1; i >= 0; i--) {
                Manifest manifest = manifests.get(i);
                Optional<ValidatedManifest> validated = Optional.ofNullable(judged.get(manifest));
                manifest(manifest, validated, of(manifest, identities), results, ingredients(result, manifest));
            }
        }

        private void manifest(
                Manifest manifest,
                Optional<ValidatedManifest> validated,
                List<IdentityResult> identities,
                CrJsonResults results,
                List<IngredientResult> ingredients) {
            JsonGenerator json = cbor.json();
            json.writeStartObject();
            cbor.text("label", manifest.label());
            json.writeBooleanProperty("isUpdateManifest", manifest.isUpdate());
            json.writeBooleanProperty("isCompressedManifest", manifest.kind() == Manifest.Kind.COMPRESSED);
            new CrJsonAssertions(cbor).write(manifest);
            new CrJsonClaim(cbor, limits).write(manifest);
            new CrJsonSignature(cbor, limits).write(manifest, validated.map(ValidatedManifest::time));
            results.write(validated, identities);
            results.deltas(ingredients);
            json.writeEndObject();
        }

        private static List<IdentityResult> of(Manifest manifest, List<IdentityResult> identities) {
            List<IdentityResult> found = new ArrayList<>();
            for (IdentityResult identity : identities) {
                if (identity.manifest().equals(manifest.label())) {
                    found.add(identity);
                }
            }
            return found;
        }

        /** Ingredients that stand in {@code manifest} and have a manifest, each once, however many ways lead to it. */
        private static List<IngredientResult> ingredients(ValidationResult result, Manifest manifest) {
            Set<String> seen = new HashSet<>();
            List<IngredientResult> found = new ArrayList<>();
            for (IngredientResult ingredient : result.ingredients()) {
                if (ingredient.manifest().isPresent()
                        && ingredient.owner().equals(manifest.label())
                        && seen.add(ingredient.url())) {
                    found.add(ingredient);
                }
            }
            return found;
        }
    }
}
