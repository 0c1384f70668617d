package org.estampille.formula;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * What an expression can use beside the document; nothing is taken from the machine.
 *
 * @param globals values by name; the names begin with {@code $}
 * @param definitions functions beside those of the language
 * @param now what {@code now()} and {@code today()} answer
 * @param zone of dates and times
 * @param locale of {@code casefold()}
 * @param random numbers from 0 to below 1; without it {@code random()} is an error
 * @param limits of the work
 */
public record Environment(
        Map<String, JsonValue> globals,
        Map<String, Definition> definitions,
        Instant now,
        ZoneId zone,
        Locale locale,
        Optional<DoubleSupplier> random,
        FormulaLimits limits) {

    public Environment {
        globals = Map.copyOf(globals);
        definitions = Map.copyOf(definitions);
    }

    /** UTC, American English, standard limits, no names and no randomness. */
    public static Environment at(Instant now) {
        return new Environment(
                Map.of(), Map.of(), now, ZoneOffset.UTC, Locale.US, Optional.empty(), FormulaLimits.standard());
    }

    /** This environment with these named values instead of its own. */
    public Environment withGlobals(Map<String, JsonValue> values) {
        return new Environment(values, definitions, now, zone, locale, random, limits);
    }

    /** This environment with {@code name} defined. */
    public Environment defining(String name, Definition definition) {
        Map<String, Definition> more = new HashMap<>(definitions);
        more.put(name, definition);
        return new Environment(globals, more, now, zone, locale, random, limits);
    }

    /** This environment with another language. */
    public Environment in(Locale other) {
        return new Environment(globals, definitions, now, zone, other, random, limits);
    }

    /** This environment with a source of random numbers. */
    public Environment drawing(DoubleSupplier numbers) {
        return new Environment(globals, definitions, now, zone, locale, Optional.of(numbers), limits);
    }

    /** This environment with other limits. */
    public Environment within(FormulaLimits other) {
        return new Environment(globals, definitions, now, zone, locale, random, other);
    }
}
