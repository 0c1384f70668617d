package org.estampille.bytes;

/** Content breaks the rules of its format: which format, where, and how. Never thrown for I/O trouble. */
public class MalformedContentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String format;
    private final transient ByteRange where;
    private final String cause;

    /**
     * @param format the structure that is broken, such as {@code PNG} or {@code CBOR}
     * @param where the octets at fault, from the start of the file or of the structure read
     * @param cause what is wrong, one clause without a full stop
     */
    public MalformedContentException(String format, ByteRange where, String cause) {
        super(format + " at offset " + where.start() + ": " + cause);
        this.format = format;
        this.where = where;
        this.cause = cause;
    }

    public String format() {
        return format;
    }

    public ByteRange where() {
        return where;
    }

    public String problem() {
        return cause;
    }
}
