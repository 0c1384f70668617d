package org.estampille.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.estampille.bytes.LimitExceededException;

/** Functions of texts. Positions and lengths are code points. */
final class TextFunctions {

    private static final String ONE = "string|strings";
    private static final String TWO = ONE + " " + ONE;
    private static final String NUMBER = "number|numbers";
    private static final JsonNumber ZERO = new JsonNumber(0);
    private static final Pattern WORD = Pattern.compile("[\\s\\d\\p{P}]+|[^\\s\\d\\p{P}]+");

    private TextFunctions() {}

    static void register(Functions.Registry functions) {
        registerLetters(functions);
        registerSearches(functions);
        functions.add("split", TWO, call -> call.elements(call.values(), items -> split(call, items)));
        functions.add("rept", ONE + " " + NUMBER, call -> call.elements(call.values(), items -> repeated(call, items)));
        functions.add("substitute", TWO + " " + ONE + " " + NUMBER + "?", TextFunctions::substitute);
        functions.add("join", "array string", TextFunctions::join);
    }

    private static void registerLetters(Functions.Registry functions) {
        functions.add("casefold", ONE, call -> {
            Locale locale = call.run().environment().locale();
            return texts(call, text -> text.toUpperCase(locale).toLowerCase(locale));
        });
        functions.add("lower", ONE, call -> texts(call, text -> text.toLowerCase(Locale.ROOT)));
        functions.add("upper", ONE, call -> texts(call, text -> text.toUpperCase(Locale.ROOT)));
        functions.add("proper", ONE, call -> texts(call, TextFunctions::proper));
        functions.add("trim", ONE, call -> texts(call, TextFunctions::trimmed));
        functions.add(
                "codePoint",
                ONE,
                call -> call.elements(call.values(), items -> {
                    String text = Coercion.text(items.get(0));
                    return text.isEmpty() ? JsonNull.NULL : new JsonNumber(text.codePointAt(0));
                }));
        functions.add("fromCodePoint", NUMBER, TextFunctions::fromCodePoint);
    }

    private static void registerSearches(Functions.Registry functions) {
        functions.add(
                "startsWith",
                TWO,
                call -> call.elements(
                        call.values(), items -> JsonBoolean.of(begins(points(items.get(0)), points(items.get(1))))));
        functions.add(
                "endsWith",
                TWO,
                call -> call.elements(
                        call.values(), items -> JsonBoolean.of(ends(points(items.get(0)), points(items.get(1))))));
        functions.add(
                "find",
                TWO + " " + NUMBER + "?",
                call -> call.elements(
                        List.of(call.value(0), call.value(1), call.valueOr(2, ZERO)), items -> find(call, items)));
        functions.add(
                "search",
                TWO + " " + NUMBER + "?",
                call -> call.elements(
                        List.of(call.value(0), call.value(1), call.valueOr(2, ZERO)), items -> search(call, items)));
    }

    /** A text made of a text. */
    private interface Change {
        String of(String text);
    }

    private static JsonValue texts(Call call, Change change) throws FormulaException, LimitExceededException {
        return call.elements(call.values(), items -> call.run().text(change.of(Coercion.text(items.get(0)))));
    }

