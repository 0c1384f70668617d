package org.estampille.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A closed list of words, each standing for one value. */
final class Vocabulary<E> {

    private final List<E> values;
    private final List<String> words;

    private Vocabulary(List<E> values, List<String> words) {
        this.values = values;
        this.words = words;
    }

    static <E extends Term> Vocabulary<E> of(E[] values) {
        return of(List.of(values), Term::word);
    }

    static <E> Vocabulary<E> of(List<E> values, Function<E, String> word) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(word.apply(value)));
        return new Vocabulary<>(List.copyOf(values), List.copyOf(words));
    }

    Optional<E> find(String word) {
        int index = words.indexOf(word);
        return index < 0 ? Optional.empty() : Optional.of(values.get(index));
    }

    List<String> words() {
        return words;
    }
}
