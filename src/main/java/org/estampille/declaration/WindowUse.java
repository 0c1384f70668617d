package org.estampille.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;
import org.estampille.yaml.YamlNode;

/**
 * What a tool's terms say about one way of exploiting its output.
 *
 * @param window the way
 * @param permission whether it is allowed
 * @param note what there is to say about it
 * @param clauseRef where in the terms
 */
public record WindowUse(Window window, Permission permission, Optional<String> note, Optional<String> clauseRef) {

    /** A way of exploiting content. */
    public enum Window implements Term {
        THEATRICAL("theatrical"),
        BROADCAST("broadcast"),
        SVOD("svod"),
        AVOD("avod"),
        ONLINE("online"),
        FESTIVAL("festival"),
        ADVERTISING("advertising"),
        MERCHANDISING("merchandising"),
        SOUNDTRACK_RELEASE("soundtrackRelease");

        static final Vocabulary<Window> VOCABULARY = Vocabulary.of(values());

        private final String word;

        Window(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Whether it is allowed. */
    public enum Permission implements Term {
        ALLOWED,
        PROHIBITED,
        CONDITIONS,
        UNKNOWN;

        static final Vocabulary<Permission> VOCABULARY = Vocabulary.of(values());
    }

    static WindowUse unknown(Window window) {
        return new WindowUse(window, Permission.UNKNOWN, Optional.empty(), Optional.empty());
    }

    static List<WindowUse> readAll(Fields fields) {
        List<WindowUse> uses = new ArrayList<>();
        for (Window window : Window.values()) {
            Optional<YamlNode> written = fields.written(window.word());
            if (written.isPresent()) {
                uses.add(read(fields, window, written.get()));
            }
        }
        return uses;
    }

    /** A bare word is the permission alone. */
    private static WindowUse read(Fields fields, Window window, YamlNode written) {
        if (!(written instanceof YamlNode.Mapping)) {
            Permission permission =
                    fields.choice(window.word(), Permission.VOCABULARY).orElse(Permission.UNKNOWN);
            return new WindowUse(window, permission, Optional.empty(), Optional.empty());
        }
        return fields.groupOrEmpty(
                window.word(),
                group -> new WindowUse(
                        window,
                        group.choice("permission", Permission.VOCABULARY).orElse(Permission.UNKNOWN),
                        group.text("note"),
                        group.text("clauseRef")));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .put("permission", permission.word())
                .putText("note", note)
                .putText("clauseRef", clauseRef)
                .build();
    }
}
