package org.estampille.policy;

import java.util.List;
import java.util.Optional;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.Involvement;

/** What the file of a case, or of a specimen, says of AI where it is marked. */
final class CaseDisclosure {

    private CaseDisclosure() {}

    /** Its own signer says that all of it was generated, and nobody says more. */
    static ContentDisclosure generated() {
        AiStatement statement = new AiStatement(
                "c2pa.actions.v2",
                AiStatement.Kind.ACTION,
                "trainedAlgorithmicMedia",
                Involvement.GENERATED,
                AiStatement.Strength.SIGNER,
                Optional.empty());
        return new ContentDisclosure(
                statement.involvement(),
                List.of(statement),
                List.of(),
                List.of(),
                ContentDisclosure.nothing().derivation());
    }
}
