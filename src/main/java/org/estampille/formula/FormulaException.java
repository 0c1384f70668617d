package org.estampille.formula;

/** An expression that cannot be read or has no answer: one of the four errors of json-formula. */
public final class FormulaException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The kinds of error; {@link #label} is the name the language gives them. */
    public enum Kind {
        /** The text is not an expression. */
        SYNTAX("SyntaxError"),
        /** An unknown function, or one called with the wrong number or values of arguments. */
        FUNCTION("FunctionError"),
        /** A value that cannot be made into what is needed. */
        TYPE("TypeError"),
        /** Anything else that goes wrong while computing, such as a division by zero. */
        EVALUATION("EvaluationError");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final Kind kind;

    FormulaException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static FormulaException syntax(int at, String message) {
        return new FormulaException(Kind.SYNTAX, "at character " + (at + 1) + ": " + message);
    }

    static FormulaException function(String message) {
        return new FormulaException(Kind.FUNCTION, message);
    }

    static FormulaException type(String message) {
        return new FormulaException(Kind.TYPE, message);
    }

    static FormulaException evaluation(String message) {
        return new FormulaException(Kind.EVALUATION, message);
    }

    public Kind kind() {
        return kind;
    }
}
