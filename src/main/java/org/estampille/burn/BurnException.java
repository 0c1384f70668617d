package org.estampille.burn;

/** A label could not be put into the content: one sentence without a full stop, for the person who asked. */
public final class BurnException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public BurnException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public enum Reason {
        /** FFmpeg is not there. */
        NO_TOOL,
        /** The content is of a kind that cannot be written back as it is. */
        UNSUPPORTED,
        /** What was asked for does not fit the content. */
        CONFLICT,
        /** FFmpeg gave up or took too long, or the label is not in the result. */
        FAILED
    }

    public Reason reason() {
        return reason;
    }
}
