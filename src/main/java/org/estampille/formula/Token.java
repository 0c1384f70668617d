package org.estampille.formula;

/**
 * A piece of an expression.
 *
 * @param text a name, an operator as written; escapes are resolved
 * @param value of a literal, else null
 * @param at where it begins, in characters
 */
record Token(Kind kind, String text, JsonValue value, int at) {

    /** What a token is, and how strongly it binds to what stands left of it; 0 when it does not. */
    enum Kind {
        END(0),
        NAME(0),
        QUOTED_NAME(0),
        LITERAL(0),
        INTEGER(0),
        CURRENT(0),
        COMMA(0),
        COLON(0),
        NOT(0),
        OPEN_BRACE(0),
        CLOSE_BRACE(0),
        OPEN_PARENTHESIS(0),
        CLOSE_PARENTHESIS(0),
        CLOSE_BRACKET(0),
        PIPE(1),
        OR(2),
        AND(3),
        COMPARATOR(4),
        AMPERSAND(5),
        PLUS(6),
        MINUS(6),
        TILDE(6),
        STAR(7),
        SLASH(7),
        FLATTEN(10),
        FILTER(21),
        DOT(40),
        OPEN_BRACKET(55);

        private final int power;

        Kind(int power) {
            this.power = power;
        }

        int power() {
            return power;
        }
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}
