package org.estampille.declaration;

import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * The assertion {@code org.estampille.declaration}: the declaration as it was typed, without the terms of the tools, which have
 * {@link OutputRightsCodec assertions of their own}.
 */
public final class DeclarationCodec {

    /** The label of the assertion. */
    public static final String LABEL = "org.estampille.declaration";

    private DeclarationCodec() {}

    /** The content of the assertion. */
    public static CborValue.Map encode(Declaration declaration) {
        return DeclarationFields.toCbor(declaration);
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
