package org.estampille.tag;

/** A request that cannot be carried out as it stands; the message says what to do. */
public final class TaggingRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why a request was refused. */
    public enum Reason {
        /** The file is of no format that can be tagged. */
        UNSUPPORTED,
        /** The file has no manifest where one is needed. */
        NO_MANIFEST,
        /** The file's manifest does not hold. */
        INVALID,
        /** The request contradicts itself or the file. */
        CONFLICT,
        /** What was written did not verify; nothing was kept. */
        NOT_VERIFIED
    }

    private final Reason reason;

    public TaggingRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static TaggingRefusedException conflict(String message) {
        return new TaggingRefusedException(Reason.CONFLICT, message);
    }

    public Reason reason() {
        return reason;
    }
}
