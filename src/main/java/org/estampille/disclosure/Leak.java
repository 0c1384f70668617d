package org.estampille.disclosure;

/**
 * Something that a manifest gives away.
 *
 * @param kind what it is
 * @param where the reference of the assertion or claim, with a path into its content
 * @param value as written
 */
public record Leak(Kind kind, String where, String value) {

    /** Kinds of things that people regret having published. */
    public enum Kind {
        PROMPT("prompt"),
        PERSON("person"),
        E_MAIL("e-mail"),
        ADDRESS("ip-address"),
        PATH("path"),
        URL("url"),
        CODE_NAME("code-name"),
        FREE_TEXT("free-text"),
        SOFTWARE("software"),
        TIME("time"),
        PICTURE("picture");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word written in reports. */
        public String label() {
            return label;
        }
    }
}
