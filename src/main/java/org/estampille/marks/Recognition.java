package org.estampille.marks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.catalogue.DigitalSourceType;

/** Tells marks among what a file carries: source types, labels of China's standard, and the fingerprints of the catalogue. */
final class Recognition {

    private static final Pattern SOURCE_ADDRESS = Pattern.compile("digitalsourcetype/([A-Za-z]{4,60})");
    private static final int MOST_MARKS = 500;

    private final List<MetadataItem> items;
    private final List<Mark> marks = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int labels;

    private Recognition(List<MetadataItem> items) {
        this.items = items;
    }

    static List<Mark> marks(List<MetadataItem> items) {
        Recognition recognition = new Recognition(items);
        for (MetadataItem item : items) {
            recognition.item(item);
        }
        return recognition.labelled();
    }

    private void item(MetadataItem item) {
        if (AigcLabel.isIn(item)) {
            label(item);
        }
        sourceType(item);
        Set<String> generators = new HashSet<>();
        String plain = Denial.plain(item.value());
        for (Fingerprint fingerprint : FingerprintCatalogue.bundled().fingerprints()) {
            String group = fingerprint.generator().orElse(fingerprint.id());
            if (!generators.contains(group) && fingerprint.matches(item, plain, items)) {
                generators.add(group);
                Optional<String> generator =
                        fingerprint.generator().map(name -> name.equals("=") ? item.value() : name);
                add(fingerprint.id(), item, generator, fingerprint.meaning(), fingerprint.strength());
            }
        }
    }

    private void label(MetadataItem item) {
        AigcLabel label = AigcLabel.of(item);
        labels++;
        add(new Mark(
                label.id(),
                item.location(),
                item.where(),
                item.name(),
                item.value(),
                label.producer(),
                label.meaning(),
                label.strength(),
                label.remarks(),
                Optional.of(label)));
    }

    /** The IPTC property wherever it stands, or its address in a packet that no parser understands. */
    private void sourceType(MetadataItem item) {
        String name = item.name().toLowerCase(Locale.ROOT);
        Optional<DigitalSourceType> type = name.endsWith("digitalsourcetype")
                ? DigitalSourceType.of(item.value())
                : name.equals("unparsed") ? address(item.value()) : Optional.empty();
        if (type.isEmpty()) {
            return;
        }
        Meaning meaning = switch (type.get().meaning()) {
            case GENERATED -> Meaning.GENERATED;
            case MODIFIED, POSSIBLY_MODIFIED -> Meaning.MODIFIED;
            case ENHANCED -> Meaning.ASSISTED;
            case ALGORITHMIC, NONE -> Meaning.ORDINARY;
            case UNDECIDED -> Meaning.OPEN;
        };
        boolean whole = name.endsWith("digitalsourcetype") && item.location() != Location.C2PA;
        Strength strength = switch (type.get().meaning()) {
            case GENERATED, MODIFIED -> whole ? Strength.HARD : Strength.MEDIUM;
            case POSSIBLY_MODIFIED, ENHANCED -> Strength.MEDIUM;
            case ALGORITHMIC, NONE, UNDECIDED -> Strength.WEAK;
        };
        add(Mark.SOURCE_TYPE + type.get().code(), item, Optional.empty(), meaning, strength);
    }

    private static Optional<DigitalSourceType> address(String text) {
        Matcher matcher = SOURCE_ADDRESS.matcher(text);
        return matcher.find() ? DigitalSourceType.of(matcher.group(1)) : Optional.empty();
    }

    private void add(String id, MetadataItem item, Optional<String> generator, Meaning meaning, Strength strength) {
        add(new Mark(
                id, item.location(), item.where(), item.name(), item.value(), generator, meaning, strength, List.of()));
    }

    private void add(Mark mark) {
        String key = mark.fingerprint() + "\n" + mark.where() + "\n" + mark.name() + "\n" + mark.value();
        if (marks.size() < MOST_MARKS && seen.add(key)) {
            marks.add(mark);
        }
    }

    /** China's standard allows one label in a file. */
    private List<Mark> labelled() {
        if (labels < 2) {
            return marks;
        }
        LabelRemark remark = new LabelRemark(LabelRemark.Kind.ONE_OF_MANY, String.valueOf(labels));
        return marks.stream()
                .map(mark -> mark.implicitLabel().isPresent() ? mark.remarked(remark) : mark)
                .toList();
    }
}
