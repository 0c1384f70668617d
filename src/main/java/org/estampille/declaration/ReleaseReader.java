package org.estampille.declaration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;

/** Reads a release file in YAML 1.2 or JSON ({@code specs/release.schema.json}) and reports every problem at once. */
public final class ReleaseReader {

    /** The longest release file, in octets. */
    public static final int LONGEST = YamlDocument.LONGEST;

    private static final Vocabulary<String> SCHEMAS = Vocabulary.of(List.of(Release.SCHEMA), schema -> schema);
    private static final String CURRENCY = "a currency code such as EUR";

    private ReleaseReader() {}

    /**
     * Reads the octets of a file.
     *
     * @param fileName for messages
     */
    public static ReleaseOutcome read(Octets file, String fileName) {
        Problems problems = new Problems();
        Optional<Release> release =
                YamlDocument.read(file, problems).map(mapping -> release(new Fields(mapping, "", problems)));
        return release.isPresent() && problems.isEmpty()
                ? new ReleaseOutcome.Stated(release.get())
                : new ReleaseOutcome.Faulty(problems.inOrder());
    }

    private static Release release(Fields fields) {
        fields.choice("schema", SCHEMAS);
        Release release = new Release(
                fields.text("title"),
                fields.choices("windows", WindowUse.Window.VOCABULARY),
                fields.list("territories", fields::territory),
                day(fields, "from"),
                fields.notation("to", Release.End::of, Release.End.EXPECTED),
                fields.choice("workKind", WorkKind.VOCABULARY),
                fields.groupOrEmpty("rightsHolder", ReleaseReader::rightsHolder),
                day(fields, "pictureLock"),
                day(fields, "deliveryLock"),
                fields.group("insurance", ReleaseReader::insurance),
                fields.groupOrEmpty("promises", group -> new Release.Promises(answer(group, "exclusive"))),
                fields.textsIfSaid("credits"),
                fields.group("litigation", ReleaseReader::litigation),
                answer(fields, "keyVisual"),
                fields.text("chainTo"));
        checkOrder(fields, release);
        fields.done();
        return release;
    }

    private static void checkOrder(Fields fields, Release release) {
        Optional<LocalDate> end = release.to().flatMap(Release.End::day);
        if (release.from().isPresent()
                && end.isPresent()
                && end.get().isBefore(release.from().get())) {
            fields.problem("to", "is before from");
        }
    }

    private static Release.RightsHolder rightsHolder(Fields fields) {
        return new Release.RightsHolder(
                fields.notation("revenue", ReleaseReader::amount, "an amount such as 850000"),
                fields.notation("currency", ReleaseReader::currency, CURRENCY),
                fields.notation("headcount", Numbers::count, "a number"));
    }

    private static Release.Insurance insurance(Fields fields) {
        return new Release.Insurance(fields.text("policyRef"), answer(fields, "aiExclusionReviewed"));
    }

    private static Release.Litigation litigation(Fields fields) {
        return new Release.Litigation(
                fields.requiredNotation("checkedOn", Moment::day, Notations.DAY, LocalDate.EPOCH),
                fields.texts("parties"));
    }

    private static Answer answer(Fields fields, String name) {
        return fields.choice(name, Answer.VOCABULARY).orElse(Answer.UNKNOWN);
    }

    private static Optional<LocalDate> day(Fields fields, String name) {
        return fields.notation(name, Moment::day, Notations.DAY);
    }

    /** Up to fifteen digits, with at most two after a point. */
    private static Optional<BigDecimal> amount(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String cents = point < 0 ? "0" : text.substring(point + 1);
        boolean fits = whole.length() <= 15 && cents.length() <= 2;
        return fits && Numbers.count(whole).isPresent() && Numbers.count(cents).isPresent()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static Optional<String> currency(String text) {
        boolean capitals = text.length() == 3 && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        return capitals ? Optional.of(text) : Optional.empty();
    }
}
