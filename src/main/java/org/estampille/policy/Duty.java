package org.estampille.policy;

/**
 * What follows from a profile for a file.
 *
 * @param word {@code label}, {@code label-relaxed}, {@code no-label}, {@code not-our-duty}, {@code ask-legal} ...
 * @param basis the paragraph it follows from
 * @param about what in the file it is about
 */
public record Duty(String word, String basis, Subject about) {

    /** Pictures and sound are judged by another rule than texts, and a file may have both. */
    public enum Subject {
        /** What is seen or heard, or a text where there is nothing else. */
        CONTENT,
        /** The text, while what is seen or heard needs nothing. */
        TEXT,
        /** What is seen or heard, and the text needs a label of its own. */
        CONTENT_AND_TEXT
    }
}
