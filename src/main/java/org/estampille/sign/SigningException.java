package org.estampille.sign;

/** Nothing can be signed: key, certificate, passphrase or time-stamp. The message is one sentence for people, without a full stop. */
public class SigningException extends Exception {
    private static final long serialVersionUID = 1L;

    public SigningException(String message) {
        super(message);
    }

    public SigningException(String message, Throwable cause) {
        super(message, cause);
    }
}
