package org.estampille.declaration;

import org.estampille.catalogue.AiMeaning;
import org.estampille.catalogue.DigitalSourceType;

/** How much of the content artificial intelligence made, from the least to the most. */
public enum Extent implements Term {
    /** Nothing of it is in the content. */
    NONE("none", DigitalSourceType.DIGITAL_CREATION),
    /** It helped without changing what is shown or said. */
    ASSISTIVE("assistive", DigitalSourceType.ALGORITHMICALLY_ENHANCED),
    /** It changed or completed other content. */
    MODIFIED("modified", DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA),
    /** It made the content. */
    GENERATED("generated", DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA);

    static final Vocabulary<Extent> VOCABULARY = Vocabulary.of(values());

    private final String word;
    private final DigitalSourceType usual;

    Extent(String word, DigitalSourceType usual) {
        this.word = word;
        this.usual = usual;
    }

    @Override
    public String word() {
        return word;
    }

    /** The digital source type when the declaration names none. */
    DigitalSourceType usualSourceType() {
        return usual;
    }

    /** Whether a source type can stand beside this extent without saying less, or more, than it. */
    boolean allows(DigitalSourceType type) {
        AiMeaning meaning = type.meaning();
        return !type.retired()
                && type != DigitalSourceType.EMPTY
                && switch (this) {
                    case GENERATED -> meaning == AiMeaning.GENERATED;
                    case MODIFIED -> meaning == AiMeaning.MODIFIED || meaning == AiMeaning.POSSIBLY_MODIFIED;
                    case ASSISTIVE, NONE -> meaning != AiMeaning.GENERATED && meaning != AiMeaning.MODIFIED;
                };
    }
}
