package org.estampille.formula;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;

/** All functions of the language by name. */
final class Functions {

    private static final Map<String, Entry> ALL = all();

    private Functions() {}

    /** What a function does. */
    interface Body {
        JsonValue apply(Call call) throws FormulaException, LimitExceededException;
    }

    /**
     * A function.
     *
     * @param lazy whether it decides itself which arguments are evaluated
     */
    record Entry(Signature signature, Body body, boolean lazy) {}

    /** Takes functions in. */
    interface Registry {
        void add(String name, String signature, Body body);
    }

    static Optional<Entry> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Map<String, Entry> all() {
        Map<String, Entry> entries = new HashMap<>();
        Registry registry =
                (name, signature, body) -> entries.put(name, new Entry(Signature.of(signature), body, false));
        LogicFunctions.register(registry);
        NumberFunctions.register(registry);
        StatisticFunctions.register(registry);
        TextFunctions.register(registry);
        CollectionFunctions.register(registry);
        DateFunctions.register(registry);
        entries.put("if", new Entry(Signature.of("any any any"), call -> call.value(0), true));
        return Map.copyOf(entries);
    }
}
