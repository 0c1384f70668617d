package org.estampille.cli;

/** A command cannot go on: one sentence for the person at the terminal, and the exit code. */
public final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /**
     * @param exitCode what the process returns
     * @param message one sentence: file, place, cause, what to do
     */
    public CommandFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
