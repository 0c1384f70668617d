package org.estampille.catalogue;

import java.util.Optional;

/**
 * Where content comes from: the IPTC digital source types (release of 2024-10-23) and the two that C2PA adds (C2PA 2.5 clause
 * 16.4.1.4.5).
 */
public enum DigitalSourceType {
    DIGITAL_CAPTURE("digitalCapture", AiMeaning.NONE),
    COMPUTATIONAL_CAPTURE("computationalCapture", AiMeaning.NONE),
    NEGATIVE_FILM("negativeFilm", AiMeaning.NONE),
    POSITIVE_FILM("positiveFilm", AiMeaning.NONE),
    PRINT("print", AiMeaning.NONE),
    HUMAN_EDITS("humanEdits", AiMeaning.NONE),
    COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA("compositeWithTrainedAlgorithmicMedia", AiMeaning.MODIFIED),
    ALGORITHMICALLY_ENHANCED("algorithmicallyEnhanced", AiMeaning.ENHANCED),
    DIGITAL_CREATION("digitalCreation", AiMeaning.NONE),
    DATA_DRIVEN_MEDIA("dataDrivenMedia", AiMeaning.ALGORITHMIC),
    TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia", AiMeaning.GENERATED),
    ALGORITHMIC_MEDIA("algorithmicMedia", AiMeaning.ALGORITHMIC),
    SCREEN_CAPTURE("screenCapture", AiMeaning.UNDECIDED),
    VIRTUAL_RECORDING("virtualRecording", AiMeaning.UNDECIDED),
    COMPOSITE("composite", AiMeaning.UNDECIDED),
    COMPOSITE_CAPTURE("compositeCapture", AiMeaning.NONE),
    COMPOSITE_SYNTHETIC("compositeSynthetic", AiMeaning.POSSIBLY_MODIFIED),
    /** No longer in use; read, never written. */
    MINOR_HUMAN_EDITS("minorHumanEdits", AiMeaning.NONE, true),
    /** No longer in use; read, never written. */
    SOFTWARE_IMAGE("softwareImage", AiMeaning.UNDECIDED, true),
    /** No longer in use; read, never written. */
    DIGITAL_ART("digitalArt", AiMeaning.UNDECIDED, true),
    /** A blank canvas; C2PA's own. */
    EMPTY("empty", AiMeaning.NONE),
    /** Data, not media, from a trained model; C2PA's own. */
    TRAINED_ALGORITHMIC_DATA("trainedAlgorithmicData", AiMeaning.GENERATED);

    private static final String IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private static final String C2PA = "http://c2pa.org/digitalsourcetype/";

    private final String code;
    private final AiMeaning meaning;
    private final boolean retired;

    DigitalSourceType(String code, AiMeaning meaning) {
        this(code, meaning, false);
    }

    DigitalSourceType(String code, AiMeaning meaning, boolean retired) {
        this.code = code;
        this.meaning = meaning;
        this.retired = retired;
    }

    /** The last part of the address, such as {@code digitalCapture}. */
    public String code() {
        return code;
    }

    /** The address as it is written into files; the scheme is {@code http}. */
    public String uri() {
        return (this == EMPTY || this == TRAINED_ALGORITHMIC_DATA ? C2PA : IPTC) + code;
    }

    public AiMeaning meaning() {
        return meaning;
    }

    /** Whether the vocabulary withdrew it: accepted when reading, not to be written. */
    public boolean retired() {
        return retired;
    }

    /**
     * Finds a term as files spell it: the full address with {@code http} or {@code https}, the bare code, the retired {@code
     * c2pa.} prefix, the name schema.org gives it. Empty when it is none of them.
     */
    public static Optional<DigitalSourceType> of(String spelling) {
        String name = spelling.strip();
        while (name.endsWith("/")) {
            name = name.substring(0, name.length() - 1);
        }
        int start = Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('.'), name.lastIndexOf('#'))) + 1;
        name = name.substring(start);
        for (DigitalSourceType type : values()) {
            if (type.code.equalsIgnoreCase(name) || (type.code + "DigitalSource").equalsIgnoreCase(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
