package org.estampille.report.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.estampille.declaration.TimeBase;
import org.estampille.label.Cue;
import org.estampille.label.LabelPlan;
import org.estampille.label.PlannedLabel;
import org.estampille.report.SafeText;

/** A plan in words of {@code labels_en.properties} and its sister. */
public final class LabelText {

    private static final String BUNDLE = "org.estampille.report.labels";

    /** Repetitions beyond these are counted, not listed. */
    private static final int MOST_CUES = 40;

    private final ResourceBundle words;
    private final LabelTimes times;

    /**
     * @param language {@code en} or {@code fr}
     * @param base how the programme counts its frames
     */
    public LabelText(String language, Optional<TimeBase> base) {
        this.words = ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(language));
        this.times = new LabelTimes(base);
    }

    private String word(String key) {
        return words.getString(key);
    }

    /** What follows, then what is due where, what is not known, and what else to look at; one line each. */
    public List<String> lines(String shown, LabelPlan plan) {
        List<String> lines = new ArrayList<>();
        String basis = plan.basis().isEmpty() ? "" : " (" + basis(plan.basis()) + ")";
        lines.add(SafeText.line(
                shown + word("colon") + word("answer." + plan.answer().name()) + basis));
        for (PlannedLabel label : plan.labels()) {
            lines.add("  " + SafeText.line(label(label)));
            cues(label, lines);
        }
        for (LabelPlan.Gap gap : plan.gaps()) {
            String names = gap.names().isEmpty() ? "" : word("colon") + String.join(", ", gap.names());
            lines.add(
                    "  " + word("gap") + SafeText.line(word("gap." + gap.what().name()) + names));
        }
        for (LabelPlan.Remark remark : plan.remarks()) {
            lines.add("  " + word("remark") + word("remark." + remark.name()));
        }
        lines.add("  " + word("notice"));
        return lines;
    }

    private String label(PlannedLabel label) {
        return word("kind." + label.kind().name())
                + word("colon")
                + word("quote.open")
                + label.text()
                + word("quote.close")
                + word("place." + label.kind().name())
                + (label.basis().isEmpty() ? "" : " (" + basis(label.basis()) + ")");
    }

    private void cues(PlannedLabel label, List<String> lines) {
        List<Cue> cues = label.cues();
        for (Cue cue : cues.subList(0, Math.min(MOST_CUES, cues.size()))) {
            String until = label.kind() == PlannedLabel.Kind.NOTICE
                    ? ""
                    : " " + word("to") + " " + cue.to().map(times::text).orElse(word("end"));
            String name = cue.name().map(text -> " \"" + text + "\"").orElse("");
            lines.add("    "
                    + SafeText.line(times.text(cue.from()) + until + "  "
                            + word("reason." + cue.reason().name()) + name + ", "
                            + word("weight." + cue.weight().name())));
        }
        if (cues.size() > MOST_CUES) {
            lines.add("    " + word("more").replace("{0}", Integer.toString(cues.size() - MOST_CUES)));
        }
    }

    /** A paragraph, written out. */
    public String basis(String basis) {
        if (basis.startsWith("GL ")) {
            return word("basis.GL") + basis.substring(3);
        }
        return basis.startsWith("CoP ") ? word("basis.CoP") + basis.substring(4) : word("basis.act") + basis;
    }

    /** One of the sentences that stand alone. */
    public String sentence(String key, String... values) {
        String text = word(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return SafeText.line(text);
    }
}
