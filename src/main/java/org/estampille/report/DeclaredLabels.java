package org.estampille.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.UseRange;
import org.estampille.declaration.VisibleLabel;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.SignedDeclaration;

/**
 * The title and the labels that the declaration names: form, words, moments and the digest of the proof.
 *
 * @param picture whether the file is a picture, in which a label has no start and no end unless its declaration names them
 * @param words of {@link Words#ofPages}
 */
record DeclaredLabels(
        Optional<SignedDeclaration> signed, Optional<Declaration> declaration, boolean picture, Words words) {

    private static final int SHORT_DIGEST = 12;

    static DeclaredLabels of(VerificationReport report, Words words) {
        Optional<SignedDeclaration> signed = report.validation().flatMap(SignedDeclaration::of);
        boolean picture =
                report.format().filter(format -> format.startsWith("image/")).isPresent();
        return new DeclaredLabels(signed, signed.flatMap(SignedDeclaration::declaration), picture, words);
    }

    /** The title; empty where the declaration does not hold. */
    static Optional<String> title(VerificationReport report) {
        return report.validation()
                .flatMap(SignedDeclaration::of)
                .filter(signed -> signed.strength() != AiStatement.Strength.UNVERIFIED)
                .flatMap(SignedDeclaration::declaration)
                .map(Declaration::title)
                .filter(title -> !title.isBlank());
    }

    /** The table of a page; empty without labels. */
    Optional<PageBlock.Table> table() {
        List<List<String>> rows = new ArrayList<>();
        for (VisibleLabel label : labels()) {
            rows.add(List.of(
                    form(label),
                    said(label).orElse(words.word("label.no-words")),
                    times(label).orElse(words.word("label.no-times")),
                    label.evidenceSha256().map(digest -> "SHA-256 " + digest).orElse(words.word("label.no-proof"))));
        }
        List<String> head = List.of(
                words.word("label"),
                words.word("label.words"),
                words.word("label.times"),
                words.word("label.evidence"));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PageBlock.Table(words.word(holds() ? "labels.table" : "labels.unverified"), head, rows));
    }

    /** A line for each label; none where the declaration does not hold. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (VisibleLabel label : holds() ? labels() : List.<VisibleLabel>of()) {
            String proof = label.evidenceSha256()
                    .map(digest -> ", SHA-256 " + digest.substring(0, Math.min(SHORT_DIGEST, digest.length())))
                    .orElse("");
            lines.add(form(label)
                    + said(label).map(text -> ", " + text).orElse("")
                    + times(label).map(times -> ", " + times).orElse("")
                    + proof);
        }
        return lines;
    }

    private boolean holds() {
        return signed.isPresent() && signed.get().strength() != AiStatement.Strength.UNVERIFIED;
    }

    private List<VisibleLabel> labels() {
        return declaration.map(Declaration::labels).orElse(List.of());
    }

    private String form(VisibleLabel label) {
        return words.term("form", label.form().word());
    }

    private static Optional<String> said(VisibleLabel label) {
        return label.text()
                .map(text -> "\"" + text + "\""
                        + label.language().map(tag -> " (" + tag + ")").orElse(""));
    }

    private Optional<String> times(VisibleLabel label) {
        List<UseRange> told =
                picture ? label.ranges().stream().filter(UseRange::isTimed).toList() : label.ranges();
        return picture && told.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(
                        ", ", DeclaredTimeline.times(told, declaration.flatMap(Declaration::timeBase), words)));
    }
}
