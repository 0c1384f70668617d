package org.estampille.declaration;

import java.util.ArrayList;
import java.util.List;
import org.estampille.cbor.CborValue;

/** How much of a declaration goes into a file ({@code specs/profiles.md}). */
public enum DeclarationProfile {

    /** Everything that was declared. */
    FULL("full"),

    /** Without prompts, names of persons and hosts, code names and free text; what AI did and what its terms give stays. */
    STUDIO_MINIMAL("studio-minimal");

    /** Stands where a text is required and none is told. */
    public static final String UNTOLD = ToldFields.UNTOLD;

    private final String word;

    DeclarationProfile(String word) {
        this.word = word;
    }

    /** As written on a command line. */
    @Override
    public String toString() {
        return word;
    }

    /** The declaration as far as this profile tells it. */
    public Declaration apply(Declaration declaration) {
        if (this == FULL) {
            return declaration;
        }
        CborValue.Map told = ToldFields.of(word).in(whole(declaration));
        return DeclarationFields.read(new Fields(CborTree.of(told), "", new Problems()), AiUse::read);
    }

    /** The declaration with the terms of its tools, as a person would write it. */
    private static CborValue.Map whole(Declaration declaration) {
        List<CborValue> uses = new ArrayList<>();
        for (AiUse use : declaration.uses()) {
            CborValue.MapBuilder map = CborValue.map();
            use.toCbor().entries().forEach(entry -> map.put(entry.key().asText().orElseThrow(), entry.value()));
            use.terms().addTo(map);
            uses.add(map.build());
        }
        CborValue.MapBuilder whole = CborValue.map();
        for (CborValue.Entry entry : DeclarationFields.toCbor(declaration).entries()) {
            String name = entry.key().asText().orElseThrow();
            whole.put(name, name.equals("uses") ? CborValue.array(uses) : entry.value());
        }
        return whole.build();
    }
}
