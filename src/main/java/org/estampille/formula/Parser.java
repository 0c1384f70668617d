package org.estampille.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.estampille.bytes.LimitExceededException;
import org.estampille.formula.Token.Kind;

/** Builds the tree of an expression by the binding power of its operators. */
final class Parser {

    private static final int UNARY = 8;
    private static final int WILDCARD = 20;

    private final List<Token> tokens;
    private final Set<String> globals;
    private final FormulaLimits limits;
    private int index;
    private int nesting;

    private Parser(List<Token> tokens, Set<String> globals, FormulaLimits limits) {
        this.tokens = tokens;
        this.globals = globals;
        this.limits = limits;
    }

    static Expression parse(String text, Set<String> globals, FormulaLimits limits)
            throws FormulaException, LimitExceededException {
        LimitExceededException.check("formula characters", text.length(), limits.length());
        Parser parser = new Parser(new Lexer(text, limits).tokens(), globals, limits);
        Expression expression = parser.expression(0);
        parser.expect(Kind.END);
        return expression;
    }

    private Token peek() {
        return tokens.get(index);
    }

    private Token peek(int ahead) {
        return tokens.get(Math.min(index + ahead, tokens.size() - 1));
    }

    private Token next() {
        Token token = peek();
        index = Math.min(index + 1, tokens.size() - 1);
        return token;
    }

    private boolean take(Kind kind) {
        boolean there = peek().is(kind);
        if (there) {
            next();
        }
        return there;
    }

    private Token expect(Kind kind) throws FormulaException {
        if (!peek().is(kind)) {
            throw unexpected(peek());
        }
        return next();
    }

    private static FormulaException unexpected(Token token) {
        return FormulaException.syntax(
                token.at(),
                token.is(Kind.END) ? "the expression ends too early" : "'" + token.text() + "' cannot stand here");
    }

    private Expression expression(int power) throws FormulaException, LimitExceededException {
        nesting++;
        LimitExceededException.check("formula nesting", nesting, limits.nesting());
        Expression left = first(next());
        int links = 0;
        while (power < peek().kind().power()) {
            links++;
            LimitExceededException.check("formula nesting", nesting + (long) links, limits.nesting());
            left = further(next(), left);
        }
        nesting--;
        return left;
    }

    /** What begins with {@code token}. */
    private Expression first(Token token) throws FormulaException, LimitExceededException {
        return switch (token.kind()) {
            case LITERAL, INTEGER -> new Expression.Literal(token.value());
            case NAME -> named(token);
            case QUOTED_NAME -> new Expression.Field(token.text());
            case NOT -> new Expression.Not(expression(UNARY));
            case MINUS -> new Expression.Negation(expression(UNARY));
            case CURRENT -> new Expression.Current();
            case STAR ->
                new Expression.ObjectProjection(
                        new Expression.Current(),
                        peek().is(Kind.CLOSE_BRACKET) ? new Expression.Current() : projected(WILDCARD));
            case FILTER, FLATTEN -> further(token, new Expression.Current());
            case OPEN_BRACE -> object();
            case OPEN_BRACKET -> isIndexOrWildcard() ? further(token, new Expression.Current()) : array();
            case OPEN_PARENTHESIS -> {
                Expression inner = expression(0);
                expect(Kind.CLOSE_PARENTHESIS);
                yield inner;
            }
            default -> throw unexpected(token);
        };
    }

    private Expression named(Token token) throws FormulaException, LimitExceededException {
        if (take(Kind.OPEN_PARENTHESIS)) {
            return new Expression.Call(token.text(), arguments());
        }
        boolean afterDot = index >= 2 && tokens.get(index - 2).is(Kind.DOT);
        return !afterDot && globals.contains(token.text())
                ? new Expression.Global(token.text())
                : new Expression.Field(token.text());
    }

    /** {@code left} with what {@code token} adds to it. */
    private Expression further(Token token, Expression left) throws FormulaException, LimitExceededException {
        int power = token.kind().power();
        return switch (token.kind()) {
            case DOT ->
                take(Kind.STAR)
                        ? new Expression.ObjectProjection(left, projected(power))
                        : new Expression.Chain(left, afterDot(power));
            case PIPE -> new Expression.Chain(left, expression(power));
            case OR -> new Expression.Or(left, expression(power));
            case AND -> new Expression.And(left, expression(power));
            case COMPARATOR -> new Expression.Comparison(Comparator.of(token.text()), left, expression(power));
            case AMPERSAND -> new Expression.Concatenation(left, expression(power));
            case PLUS, MINUS, STAR, SLASH ->
                new Expression.Arithmetic(token.text().charAt(0), left, expression(power));
            case TILDE -> new Expression.Union(left, expression(power));
            case FLATTEN -> new Expression.Projection(new Expression.Flattened(left), projected(power));
            case FILTER -> filter(left, power);
            case OPEN_BRACKET -> bracket(left);
            default -> throw unexpected(token);
        };
    }

