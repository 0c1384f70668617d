package org.estampille.declaration;

import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * The assertion {@code org.estampille.declaration}: the declaration as it was typed, without the terms of the tools, which have
 * {@link OutputRightsCodec assertions of their own}. Prompts and persons stand in assertions beside it, which may be redacted.
 */
public final class DeclarationCodec {

    /** The label of the assertion. */
    public static final String LABEL = "org.estampille.declaration";

    private DeclarationCodec() {}

    /** The assertion that holds what the AI tools were asked. */
    public static final String PROMPTS_LABEL = DeclarationParts.PROMPTS_LABEL;

    /** The assertion that holds what is said of persons. */
    public static final String PERSONS_LABEL = DeclarationParts.PERSONS_LABEL;

    /** Everything in one map. */
    public static CborValue.Map encode(Declaration declaration) {
        return DeclarationFields.toCbor(declaration);
    }

    /**
     * Reads a declaration from its three assertions; what was redacted is simply absent.
     *
     * @param main the content of {@link #LABEL}
     * @param prompts the content of {@link #PROMPTS_LABEL}
     * @param persons the content of {@link #PERSONS_LABEL}
     */
    public static Optional<Declaration> decode(
            CborValue.Map main, Optional<CborValue.Map> prompts, Optional<CborValue.Map> persons) {
        return decode(join(main, prompts, persons));
    }

    /**
     * The content of the three assertions as one map, with the fields as they were typed.
     *
     * @param main the content of {@link #LABEL}
     * @param prompts the content of {@link #PROMPTS_LABEL}
     * @param persons the content of {@link #PERSONS_LABEL}
     */
    public static CborValue.Map join(
            CborValue.Map main, Optional<CborValue.Map> prompts, Optional<CborValue.Map> persons) {
        return new DeclarationParts(main, prompts, persons).join();
    }

    /**
     * Reads the content of an assertion that anybody may have written: what is missing, misspelt or of the wrong type reads as
     * unknown. Empty when it has no title, and so is no declaration at all.
     */
    public static Optional<Declaration> decode(CborValue.Map assertion) {
        Fields fields = new Fields(CborTree.of(assertion), "", new Problems());
        Declaration declaration = DeclarationFields.read(fields, AiUse::readWithoutTerms);
        return fields.isIncomplete() ? Optional.empty() : Optional.of(declaration);
    }
}
