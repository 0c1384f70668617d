package org.estampille.declaration;

import java.util.List;
import java.util.Optional;
import org.estampille.catalogue.ModelType;
import org.estampille.cbor.CborValue;

/**
 * The AI tool that was used, down to the model.
 *
 * @param name what people call it; the product's name when only that is given
 * @param version of the tool
 * @param vendor who offers it
 * @param product the vendor's name for what was bought
 * @param channel how it was reached
 * @param model the model's name
 * @param modelVersion of the model
 * @param modelType the model's format
 * @param modelIdentifier an address that identifies the model
 * @param modelLicence SPDX expression, when the weights were run by the user
 * @param feature the function of the tool
 * @param featureStage how finished the vendor says that function is
 * @param upstream the tools behind an aggregator
 */
public record Tool(
        String name,
        Optional<String> version,
        Optional<String> vendor,
        Optional<String> product,
        Optional<Channel> channel,
        Optional<String> model,
        Optional<String> modelVersion,
        Optional<ModelType> modelType,
        Optional<String> modelIdentifier,
        Optional<String> modelLicence,
        Optional<String> feature,
        Optional<FeatureStage> featureStage,
        List<Tool> upstream) {

    /** How a tool was reached: terms differ by it. */
    public enum Channel implements HyphenatedTerm {
        WEB,
        APP,
        API,
        SELF_HOSTED,
        AGGREGATOR;

        static final Vocabulary<Channel> VOCABULARY = Vocabulary.of(values());
    }

    /** How finished the vendor calls a function. */
    public enum FeatureStage implements Term {
        GA,
        BETA,
        PREVIEW,
        RESEARCH;

        static final Vocabulary<FeatureStage> VOCABULARY = Vocabulary.of(values());
    }

    private static final Vocabulary<ModelType> MODEL_TYPES =
            Vocabulary.of(List.of(ModelType.values()), ModelType::code);
    private static final int MOST_UPSTREAM = 4;

    public Tool {
        upstream = List.copyOf(upstream);
    }

    /** The model with its version, such as {@code vg 3.1}. */
    public Optional<String> modelWithVersion() {
        return model.map(
                text -> text + modelVersion.map(version -> " " + version).orElse(""));
    }

    static Tool read(Fields fields) {
        return read(fields, 0);
    }

    private static Tool read(Fields fields, int depth) {
        Optional<String> name = fields.text("name");
        Optional<String> product = fields.text("product");
        Optional<String> vendor = fields.text("vendor");
        if (!fields.has("name") && !fields.has("product")) {
            fields.problem("name", "is missing; name the tool");
        }
        return new Tool(
                name.or(() -> product).or(() -> vendor).orElse("unknown"),
                fields.text("version"),
                vendor,
                product,
                fields.choice("channel", Channel.VOCABULARY),
                fields.text("model"),
                fields.text("modelVersion"),
                fields.choice("modelType", MODEL_TYPES),
                fields.notation("modelIdentifier", Notations::address, Notations.ADDRESS),
                fields.text("modelLicence"),
                fields.text("feature"),
                fields.choice("featureStage", FeatureStage.VOCABULARY),
                depth >= MOST_UPSTREAM ? List.of() : fields.groups("upstream", group -> read(group, depth + 1)));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .put("name", name)
                .putText("version", version)
                .putText("vendor", vendor)
                .putText("product", product)
                .putText("channel", channel.map(Channel::word))
                .putText("model", model)
                .putText("modelVersion", modelVersion)
                .putText("modelType", modelType.map(ModelType::code))
                .putText("modelIdentifier", modelIdentifier)
                .putText("modelLicence", modelLicence)
                .putText("feature", feature)
                .putText("featureStage", featureStage.map(FeatureStage::word))
                .putValue("upstream", Lists.orNothing(upstream, Tool::toCbor))
                .build();
    }
}
