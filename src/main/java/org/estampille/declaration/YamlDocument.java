package org.estampille.declaration;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.yaml.YamlLimits;
import org.estampille.yaml.YamlNode;
import org.estampille.yaml.YamlReader;
import org.estampille.yaml.YamlStream;

/** The one group of fields that a YAML 1.2 or JSON file holds. */
final class YamlDocument {

    /** The longest file, in octets or characters. */
    static final int LONGEST = 1 << 20;

    private static final YamlLimits LIMITS = new YamlLimits(32, 20_000);

    private YamlDocument() {}

    /** Empty when there is none; then a problem says why. */
    static Optional<YamlNode.Mapping> read(Octets file, Problems problems) {
        if (file.length() > LONGEST) {
            return tooLarge(problems);
        }
        try {
            String yaml = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.toByteArray()))
                    .toString();
            return read(yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml, problems);
        } catch (CharacterCodingException notText) {
            problems.add(1, "", "is not UTF-8 text");
            return Optional.empty();
        }
    }

    /** The same of a text. */
    static Optional<YamlNode.Mapping> read(String yaml, Problems problems) {
        if (yaml.length() > LONGEST) {
            return tooLarge(problems);
        }
        YamlStream stream = YamlReader.read(yaml, LIMITS);
        stream.problems().forEach(problem -> problems.add(problem.line(), problem.path(), problem.message()));
        if (stream.documents().isEmpty()) {
            if (problems.isEmpty()) {
                problems.add(1, "", "is empty");
            }
            return Optional.empty();
        }
        if (stream.documents().size() > 1) {
            problems.add(stream.documents().get(1).line(), "", "holds a second document; one file is one declaration");
            return Optional.empty();
        }
        YamlNode root = stream.documents().get(0);
        if (root instanceof YamlNode.Mapping mapping) {
            return Optional.of(mapping);
        }
        problems.add(root.line(), "", "is " + noun(root) + ", but should be a group of fields");
        return Optional.empty();
    }

    /** How to name a value in a message. */
    static String noun(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return switch (scalar.kind()) {
                case TEXT -> "text";
                case NUMBER -> "a number";
                case TRUTH -> "true or false";
                case NOTHING -> "nothing";
            };
        }
        return node instanceof YamlNode.Sequence ? "a list" : "a group of fields";
    }

    private static Optional<YamlNode.Mapping> tooLarge(Problems problems) {
        problems.add(1, "", "is larger than " + LONGEST + " octets");
        return Optional.empty();
    }
}
