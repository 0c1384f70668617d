package org.estampille.cut;

/** One problem that ends the reading of a list. */
final class CutFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;

    CutFault(long line, String message) {
        super(message);
        this.line = line;
    }

    CutOutcome.Problem problem() {
        return new CutOutcome.Problem(line, String.valueOf(getMessage()));
    }
}
