package org.estampille.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.declaration.DeclarationCodec;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Manifest;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.ValidationResult;

/** How far AI took part in one asset by what is signed for it alone; its ingredients speak for themselves. */
final class SignedInvolvement {

    private SignedInvolvement() {}

    /** The most that {@code newest} says, and the manifests that it updates; what people typed there and replaced is history. */
    static Involvement of(ValidationResult result, ValidatedManifest newest) {
        List<AiStatement> statements = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean declared = false;
        Optional<ValidatedManifest> at = Optional.of(newest);
        while (at.isPresent() && seen.add(at.get().manifest().label())) {
            Manifest manifest = at.get().manifest();
            if (manifest.claim().isPresent()) {
                declared |= read(manifest, declared, statements);
            }
            at = manifest.isUpdate() ? Superseded.updated(result, manifest) : Optional.empty();
        }
        return statements.stream()
                .filter(statement -> statement.kind() != AiStatement.Kind.INGREDIENT)
                .map(AiStatement::involvement)
                .max(Involvement::compareTo)
                .orElse(Involvement.UNKNOWN);
    }

    /** Whether the manifest declares. */
    private static boolean read(Manifest manifest, boolean replaced, List<AiStatement> statements) {
        boolean declares = false;
        for (HashedUri entry : manifest.claim().orElseThrow().entries()) {
            Optional<Assertion> assertion = entry.target()
                    .flatMap(manifest::localPath)
                    .flatMap(manifest::find)
                    .flatMap(manifest::assertionIn);
            if (assertion.isPresent() && !(replaced && assertion.get() instanceof DataAssertion)) {
                declares |= assertion.get().label().base().equals(DeclarationCodec.LABEL);
                StatementReader.read(
                        manifest, assertion.get(), AiStatement.Strength.INGREDIENT_SIGNER, false, statements);
            }
        }
        return declares;
    }
}
