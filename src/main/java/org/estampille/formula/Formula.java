package org.estampille.formula;

import java.util.Set;
import org.estampille.bytes.LimitExceededException;

/** An expression that was read and can be evaluated any number of times. */
public final class Formula {

    private final Expression expression;

    Formula(Expression expression) {
        this.expression = expression;
    }

    /**
     * Reads {@code text}.
     *
     * @param globals names that mean a value of the {@link Environment}, not a field; each begins with {@code $}
     * @throws FormulaException of kind SYNTAX
     */
    public static Formula compile(String text, Set<String> globals, FormulaLimits limits)
            throws FormulaException, LimitExceededException {
        return new Formula(Parser.parse(text, globals, limits));
    }

    /** The answer for {@code document}. */
    public JsonValue evaluate(JsonValue document, Environment environment)
            throws FormulaException, LimitExceededException {
        LimitExceededException.check(
                "JSON depth", document.depth(), environment.limits().depth());
        LimitExceededException.check(
                "JSON values", document.weight(), environment.limits().weight());
        return new Evaluation(environment).of(expression, document);
    }

    Expression expression() {
        return expression;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && expression.equals(formula.expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }
}