    private static String proper(String text) {
        StringBuilder words = new StringBuilder();
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            String first = word.group().substring(0, 1);
            words.append(first.toUpperCase(Locale.ROOT))
                    .append(word.group().substring(1).toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }

    private static String trimmed(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static JsonValue fromCodePoint(Call call) throws FormulaException, LimitExceededException {
        StringBuilder text = new StringBuilder();
        for (JsonValue value : call.flat()) {
            long point = Coercion.integer(value);
            if (point < 0 || point > Character.MAX_CODE_POINT) {
                throw FormulaException.evaluation("there is no code point " + point);
            }
            text.appendCodePoint((int) point);
        }
        return call.run().text(text.toString());
    }

    private static int[] points(JsonValue value) throws FormulaException {
        return Coercion.text(value).codePoints().toArray();
    }

    private static boolean begins(int[] text, int[] part) {
        return stands(part, text, 0);
    }

    private static boolean ends(int[] text, int[] part) {
        return part.length <= text.length && stands(part, text, text.length - part.length);
    }

    /** Whether {@code part} stands anywhere in {@code text}; half a code point is no part of a whole one. */
    static boolean holds(int[] text, int[] part) {
        for (int at = 0; at <= text.length - part.length; at++) {
            if (stands(part, text, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(int[] part, int[] text, int at) {
        return at + part.length <= text.length && Arrays.equals(part, 0, part.length, text, at, at + part.length);
    }

    private static JsonValue find(Call call, List<JsonValue> items) throws FormulaException, LimitExceededException {
        int[] wanted = points(items.get(0));
        int[] text = points(items.get(1));
        int start = call.position(items.get(2));
        call.run().charge(text.length);
        for (int at = start; at <= text.length - wanted.length; at++) {
            if (stands(wanted, text, at)) {
                return new JsonNumber(at);
            }
        }
        return JsonNull.NULL;
    }

    private static JsonValue search(Call call, List<JsonValue> items) throws FormulaException, LimitExceededException {
        if (Coercion.integer(items.get(2)) < 0) {
            throw FormulaException.function("search() takes no negative position");
        }
        WildcardPattern pattern = WildcardPattern.of(Coercion.text(items.get(0)));
        int[] text = points(items.get(1));
        for (int at = call.position(items.get(2)); at < text.length; at++) {
            int end = pattern.end(text, at, call.run());
            if (end >= 0) {
                return call.run().array(List.of(new JsonNumber(at), new JsonText(new String(text, at, end - at))));
            }
        }
        return JsonArray.of(List.of());
    }

    private static JsonValue split(Call call, List<JsonValue> items) throws FormulaException, LimitExceededException {
        String text = Coercion.text(items.get(0));
        String separator = Coercion.text(items.get(1));
        if (separator.isEmpty()) {
            return call.run()
                    .array(text.codePoints()
                            .mapToObj(point -> new JsonText(Character.toString(point)))
                            .toList());
        }
        return call.run()
                .array(Arrays.stream(text.split(Pattern.quote(separator), -1))
                        .map(JsonText::new)
                        .toList());
    }

    private static JsonValue repeated(Call call, List<JsonValue> items)
            throws FormulaException, LimitExceededException {
        String text = Coercion.text(items.get(0));
        int count = call.position(items.get(1));
        call.run().announce((long) text.length() * count);
        return call.run().text(text.repeat(count));
    }

    private static JsonValue substitute(Call call) throws FormulaException, LimitExceededException {
        return call.elements(call.values(), items -> {
            int[] text = points(items.get(0));
            int[] old = points(items.get(1));
            int which = items.size() > 3 ? call.position(items.get(3)) : -1;
            String replacement = Coercion.text(items.get(2));
            return old.length == 0 ? items.get(0) : substituted(call, text, old, replacement, which);
        });
    }

    /** @param which the occurrence to replace, the first is 0; -1 for all */
    private static JsonValue substituted(Call call, int[] text, int[] old, String replacement, int which)
            throws LimitExceededException {
        StringBuilder result = new StringBuilder();
        int found = 0;
        call.run().charge(text.length);
        for (int at = 0; at < text.length; ) {
            boolean match = stands(old, text, at);
            if (match && (which < 0 || found == which)) {
                result.append(replacement);
                call.run().announce(result.length());
                at += old.length;
            } else {
                result.appendCodePoint(text[at]);
                at++;
            }
            found += match ? 1 : 0;
        }
        return call.run().text(result.toString());
    }

    private static JsonValue join(Call call) throws FormulaException, LimitExceededException {
        List<String> parts = new ArrayList<>();
        long length = 0;
        for (JsonValue item : call.items(0)) {
            String part = LogicFunctions.json(call, item, 0);
            length += part.length() + (long) call.text(1).length();
            call.run().announce(length);
            parts.add(part);
        }
        return call.run().text(String.join(call.text(1), parts));
    }
}
