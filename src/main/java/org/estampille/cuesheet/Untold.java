package org.estampille.cuesheet;

/** Why a line is there although nobody declares what AI did. */
public enum Untold {
    /** Its signer says that AI took part, or does not say whether, and no use declared tells of it. */
    UNDECLARED,
    /** Its file was not among those handed in. */
    NO_FILE,
    /** Its file has no manifest. */
    NO_MANIFEST,
    /** The manifest of its file does not hold. */
    NOT_HOLDING,
    /** The ingredient did not hold when the file was made from it: nobody can tell what it was. */
    DID_NOT_HOLD,
    /** Its file could not be judged. */
    NOT_JUDGED
}
