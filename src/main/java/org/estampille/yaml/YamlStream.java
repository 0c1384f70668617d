package org.estampille.yaml;

import java.util.List;

/**
 * The documents of a text.
 *
 * @param documents in order; none when the text cannot be read to its end, and then a problem says why
 * @param problems what is wrong, in the order of the text; documents may be there all the same, without what is wrong in them
 */
public record YamlStream(List<YamlNode> documents, List<YamlProblem> problems) {
    public YamlStream {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }
}
