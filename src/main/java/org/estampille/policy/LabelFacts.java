package org.estampille.policy;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.declaration.PlayTime;
import org.estampille.declaration.TimeBase;
import org.estampille.declaration.UseRange;
import org.estampille.declaration.VisibleLabel;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonNumber;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;
import org.estampille.timecode.Rational;

/**
 * A label as formulas read it.
 *
 * @param label as declared
 * @param base how the file counts its frames
 */
record LabelFacts(VisibleLabel label, Optional<TimeBase> base) {

    JsonObject facts() {
        LabelStatement said = new LabelStatement(label);
        Map<String, JsonValue> one = new LinkedHashMap<>();
        one.put("form", new JsonText(label.form().word()));
        one.put("text", new JsonText(label.text().orElse("")));
        one.put("saysAi", new JsonText(said.saysAi()));
        one.put("acronym", new JsonText(said.acronym()));
        one.put("language", new JsonText(DeclaredFacts.language(label.language())));
        one.put("hidden", JsonBoolean.of(said.isHidden()));
        one.put("embedded", new JsonText(DeclaredFacts.word(Optional.of(label.embedded()))));
        one.put("position", new JsonText(label.position().orElse(DeclaredFacts.UNKNOWN)));
        one.put("atEdge", new JsonText(LabelPlace.atEdge(label.position())));
        one.put("byText", new JsonText(LabelPlace.byText(label.position())));
        one.put("crowded", JsonBoolean.of(LabelPlace.isCrowded(label.position())));
        one.put("from", seconds(Onset.of(label.ranges(), base).or(this::earliest)));
        one.put("atStart", new JsonText(atStart()));
        one.put("lasts", seconds(lasts()));
        one.put("uncounted", JsonBoolean.of(endsUncounted()));
        one.put("afterBreaks", new JsonText(DeclaredFacts.word(Optional.of(label.afterBreaks()))));
        one.put("throughout", JsonBoolean.of(isThroughout()));
        one.put("repeats", JsonBoolean.of(label.intervalSeconds().isPresent() || isThroughout()));
        one.put(
                "heightPercent",
                label.heightPercent()
                        .<JsonValue>map(height -> new JsonNumber(height))
                        .orElse(JsonNull.NULL));
        one.put("contrastOk", new JsonText(DeclaredFacts.word(Optional.of(label.contrastOk()))));
        one.put("altText", JsonBoolean.of(label.altText().isPresent()));
        one.put("verified", JsonBoolean.of(label.verifiedBy().isPresent()));
        return JsonObject.of(one);
    }

    /** A number of seconds, or that it is not known. */
    static JsonValue seconds(Optional<Rational> time) {
        return time.<JsonValue>map(found -> new JsonNumber((double) found.numerator() / found.denominator()))
                .orElse(new JsonText(DeclaredFacts.UNKNOWN));
    }

    /** Of several stretches those with times count: a label that is only named somewhere may still come first, and need not. */
    private Optional<Rational> earliest() {
        return label.ranges().stream()
                .flatMap(range -> Onset.of(List.of(range), base).stream())
                .min(Rational::compareTo);
    }

    /** How long it first stays; empty where it stays to the end, or nobody said. */
    private Optional<Rational> lasts() {
        return label.ranges().stream()
                .flatMap(range -> Onset.of(List.of(range), base)
                        .flatMap(from -> end(range).map(to -> new Stretch(from, to.minus(from))))
                        .stream())
                .min(Comparator.comparing(Stretch::from))
                .map(Stretch::length);
    }

    /** Whether a stretch ends at a frame and nobody said how many there are in a second. */
    private boolean endsUncounted() {
        return base.isEmpty()
                && label.ranges().stream()
                        .anyMatch(range -> range.to().isEmpty()
                                && (range.endFrame().isPresent()
                                        || range.timecodeOut().isPresent()));
    }

    private record Stretch(Rational from, Rational length) {}

    private Optional<Rational> end(UseRange range) {
        return range.to()
                .map(PlayTime::seconds)
                .or(() -> base.flatMap(counting ->
                        range.frameAfter(counting).map(frame -> counting.rate().seconds(frame))));
    }

    /** Whether the label is there from the first frame on; not known where a range only names a shot, or counts no time. */
    private String atStart() {
        if (label.ranges().isEmpty() || label.ranges().stream().anyMatch(this::begins)) {
            return DeclaredFacts.YES;
        }
        return Onset.of(label.ranges(), base).isEmpty() ? DeclaredFacts.UNKNOWN : DeclaredFacts.NO;
    }

    /** A label that never goes need not come again. */
    private boolean isThroughout() {
        return label.ranges().stream()
                .filter(range -> range.from().isPresent()
                        || base.flatMap(range::firstFrame).isPresent())
                .filter(range -> range.to().isEmpty()
                        && range.endFrame().isEmpty()
                        && range.timecodeOut().isEmpty())
                .anyMatch(this::begins);
    }

    private boolean begins(UseRange range) {
        return Onset.of(List.of(range), base).equals(Optional.of(Onset.START));
    }
}
