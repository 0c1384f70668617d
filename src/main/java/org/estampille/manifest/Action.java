package org.estampille.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * Something that was done to the asset (C2PA 2.5 clause 16.4.1.4).
 *
 * @param name such as {@code c2pa.created}; empty text when it has none
 * @param digitalSourceType the kind of source, as written
 * @param softwareAgent name of the tool, where the action itself names one
 * @param when as written
 * @param ingredients what it used; the single one of older files included
 * @param related assertions that belong to it
 * @param redacted what a {@code c2pa.redacted} action removed
 * @param content the whole map
 */
public record Action(
        String name,
        Optional<String> digitalSourceType,
        Optional<String> softwareAgent,
        Optional<String> when,
        List<HashedUri> ingredients,
        List<HashedUri> related,
        Optional<String> redacted,
        CborValue.Map content) {

    public Action {
        ingredients = List.copyOf(ingredients);
        related = List.copyOf(related);
    }

    static Action read(CborValue.Map map) {
        CborValue.Map parameters = Fields.map(map, "parameters").orElse(new CborValue.Map(List.of()));
        List<HashedUri> ingredients = new ArrayList<>(HashedUri.listIn(parameters, "ingredients"));
        HashedUri.in(parameters, "ingredient").ifPresent(ingredients::add);
        return new Action(
                Fields.text(map, "action").orElse(""),
                Fields.text(map, "digitalSourceType"),
                agent(map),
                Fields.text(map, "when"),
                ingredients,
                HashedUri.listIn(parameters, "relatedAssertions"),
                Fields.text(parameters, "redacted"),
                map);
    }

    /** The agent is text in actions v1 and a map with a name in v2. */
    private static Optional<String> agent(CborValue.Map map) {
        Optional<String> text = Fields.text(map, "softwareAgent");
        return text.isPresent() ? text : Fields.map(map, "softwareAgent").flatMap(info -> Fields.text(info, "name"));
    }

    /** Whether it begins the history of the asset. */
    public boolean isInception() {
        return name.equals("c2pa.created") || name.equals("c2pa.opened");
    }
}
