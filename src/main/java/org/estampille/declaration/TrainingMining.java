package org.estampille.declaration;

import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * What others may do with this file (CAWG training and data mining assertion 1.1). Not to be confused with the rights in an AI
 * tool's output.
 *
 * @param dataMining extraction of text or data
 * @param aiInference as input of a trained model
 * @param aiTraining training of models that generate nothing
 * @param aiGenerativeTraining training of models that generate content
 * @param constraintInfo what {@code constrained} means
 */
public record TrainingMining(
        Optional<Permission> dataMining,
        Optional<Permission> aiInference,
        Optional<Permission> aiTraining,
        Optional<Permission> aiGenerativeTraining,
        Optional<String> constraintInfo) {

    /** What is permitted; {@code constrained} without more information means not allowed. */
    public enum Permission implements Term {
        ALLOWED("allowed"),
        NOT_ALLOWED("notAllowed"),
        CONSTRAINED("constrained");

        static final Vocabulary<Permission> VOCABULARY = Vocabulary.of(values());

        private final String word;

        Permission(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    static TrainingMining read(Fields fields) {
        return new TrainingMining(
                fields.choice("dataMining", Permission.VOCABULARY),
                fields.choice("aiInference", Permission.VOCABULARY),
                fields.choice("aiTraining", Permission.VOCABULARY),
                fields.choice("aiGenerativeTraining", Permission.VOCABULARY),
                fields.text("constraintInfo"));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .putText("dataMining", dataMining.map(Permission::word))
                .putText("aiInference", aiInference.map(Permission::word))
                .putText("aiTraining", aiTraining.map(Permission::word))
                .putText("aiGenerativeTraining", aiGenerativeTraining.map(Permission::word))
                .putText("constraintInfo", constraintInfo)
                .build();
    }

    /** The content of {@code cawg.training-mining}; empty when nothing is said. */
    Optional<CborValue.Map> assertion() {
        CborValue.Map entries = CborValue.map()
                .putValue("cawg.data_mining", dataMining.map(this::entry))
                .putValue("cawg.ai_inference", aiInference.map(this::entry))
                .putValue("cawg.ai_training", aiTraining.map(this::entry))
                .putValue("cawg.ai_generative_training", aiGenerativeTraining.map(this::entry))
                .build();
        return entries.entries().isEmpty()
                ? Optional.empty()
                : Optional.of(CborValue.map().put("entries", entries).build());
    }

    private CborValue.Map entry(Permission permission) {
        Optional<String> information = permission == Permission.CONSTRAINED ? constraintInfo : Optional.empty();
        return CborValue.map()
                .put("use", permission.word())
                .putText("constraint_info", information)
                .build();
    }
}
