package org.estampille.bytes;

/** Content goes over a limit of {@link ReadLimits}, so it could not be judged. */
public final class LimitExceededException extends MalformedContentException {
    private static final long serialVersionUID = 1L;

    private final String limit;

    public LimitExceededException(String limit, long wanted, long allowed) {
        super(limit, new ByteRange(0, 0), "limit '" + limit + "' is " + allowed + ", the content asks for " + wanted);
        this.limit = limit;
    }

    /** The name of the limit. */
    public String limit() {
        return limit;
    }

    /** Returns {@code wanted} when it is at most {@code allowed}. */
    public static int check(String limit, long wanted, int allowed) throws LimitExceededException {
        if (wanted < 0 || wanted > allowed) {
            throw new LimitExceededException(limit, wanted, allowed);
        }
        return (int) wanted;
    }
}
