package org.estampille.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds statements about the whole asset that cannot both be right: metadata against the history in the actions, and a disclosed
 * model where every source type says that there was none. A capture that AI changed later is a history, not a contradiction.
 */
final class Contradictions {
    private Contradictions() {}

    /**
     * Finds them.
     *
     * @param names of the ingredients' files by the labels of their manifests
     */
    static List<Contradiction> among(List<AiStatement> statements, Map<String, String> names) {
        Map<Set<String>, Contradiction> once = new LinkedHashMap<>();
        for (Contradiction found : among(statements)) {
            // Metadata of each side against the action of the other is the same disagreement told twice.
            once.putIfAbsent(Set.copyOf(List.of(side(found.one()), side(found.other()))), named(found, names));
        }
        return List.copyOf(once.values());
    }

    private static String side(AiStatement statement) {
        return manifest(statement) + " " + statement.value();
    }

    private static Contradiction named(Contradiction found, Map<String, String> names) {
        return new Contradiction(
                found.one(),
                found.other(),
                Optional.ofNullable(names.get(manifest(found.one()))),
                Optional.ofNullable(names.get(manifest(found.other()))));
    }

    private static String manifest(AiStatement statement) {
        String where = statement.where();
        int end = where.indexOf("/c2pa.assertions/");
        return end < 0 ? where : where.substring(where.lastIndexOf('/', end - 1) + 1, end);
    }

    private static List<Contradiction> among(List<AiStatement> statements) {
        List<Contradiction> found = new ArrayList<>();
        for (AiStatement statement : statements) {
            if (statement.counts() && statement.kind() == AiStatement.Kind.METADATA) {
                against(statement, statements, found);
            } else if (statement.counts() && statement.kind() == AiStatement.Kind.AI_DISCLOSURE) {
                denied(statement, statements, found);
            }
        }
        return found;
    }

    private static void against(AiStatement metadata, List<AiStatement> statements, List<Contradiction> found) {
        boolean saysNone = metadata.involvement() == Involvement.NONE_DECLARED;
        boolean saysAi = metadata.involvement().isGenerative();
        boolean anyAction = false;
        for (AiStatement other : statements) {
            if (isOwnAction(other)) {
                anyAction |= other.involvement().compareTo(Involvement.NONE_DECLARED) > 0
                        || other.involvement() == Involvement.UNKNOWN;
                if (saysNone && other.involvement().isGenerative()) {
                    found.add(new Contradiction(metadata, other));
                    return;
                }
            }
        }
        boolean own = metadata.strength() != AiStatement.Strength.INGREDIENT_SIGNER;
        if (saysNone && own) {
            ingredient(metadata, statements, found);
        }
        if (saysAi && !anyAction) {
            firstOwnAction(statements, metadata, found);
        }
    }

    /** Nothing declared for the whole, while something it was made from has generated content. */
    private static void ingredient(AiStatement none, List<AiStatement> statements, List<Contradiction> found) {
        for (AiStatement other : statements) {
            if (other.strength() == AiStatement.Strength.INGREDIENT_SIGNER
                    && other.kind() == AiStatement.Kind.ACTION
                    && other.involvement().isGenerative()) {
                found.add(new Contradiction(none, other));
                return;
            }
        }
    }

    private static void denied(AiStatement disclosure, List<AiStatement> statements, List<Contradiction> found) {
        for (AiStatement other : statements) {
            boolean speaksOfAi =
                    other.kind() != AiStatement.Kind.AI_DISCLOSURE && other.involvement() != Involvement.NONE_DECLARED;
            if (other.counts() && speaksOfAi) {
                return;
            }
        }
        firstOwnAction(statements, disclosure, found);
    }

    private static void firstOwnAction(List<AiStatement> statements, AiStatement against, List<Contradiction> found) {
        for (AiStatement other : statements) {
            if (isOwnAction(other)) {
                found.add(new Contradiction(against, other));
                return;
            }
        }
    }

    private static boolean isOwnAction(AiStatement statement) {
        return statement.kind() == AiStatement.Kind.ACTION
                && (statement.strength() == AiStatement.Strength.SIGNER
                        || statement.strength() == AiStatement.Strength.DECLARED);
    }
}
