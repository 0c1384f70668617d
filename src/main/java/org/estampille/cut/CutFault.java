package org.estampille.cut;

import org.estampille.timecode.FrameRate;

/** One problem that ends the reading of a list. */
final class CutFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;

    CutFault(long line, String message) {
        super(message);
        this.line = line;
    }

    /** A list that says how it counts is not read otherwise: its labels would mean other frames. */
    static void requireSame(long line, FrameRate stated, FrameRate given) throws CutFault {
        if (!stated.perSecond().equals(given.perSecond())) {
            throw new CutFault(
                    line,
                    "counts " + stated.text() + " frames a second, and "
                            + (line > 0 ? "--rate, or a line before, says " : "--rate says ") + given.text()
                            + "; leave --rate out, or export the list at that rate");
        }
    }

    CutOutcome.Problem problem() {
        return new CutOutcome.Problem(line, String.valueOf(getMessage()));
    }
}
