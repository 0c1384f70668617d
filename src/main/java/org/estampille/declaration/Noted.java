package org.estampille.declaration;

import java.util.Optional;
import org.estampille.cbor.CborValue;
import org.estampille.yaml.YamlNode;

/**
 * One word of a vocabulary with an optional remark. Written as the bare word, or as {@code {value, note}}.
 *
 * @param value the word
 * @param note what there is to say about it
 */
public record Noted<E extends Term>(E value, Optional<String> note) {

    static <E extends Term> Noted<E> read(Fields fields, String name, Vocabulary<E> vocabulary, E unknown) {
        Optional<YamlNode> written = fields.written(name);
        if (written.isPresent() && written.get() instanceof YamlNode.Mapping) {
            return fields.groupOrEmpty(
                    name, group -> new Noted<>(group.choice("value", vocabulary).orElse(unknown), group.text("note")));
        }
        return new Noted<>(fields.choice(name, vocabulary).orElse(unknown), Optional.empty());
    }

    CborValue toCbor() {
        CborValue word = CborValue.of(value.word());
        return note.isEmpty()
                ? word
                : CborValue.map().put("value", word).putText("note", note).build();
    }
}
