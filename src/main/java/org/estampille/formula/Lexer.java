package org.estampille.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.formula.Token.Kind;

/** Cuts an expression into tokens. */
final class Lexer {

    private static final Pattern NUMBER = Pattern.compile("[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final Map<String, Kind> PAIRS = Map.of(
            "[]", Kind.FLATTEN,
            "[?", Kind.FILTER,
            "&&", Kind.AND,
            "||", Kind.OR,
            "<=", Kind.COMPARATOR,
            ">=", Kind.COMPARATOR,
            "==", Kind.COMPARATOR,
            "!=", Kind.COMPARATOR,
            "<>", Kind.COMPARATOR);
    private static final Map<Character, Kind> SINGLES = Map.ofEntries(
            Map.entry('.', Kind.DOT),
            Map.entry(',', Kind.COMMA),
            Map.entry(':', Kind.COLON),
            Map.entry('{', Kind.OPEN_BRACE),
            Map.entry('}', Kind.CLOSE_BRACE),
            Map.entry('[', Kind.OPEN_BRACKET),
            Map.entry(']', Kind.CLOSE_BRACKET),
            Map.entry('(', Kind.OPEN_PARENTHESIS),
            Map.entry(')', Kind.CLOSE_PARENTHESIS),
            Map.entry('@', Kind.CURRENT),
            Map.entry('!', Kind.NOT),
            Map.entry('<', Kind.COMPARATOR),
            Map.entry('>', Kind.COMPARATOR),
            Map.entry('=', Kind.COMPARATOR),
            Map.entry('&', Kind.AMPERSAND),
            Map.entry('|', Kind.PIPE),
            Map.entry('~', Kind.TILDE),
            Map.entry('+', Kind.PLUS),
            Map.entry('-', Kind.MINUS),
            Map.entry('*', Kind.STAR),
            Map.entry('/', Kind.SLASH));

    private final String text;
    private final JsonReader reader;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(String text, FormulaLimits limits) {
        this.text = text;
        this.reader = new JsonReader(limits);
    }

    List<Token> tokens() throws FormulaException, LimitExceededException {
        while (at < text.length()) {
            if (" \t\n\r".indexOf(text.charAt(at)) >= 0) {
                at++;
            } else {
                tokens.add(token());
            }
        }
        tokens.add(new Token(Kind.END, "", JsonNull.NULL, at));
        return List.copyOf(tokens);
    }

    private Token token() throws FormulaException, LimitExceededException {
        char first = text.charAt(at);
        if (first == '`') {
            return json();
        }
        if (first == '"') {
            return literal(new JsonText(quoted('"')), at);
        }
        if (first == '\'') {
            int start = at;
            return new Token(Kind.QUOTED_NAME, quoted('\''), JsonNull.NULL, start);
        }
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (name.lookingAt()) {
            return plain(Kind.NAME, name.group());
        }
        if (isDigit(at) || first == '.' && isDigit(at + 1)) {
            return number();
        }
        String pair = text.substring(at, Math.min(at + 2, text.length()));
        Kind kind = PAIRS.get(pair);
        if (kind != null) {
            return plain(kind, pair);
        }
        Kind single = SINGLES.get(first);
        if (single == null) {
            throw FormulaException.syntax(at, "a character that has no meaning here");
        }
        return plain(single, Character.toString(first));
    }

    private Token plain(Kind kind, String written) {
        Token token = new Token(kind, written, JsonNull.NULL, at);
        at += written.length();
        return token;
    }

    private static Token literal(JsonValue value, int at) {
        return new Token(Kind.LITERAL, "literal", value, at);
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private Token number() throws FormulaException {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw FormulaException.syntax(at, "not a number");
        }
        int start = at;
        String written = number.group();
        double value = Double.parseDouble(written);
        if (!Double.isFinite(value)) {
            throw FormulaException.syntax(at, "a number that is too large");
        }
        at += written.length();
        boolean whole = written.chars().allMatch(c -> c >= '0' && c <= '9');
        return new Token(whole ? Kind.INTEGER : Kind.LITERAL, written, new JsonNumber(value), start);
    }

    /** JSON between back quotes; a back quote in it is written with a backslash. */
    private Token json() throws FormulaException, LimitExceededException {
        int start = at;
        StringBuilder json = new StringBuilder();
        for (at++; ; at++) {
            if (at >= text.length()) {
                throw FormulaException.syntax(start, "the JSON literal has no end");
            }
            char c = text.charAt(at);
            if (c == '`') {
                break;
            }
            if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '`') {
                at++;
                c = '`';
            }
            json.append(c);
        }
        at++;
        try {
            return literal(reader.read(json.toString()), start);
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            throw FormulaException.syntax(start, "the JSON literal is not JSON");
        }
    }

    private String quoted(char quote) throws FormulaException {
        int start = at;
        StringBuilder content = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                return content.toString();
            }
            if (c < ' ') {
                throw FormulaException.syntax(at, "a control character inside of quotes");
            }
            content.append(c == '\\' ? escape(start) : c);
        }
        throw FormulaException.syntax(start, "the quotes are not closed");
    }

    private char escape(int start) throws FormulaException {
        at++;
        if (at >= text.length()) {
            throw FormulaException.syntax(start, "the quotes are not closed");
        }
        char c = text.charAt(at);
        int named = "bfnrt\\/\"'`".indexOf(c);
        if (named >= 0) {
            return "\b\f\n\r\t\\/\"'`".charAt(named);
        }
        String hexadecimal = text.substring(Math.min(at + 1, text.length()), Math.min(at + 5, text.length()));
        if (c == 'u' && hexadecimal.length() == 4 && hexadecimal.chars().allMatch(h -> Character.digit(h, 16) >= 0)) {
            at += 4;
            return (char) Integer.parseInt(hexadecimal, 16);
        }
        throw FormulaException.syntax(at - 1, "an escape that does not exist");
    }
}
