package org.estampille.declaration;

import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.yaml.YamlNode;

/** Reads a declaration written in YAML 1.2 or JSON and reports every problem at once, each with its line and field. */
public final class DeclarationReader {

    /** The longest declaration, in octets or characters. */
    public static final int LONGEST = YamlDocument.LONGEST;

    private DeclarationReader() {}

    /**
     * Reads the octets of a file.
     *
     * @param fileName for messages
     */
    public static DeclarationOutcome read(Octets file, String fileName) {
        Problems problems = new Problems();
        return declared(YamlDocument.read(file, problems), problems);
    }

    /**
     * Reads a text.
     *
     * @param fileName for messages
     */
    public static DeclarationOutcome read(String yaml, String fileName) {
        Problems problems = new Problems();
        return declared(YamlDocument.read(yaml, problems), problems);
    }

    private static DeclarationOutcome declared(Optional<YamlNode.Mapping> document, Problems problems) {
        Optional<Declaration> declaration =
                document.map(mapping -> DeclarationFields.read(new Fields(mapping, "", problems), AiUse::read));
        return declaration.isPresent() && problems.isEmpty()
                ? new DeclarationOutcome.Declared(declaration.get())
                : new DeclarationOutcome.Faulty(problems.inOrder());
    }
}