    private Expression filter(Expression left, int power) throws FormulaException, LimitExceededException {
        Expression condition = expression(0);
        expect(Kind.CLOSE_BRACKET);
        return new Expression.FilterProjection(left, condition, projected(power));
    }

    /** What is applied to each element of a projection. */
    private Expression projected(int power) throws FormulaException, LimitExceededException {
        Token token = peek();
        if (token.is(Kind.DOT)) {
            next();
            return afterDot(power);
        }
        if (token.is(Kind.OPEN_BRACKET) || token.is(Kind.FILTER)) {
            return expression(power);
        }
        if (token.is(Kind.OPEN_BRACE) || token.is(Kind.OPEN_PARENTHESIS)) {
            throw unexpected(token);
        }
        return new Expression.Current();
    }

    private Expression afterDot(int power) throws FormulaException, LimitExceededException {
        return switch (peek().kind()) {
            case NAME, QUOTED_NAME, STAR -> expression(power);
            case OPEN_BRACKET -> {
                next();
                yield array();
            }
            case OPEN_BRACE -> {
                next();
                yield object();
            }
            default -> throw unexpected(peek());
        };
    }

    private List<Expression> arguments() throws FormulaException, LimitExceededException {
        List<Expression> arguments = new ArrayList<>();
        while (!take(Kind.CLOSE_PARENTHESIS)) {
            if (!arguments.isEmpty()) {
                expect(Kind.COMMA);
            }
            arguments.add(take(Kind.AMPERSAND) ? new Expression.Reference(expression(0)) : expression(0));
        }
        return List.copyOf(arguments);
    }

    private Expression array() throws FormulaException, LimitExceededException {
        List<Expression> items = new ArrayList<>();
        do {
            items.add(expression(0));
        } while (take(Kind.COMMA));
        expect(Kind.CLOSE_BRACKET);
        return new Expression.ArrayOf(List.copyOf(items));
    }

    private Expression object() throws FormulaException, LimitExceededException {
        Map<String, Expression> fields = new LinkedHashMap<>();
        do {
            Token name = next();
            if (!name.is(Kind.NAME) && !name.is(Kind.QUOTED_NAME)) {
                throw unexpected(name);
            }
            expect(Kind.COLON);
            fields.put(name.text(), expression(0));
        } while (take(Kind.COMMA));
        expect(Kind.CLOSE_BRACE);
        return new Expression.ObjectOf(fields);
    }

    private boolean isIndexOrWildcard() {
        if (peek().is(Kind.STAR)) {
            return peek(1).is(Kind.CLOSE_BRACKET);
        }
        int ahead = peek().is(Kind.MINUS) ? 1 : 0;
        ahead += peek(ahead).is(Kind.INTEGER) ? 1 : 0;
        return peek(ahead).is(Kind.CLOSE_BRACKET) || peek(ahead).is(Kind.COLON);
    }

    /** What follows an opening bracket that selects: a wildcard, an index or a slice. */
    private Expression bracket(Expression left) throws FormulaException, LimitExceededException {
        if (take(Kind.STAR)) {
            expect(Kind.CLOSE_BRACKET);
            return new Expression.Projection(left, projected(WILDCARD));
        }
        OptionalInt start = integer();
        if (start.isPresent() && take(Kind.CLOSE_BRACKET)) {
            return new Expression.Index(left, start.getAsInt());
        }
        expect(Kind.COLON);
        OptionalInt stop = integer();
        OptionalInt step = take(Kind.COLON) ? integer() : OptionalInt.empty();
        expect(Kind.CLOSE_BRACKET);
        return new Expression.Projection(new Expression.Slice(left, start, stop, step), projected(WILDCARD));
    }

    private OptionalInt integer() throws FormulaException {
        boolean negative = take(Kind.MINUS);
        if (!negative && !peek().is(Kind.INTEGER)) {
            return OptionalInt.empty();
        }
        double value = ((JsonNumber) expect(Kind.INTEGER).value()).value();
        int whole = (int) Math.min(value, Integer.MAX_VALUE);
        return OptionalInt.of(negative ? -whole : whole);
    }

    /** How two values are compared. */
    enum Comparator {
        EQUAL,
        DIFFERENT,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST;

        private static Comparator of(String written) {
            return Optional.ofNullable(Map.of(
                                    "=", EQUAL, "==", EQUAL, "!=", DIFFERENT, "<>", DIFFERENT, "<", LESS, "<=", AT_MOST,
                                    ">", GREATER, ">=", AT_LEAST)
                            .get(written))
                    .orElseThrow();
        }
    }
}
