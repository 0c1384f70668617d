package org.estampille.declaration;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.estampille.bytes.Octets;

/** The one group of fields that a YAML 1.2 or JSON file holds. */
final class YamlDocument {

    /** The longest file, in octets or characters. */
    static final int LONGEST = 1 << 20;

    private YamlDocument() {}

    /** Empty when there is none; then a problem says why. */
    static Optional<Written.Mapping> read(Octets file, String fileName, Problems problems) {
        if (file.length() > LONGEST) {
            return tooLarge(problems);
        }
        try {
            String yaml = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.toByteArray()))
                    .toString();
            return read(yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml, fileName, problems);
        } catch (CharacterCodingException notText) {
            problems.add(1, "", "is not UTF-8 text");
            return Optional.empty();
        }
    }

    /** The same of a text. */
    static Optional<Written.Mapping> read(String yaml, String fileName, Problems problems) {
        if (yaml.length() > LONGEST) {
            return tooLarge(problems);
        }
        Optional<Written> root = YamlTree.read(yaml, fileName, problems);
        if (root.isPresent() && root.get() instanceof Written.Mapping mapping) {
            return Optional.of(mapping);
        }
        if (root.isPresent()) {
            problems.add(root.get().line(), "", "is " + root.get().noun() + ", but should be a group of fields");
        } else if (problems.isEmpty()) {
            problems.add(1, "", "is empty");
        }
        return Optional.empty();
    }

    private static Optional<Written.Mapping> tooLarge(Problems problems) {
        problems.add(1, "", "is larger than " + LONGEST + " octets");
        return Optional.empty();
    }
}
