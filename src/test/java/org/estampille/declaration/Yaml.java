package org.estampille.declaration;

import java.util.List;

/** Short declarations for tests. */
final class Yaml {
    private Yaml() {}

    static final String GENERATED = use("extent: generated", "operations: [video]");

    /** A valid declaration with these uses. */
    static String work(String... uses) {
        return "title: Work\nuses:\n" + String.join("", uses);
    }

    /** One use with a tool and these fields, each a line. */
    static String use(String... fields) {
        StringBuilder yaml = new StringBuilder("  - tool: {name: Tool, model: m, modelVersion: 2}\n");
        for (String field : fields) {
            yaml.append("    ").append(field).append('\n');
        }
        return yaml.toString();
    }

    static Declaration declared(String yaml) {
        DeclarationOutcome outcome = DeclarationReader.read(yaml, "test.yaml");
        if (outcome instanceof DeclarationOutcome.Declared declared) {
            return declared.declaration();
        }
        throw new AssertionError(outcome.toString());
    }

    static List<DeclarationProblem> problems(String yaml) {
        DeclarationOutcome outcome = DeclarationReader.read(yaml, "test.yaml");
        return outcome instanceof DeclarationOutcome.Faulty faulty ? faulty.problems() : List.of();
    }
}
