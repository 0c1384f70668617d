package org.estampille.cli;

import java.util.List;

/** What the process tells the one who called it. With several assets the worst decides. */
public enum ExitCode {
    OK(0),
    REJECTED(1),
    USAGE(2),
    NO_MANIFEST(3),
    REVIEW(4),
    INDETERMINATE(5),
    IO(6),
    CANNOT_SIGN(7),
    INTERNAL(70),
    TEMPORARY(75);

    private static final List<ExitCode> WORST_FIRST =
            List.of(INTERNAL, TEMPORARY, USAGE, IO, CANNOT_SIGN, REJECTED, INDETERMINATE, NO_MANIFEST, REVIEW, OK);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The worse of the two, in the order the contract gives. */
    public ExitCode worse(ExitCode other) {
        return WORST_FIRST.indexOf(this) <= WORST_FIRST.indexOf(other) ? this : other;
    }
}
