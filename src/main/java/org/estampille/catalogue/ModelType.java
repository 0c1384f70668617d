package org.estampille.catalogue;

import java.util.Optional;

/** The format of an AI model (C2PA 2.5 clause 16.8.2, table 8). It says nothing about how content was made with it. */
public enum ModelType {
    MODEL(""),
    CAFFE("caffe"),
    CAFFE2("caffe2"),
    CATBOOST("catboost"),
    COREML("coreml"),
    FLAX("flax"),
    HUGGINGFACE_TRANSFORMERS("huggingface.transformers"),
    JAX("jax"),
    KERAS("keras"),
    LIGHTGBM("lightgbm"),
    ML_NET("ml_net"),
    MXNET("mxnet"),
    ONNX("onnx"),
    OPENVINO("openvino"),
    OPENVINO_PARAMETER("openvino.parameter"),
    OPENVINO_TOPOLOGY("openvino.topology"),
    PADDLE("paddle"),
    PYTORCH("pytorch"),
    SKLEARN("sklearn"),
    TENSORFLOW("tensorflow"),
    TENSORRT("tensorrt"),
    TFLITE("tflite"),
    TORCHSCRIPT("torchscript"),
    XGBOOST("xgboost");

    private static final String PREFIX = "c2pa.types.model";

    private final String code;

    ModelType(String code) {
        this.code = code;
    }

    /** What follows {@code c2pa.types.model.}; {@code model} for the one without a format. */
    public String code() {
        return code.isEmpty() ? "model" : code;
    }

    /** As written in files, such as {@code c2pa.types.model.onnx}. */
    public String label() {
        return code.isEmpty() ? PREFIX : PREFIX + "." + code;
    }

    /** The type of that label; empty when it is of another vocabulary. */
    public static Optional<ModelType> of(String label) {
        for (ModelType type : values()) {
            if (type.label().equals(label)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
