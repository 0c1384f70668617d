package org.estampille.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.estampille.cbor.CborValue;

/** How much of a declaration goes into a file ({@code specs/profiles.md}). */
public enum DeclarationProfile {

    /** Everything that was declared. */
    FULL("full"),

    /** Without prompts, names of persons and hosts, code names and free text; what AI did and what its terms give stays. */
    STUDIO_MINIMAL("studio-minimal");

    /** Stands where a title is required and none is told. */
    public static final String UNTOLD = "not disclosed";

    /** Fields left out wherever they stand. */
    private static final Set<String> LEFT_OUT = Set.of(
            "description",
            "prompt",
            "promptWriter",
            "seed",
            "shot",
            "note",
            "id",
            "declaredBy",
            "editorialResponsibility",
            "rationale",
            "assessor",
            "reviewedBy",
            "by",
            "credentialRef",
            "holder",
            "licenceRef",
            "decision",
            "consentRef",
            "scope",
            "odrl");

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
        CborValue.Map told = told(whole(declaration));
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
            whole.put(
                    name,
                    name.equals("uses")
                            ? CborValue.array(uses)
                            : name.equals("title") ? CborValue.of(UNTOLD) : entry.value());
        }
        return whole.build();
    }

    private static CborValue.Map told(CborValue.Map map) {
        List<CborValue.Entry> kept = new ArrayList<>();
        for (CborValue.Entry entry : map.entries()) {
            String name = entry.key().asText().orElse("");
            if (!LEFT_OUT.contains(name) && !isPrivatePlace(name, entry.value())) {
                kept.add(new CborValue.Entry(entry.key(), told(entry.value())));
            }
        }
        return new CborValue.Map(kept);
    }

    private static CborValue told(CborValue value) {
        if (value instanceof CborValue.Map map) {
            return told(map);
        }
        return value instanceof CborValue.Array array
                ? CborValue.array(
                        array.items().stream().map(DeclarationProfile::told).toList())
                : value;
    }

    /** Where a house keeps a capture names hosts and folders; a public archive does not. */
    private static boolean isPrivatePlace(String name, CborValue value) {
        Optional<String> place = name.equals("archiveRef") ? value.asText() : Optional.empty();
        return place.isPresent() && !place.get().toLowerCase(Locale.ROOT).startsWith("https://");
    }
}
