package org.estampille.formula;

/**
 * What an expression may cost. Going over a limit is {@link org.estampille.bytes.LimitExceededException}.
 *
 * @param length characters of an expression
 * @param nesting levels of expressions and of calls, in the text and while computing
 * @param steps pieces of work: parts of expressions evaluated, values looked at or made
 * @param weight {@link JsonValue#weight} of any value, the document included
 * @param depth {@link JsonValue#depth} of any value
 */
public record FormulaLimits(int length, int nesting, long steps, int weight, int depth) {

    private static final FormulaLimits STANDARD = new FormulaLimits(100_000, 400, 50_000_000, 8_000_000, 200);

    /** The limits used when nobody asks for others. */
    public static FormulaLimits standard() {
        return STANDARD;
    }
}
