package org.estampille.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.declaration.Declaration;

/**
 * What one manifest of an asset's history says about AI and rights.
 *
 * @param label of the manifest
 * @param place how its asset went into the one that is judged
 * @param owner label of the manifest that names it as an ingredient; empty for the active one
 * @param ingredient label of the assertion by which it is named; empty for the active one
 * @param supersededBy label of the later manifest that declares anew for the same asset; what was declared here is history
 * @param holds whether its statements count
 * @param stampedAt when it was signed, by a time-stamp that is trusted
 * @param statements about AI
 * @param records about rights
 * @param declaration the whole declaration, where there is one
 * @param keptSources whether an asset it was made from still has its own manifest here
 * @param unrecordedInputs what was fed into a tool and has no manifest of its own
 */
public record TrailManifest(
        String label,
        Place place,
        Optional<String> owner,
        Optional<String> ingredient,
        Optional<String> supersededBy,
        boolean holds,
        Optional<Instant> stampedAt,
        List<AiStatement> statements,
        List<RightsRecord> records,
        Optional<Declaration> declaration,
        boolean keptSources,
        List<String> unrecordedInputs) {

    public TrailManifest {
        statements = List.copyOf(statements);
        records = List.copyOf(records);
        unrecordedInputs = List.copyOf(unrecordedInputs);
    }

    /** How an asset went into another. */
    public enum Place {
        ACTIVE,
        PARENT,
        COMPONENT,
        INPUT
    }
}
