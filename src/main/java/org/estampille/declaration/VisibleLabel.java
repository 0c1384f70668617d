package org.estampille.declaration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.catalogue.C2paAction;
import org.estampille.catalogue.DigitalSourceType;
import org.estampille.cbor.CborValue;

/**
 * A label that tells the audience (EU AI Act article 50(5); Code of Practice section 2, measures 1.1 and 1.2), and where it is.
 *
 * @param form what it looks or sounds like
 * @param text its words
 * @param language of the words, BCP 47
 * @param embedded whether it is in the content itself
 * @param position in the picture, on the page or in the programme
 * @param ranges when it is on; none means all the time
 * @param heightPercent height of its letters, in percent of the picture's shorter side
 * @param afterBreaks whether it comes again after interruptions
 * @param intervalSeconds after how many seconds it comes again
 * @param contrastOk whether it was found to stand out from what is behind it
 * @param altText for those who cannot see it
 * @param verifiedBy who checked it
 * @param verifiedOn when
 * @param evidenceSha256 digest of a still or recording that shows it
 */
public record VisibleLabel(
        Form form,
        Optional<String> text,
        Optional<String> language,
        Answer embedded,
        Optional<String> position,
        List<UseRange> ranges,
        Optional<Double> heightPercent,
        Answer afterBreaks,
        Optional<Long> intervalSeconds,
        Answer contrastOk,
        Optional<String> altText,
        Optional<String> verifiedBy,
        Optional<LocalDate> verifiedOn,
        Optional<String> evidenceSha256) {

    public VisibleLabel {
        ranges = List.copyOf(ranges);
    }

    /** What a label looks or sounds like. */
    public enum Form implements Term {
        EU_GENERATED("eu_generated"),
        EU_MODIFIED("eu_modified"),
        EU_BASIC("eu_basic"),
        EQUIVALENT("equivalent"),
        TEXT("text"),
        AUDIBLE("audible"),
        EARCON("earcon"),
        CREDITS("credits"),
        PACKAGING("packaging"),
        ENTRY_NOTICE("entry_notice"),
        UI_ADJACENT("ui_adjacent"),
        HAPTIC("haptic");

        static final Vocabulary<Form> VOCABULARY = Vocabulary.of(values());

        private final String word;

        Form(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    static VisibleLabel read(Fields fields) {
        return new VisibleLabel(
                fields.requiredChoice("form", Form.VOCABULARY, Form.TEXT),
                fields.text("text"),
                fields.notation("language", Notations::language, Notations.LANGUAGE),
                fields.choice("embedded", Answer.VOCABULARY).orElse(Answer.UNKNOWN),
                fields.text("position"),
                fields.groups("ranges", UseRange::read),
                fields.notation("heightPercent", VisibleLabel::percent, "a number from 0 to 100"),
                fields.choice("afterBreaks", Answer.VOCABULARY).orElse(Answer.UNKNOWN),
                fields.notation("intervalSeconds", Numbers::count, "a whole number of seconds"),
                fields.choice("contrastOk", Answer.VOCABULARY).orElse(Answer.UNKNOWN),
                fields.text("altText"),
                fields.text("verifiedBy"),
                fields.notation("verifiedOn", Moment::day, Notations.DAY),
                fields.notation("evidenceSha256", Notations::sha256, Notations.SHA256));
    }

    private static Optional<Double> percent(String text) {
        return Numbers.real(text).filter(value -> value >= 0 && value <= 100);
    }

    /**
     * The action by which this label came into the content (C2PA 2.5 clause 16.4.1.1): text that was added, or sound that was
     * edited in. A label is made by a program that follows rules, not by a trained model.
     *
     * @param base how the file counts its frames
     * @param agent the program, and its version
     */
    public CborValue.Map action(Optional<TimeBase> base, String agent, String version) {
        boolean heard = form == Form.AUDIBLE;
        List<CborValue> changes = new ArrayList<>();
        ranges.forEach(range -> range.onTimeLine(base).regionOfInterest().ifPresent(changes::add));
        return CborValue.map()
                .put("action", (heard ? C2paAction.EDITED : C2paAction.ADDED_TEXT).label())
                .put("digitalSourceType", DigitalSourceType.DIGITAL_CREATION.uri())
                .put(
                        "softwareAgent",
                        CborValue.map()
                                .put("name", agent)
                                .put("version", version)
                                .build())
                .put("description", heard ? "AI notice added to the sound" : "AI label added to the picture")
                .putValue("changes", Lists.orNothing(changes, change -> change))
                .put(
                        "parameters",
                        CborValue.map()
                                .put("org.estampille.label", form.word())
                                .putText("org.estampille.text", text)
                                .putText("org.estampille.language", language)
                                .putText("org.estampille.evidenceSha256", evidenceSha256)
                                .build())
                .build();
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .put("form", form.word())
                .putText("text", text)
                .putText("language", language)
                .put("embedded", embedded.word())
                .putText("position", position)
                .putValue("ranges", Lists.orNothing(ranges, UseRange::toCbor))
                .putValue("heightPercent", heightPercent.map(CborValue.Real::new))
                .put("afterBreaks", afterBreaks.word())
                .putValue("intervalSeconds", intervalSeconds.map(CborValue::of))
                .put("contrastOk", contrastOk.word())
                .putText("altText", altText)
                .putText("verifiedBy", verifiedBy)
                .putText("verifiedOn", verifiedOn.map(LocalDate::toString))
                .putText("evidenceSha256", evidenceSha256)
                .build();
    }
}
