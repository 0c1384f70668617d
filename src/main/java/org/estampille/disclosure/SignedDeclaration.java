package org.estampille.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.cbor.CborValue;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationCodec;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Manifest;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.ValidationState;

/**
 * The declaration in force for an asset, as it was typed: that of the active manifest, or of the one it updates when it says
 * nothing itself. Its assertions are one here again; what was redacted is absent.
 *
 * @param where the reference of the main assertion
 * @param content of the assertions
 * @param strength who stands behind it
 */
public record SignedDeclaration(String where, CborValue.Map content, AiStatement.Strength strength) {

    private static final Set<String> PARTS =
            Set.of(DeclarationCodec.LABEL, DeclarationCodec.PROMPTS_LABEL, DeclarationCodec.PERSONS_LABEL);

    /** Finds it among the assertions the claims list; an unlisted one could come from anybody. */
    public static Optional<SignedDeclaration> of(ValidationResult result) {
        return of(result, result.active(), result.state().isAtLeast(ValidationState.VALID), true);
    }

    /** The one in force for an ingredient whose manifest holds. */
    static Optional<SignedDeclaration> of(ValidationResult result, ValidatedManifest ingredient) {
        return of(result, ingredient, true, false);
    }

    private static Optional<SignedDeclaration> of(
            ValidationResult result, ValidatedManifest newest, boolean valid, boolean first) {
        Optional<ValidatedManifest> at = Optional.of(newest);
        boolean holds = valid;
        boolean active = first;
        Set<String> seen = new HashSet<>();
        while (at.isPresent() && seen.add(at.get().manifest().label())) {
            Manifest manifest = at.get().manifest();
            holds &= active || at.get().isIntact();
            Optional<SignedDeclaration> found = in(manifest, holds, active);
            if (found.isPresent()) {
                return found;
            }
            active = false;
            at = manifest.isUpdate() ? Superseded.updated(result, manifest) : Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * The declaration that one manifest carries.
     *
     * @param holds whether its statements count
     * @param active whether it is the active manifest
     */
    static Optional<SignedDeclaration> in(Manifest manifest, boolean holds, boolean active) {
        if (manifest.claim().isEmpty()) {
            return Optional.empty();
        }
        AiStatement.Strength below = holds ? AiStatement.Strength.INGREDIENT_SIGNER : AiStatement.Strength.UNVERIFIED;
        Optional<SignedDeclaration> created = among(
                manifest, manifest.claim().get().created(), holds && active ? AiStatement.Strength.SIGNER : below);
        return created.or(() -> among(
                manifest, manifest.claim().get().gathered(), holds && active ? AiStatement.Strength.DECLARED : below));
    }

    /** One list at a time, so that nothing gathered counts as what the signer says. */
    private static Optional<SignedDeclaration> among(
            Manifest manifest, List<HashedUri> entries, AiStatement.Strength strength) {
        Map<String, CborValue.Map> parts = new HashMap<>();
        Optional<String> where = Optional.empty();
        for (HashedUri entry : entries) {
            Optional<Assertion> assertion = entry.target()
                    .flatMap(manifest::localPath)
                    .flatMap(manifest::find)
                    .flatMap(manifest::assertionIn);
            if (assertion.isPresent()
                    && assertion.get() instanceof DataAssertion data
                    && PARTS.contains(data.label().base())
                    && data.value().untagged() instanceof CborValue.Map map
                    && parts.putIfAbsent(data.label().base(), map) == null
                    && data.label().base().equals(DeclarationCodec.LABEL)) {
                where = Optional.of(manifest.uriOf(data));
            }
        }
        return where.map(place -> new SignedDeclaration(place, joined(parts), strength));
    }

    private static CborValue.Map joined(Map<String, CborValue.Map> parts) {
        return DeclarationCodec.join(
                parts.getOrDefault(DeclarationCodec.LABEL, CborValue.map().build()),
                Optional.ofNullable(parts.get(DeclarationCodec.PROMPTS_LABEL)),
                Optional.ofNullable(parts.get(DeclarationCodec.PERSONS_LABEL)));
    }

    /** The declaration in terms of the program; empty when it has no title, and so is none. */
    public Optional<Declaration> declaration() {
        return DeclarationCodec.decode(content);
    }
}
