package org.estampille.disclosure;

import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationCodec;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Manifest;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.ValidationState;

/**
 * The declaration that the active manifest carries, as it was typed.
 *
 * @param where the reference of the assertion
 * @param content of the assertion
 * @param strength who stands behind it
 */
public record SignedDeclaration(String where, CborValue.Map content, AiStatement.Strength strength) {

    /** Finds it among the assertions the claim lists; an unlisted one could come from anybody. */
    public static Optional<SignedDeclaration> of(ValidationResult result) {
        Manifest manifest = result.active().manifest();
        if (manifest.claim().isEmpty()) {
            return Optional.empty();
        }
        boolean holds = result.state().isAtLeast(ValidationState.VALID);
        Optional<SignedDeclaration> own =
                among(manifest, manifest.claim().get().created(), holds, AiStatement.Strength.SIGNER);
        return own.or(() -> among(manifest, manifest.claim().get().gathered(), holds, AiStatement.Strength.DECLARED));
    }

    private static Optional<SignedDeclaration> among(
            Manifest manifest, List<HashedUri> entries, boolean holds, AiStatement.Strength strength) {
        for (HashedUri entry : entries) {
            Optional<Assertion> assertion = entry.target()
                    .flatMap(manifest::localPath)
                    .flatMap(manifest::find)
                    .flatMap(manifest::assertionIn);
            if (assertion.isPresent()
                    && assertion.get() instanceof DataAssertion data
                    && data.label().base().equals(DeclarationCodec.LABEL)
                    && data.value().untagged() instanceof CborValue.Map map) {
                return Optional.of(new SignedDeclaration(
                        manifest.uriOf(data), map, holds ? strength : AiStatement.Strength.UNVERIFIED));
            }
        }
        return Optional.empty();
    }

    /** The declaration in terms of the program; empty when it has no title, and so is none. */
    public Optional<Declaration> declaration() {
        return DeclarationCodec.decode(content);
    }
}
