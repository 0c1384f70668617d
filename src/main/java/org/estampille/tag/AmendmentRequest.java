package org.estampille.tag;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.estampille.declaration.Declaration;

/**
 * One file whose signed statement is to be corrected, completed, checked again, or in part taken back.
 *
 * @param source the media file; its manifests are in it or beside it
 * @param target a new file to write; empty replaces the file that holds the manifests
 * @param declaration what is said now; empty when something is only redacted
 * @param kind what the new declaration does to the earlier one
 * @param reason in plain words
 * @param redactions labels of assertions, or {@code prompt}, {@code persons}, {@code rights}
 * @param vouch the signer stands behind everything that is declared
 * @param replace an existing target may be replaced
 */
public record AmendmentRequest(
        Path source,
        Optional<Path> target,
        Optional<Declaration> declaration,
        Kind kind,
        Optional<String> reason,
        List<String> redactions,
        boolean vouch,
        boolean replace) {

    /** What a new declaration does to the earlier one. */
    public enum Kind {
        CORRECTS("corrects"),
        COMPLETES("completes"),
        RECHECKS("rechecks");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As written in the manifest. */
        public String word() {
            return word;
        }

        /** As written on a command line. */
        @Override
        public String toString() {
            return word;
        }
    }

    public AmendmentRequest {
        redactions = List.copyOf(redactions);
    }
}
