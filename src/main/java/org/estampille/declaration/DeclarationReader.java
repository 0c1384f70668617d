package org.estampille.declaration;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;

/** Reads a declaration written in YAML 1.2 or JSON and reports every problem at once, each with its line and field. */
public final class DeclarationReader {

    /** The longest declaration, in octets or characters. */
    public static final int LONGEST = 1 << 20;

    private DeclarationReader() {}

    /**
     * Reads the octets of a file.
     *
     * @param fileName for messages
     */
    public static DeclarationOutcome read(Octets file, String fileName) {
        if (file.length() > LONGEST) {
            return tooLarge();
        }
        try {
            String yaml = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.toByteArray()))
                    .toString();
            return read(yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml, fileName);
        } catch (CharacterCodingException notText) {
            return fault("is not UTF-8 text");
        }
    }

    /**
     * Reads a text.
     *
     * @param fileName for messages
     */
    public static DeclarationOutcome read(String yaml, String fileName) {
        if (yaml.length() > LONGEST) {
            return tooLarge();
        }
        Problems problems = new Problems();
        Optional<Written> root = YamlTree.read(yaml, fileName, problems);
        if (root.isPresent() && root.get() instanceof Written.Mapping mapping) {
            Declaration declaration = DeclarationFields.read(new Fields(mapping, "", problems), AiUse::read);
            return problems.isEmpty()
                    ? new DeclarationOutcome.Declared(declaration)
                    : new DeclarationOutcome.Faulty(problems.inOrder());
        }
        if (root.isPresent()) {
            problems.add(root.get().line(), "", "is " + root.get().noun() + ", but should be a group of fields");
        } else if (problems.isEmpty()) {
            problems.add(1, "", "is empty");
        }
        return new DeclarationOutcome.Faulty(problems.inOrder());
    }

    private static DeclarationOutcome tooLarge() {
        return fault("is larger than " + LONGEST + " octets");
    }

    private static DeclarationOutcome fault(String message) {
        return new DeclarationOutcome.Faulty(List.of(new DeclarationProblem(1, "", message)));
    }
}
