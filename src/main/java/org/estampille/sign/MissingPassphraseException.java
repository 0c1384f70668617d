package org.estampille.sign;

/** A key is protected with a passphrase, and whoever was asked for it had none. How to give one, the caller knows. */
public final class MissingPassphraseException extends SigningException {
    private static final long serialVersionUID = 1L;

    MissingPassphraseException(Throwable cause) {
        super("the key is protected with a passphrase, and none was given", cause);
    }
}
