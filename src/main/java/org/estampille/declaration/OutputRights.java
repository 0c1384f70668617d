package org.estampille.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * What the terms of one tool give in its output: the content of {@code org.estampille.output-rights}. A status under a contract,
 * not an opinion on copyright.
 *
 * @param appliesTo the parts of the file that are such output
 * @param tool the tool
 * @param generatedAt when the output was made
 * @param people whose likeness or voice is in it
 * @param terms what the tool's terms gave
 */
public record OutputRights(
        List<AppliesTo> appliesTo, Tool tool, Optional<Moment> generatedAt, List<Person> people, ToolTerms terms) {

    public OutputRights {
        appliesTo = List.copyOf(appliesTo);
        people = List.copyOf(people);
    }

    /**
     * A part of the file, or something that went into it.
     *
     * @param actionIndex place of the action in {@code c2pa.actions.v2}, from 0
     * @param ingredientLabel label of an ingredient assertion
     * @param assetSha256 digest of a file
     * @param range which part
     */
    public record AppliesTo(
            Optional<Long> actionIndex,
            Optional<String> ingredientLabel,
            Optional<String> assetSha256,
            Optional<UseRange> range) {

        static AppliesTo read(Fields fields) {
            List<String> times = fields.texts("timeRange");
            UseRange range = new UseRange(
                    Optional.empty(),
                    time(times, 0),
                    time(times, 1),
                    Optional.empty(),
                    Optional.empty(),
                    fields.text("track"),
                    fields.group("region", UseRange.Region::read));
            boolean whole =
                    times.isEmpty() && range.track().isEmpty() && range.region().isEmpty();
            return new AppliesTo(
                    fields.notation("actionIndex", Numbers::count, "a number"),
                    fields.text("ingredientLabel"),
                    fields.notation("assetSha256", Notations::sha256, Notations.SHA256),
                    whole ? Optional.empty() : Optional.of(range));
        }

        /** An empty text stands for the start or the end of the file. */
        private static Optional<PlayTime> time(List<String> times, int index) {
            return index < times.size() ? PlayTime.of(times.get(index)) : Optional.empty();
        }

        CborValue.Map toCbor() {
            return CborValue.map()
                    .putValue("actionIndex", actionIndex.map(CborValue::of))
                    .putText("ingredientLabel", ingredientLabel)
                    .putText("assetSha256", assetSha256)
                    .putTexts("timeRange", timeRange())
                    .putText("track", range.flatMap(UseRange::track))
                    .putValue("region", range.flatMap(UseRange::region).map(UseRange.Region::toCbor))
                    .build();
        }

        private List<String> timeRange() {
            List<String> times = new ArrayList<>();
            if (range.isPresent()
                    && (range.get().from().isPresent() || range.get().to().isPresent())) {
                times.add(range.get().from().orElse(new PlayTime(0)).text());
                range.get().to().ifPresent(end -> times.add(end.text()));
            }
            return times;
        }
    }
}
