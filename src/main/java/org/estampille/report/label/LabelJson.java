package org.estampille.report.label;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.declaration.TimeBase;
import org.estampille.label.Cue;
import org.estampille.label.LabelPlan;
import org.estampille.label.PlannedLabel;
import org.estampille.report.JsonFields;
import org.estampille.report.SafeJson;
import tools.jackson.core.JsonGenerator;

/** A plan as one JSON object ({@code specs/labels.md} says what its fields mean). */
public final class LabelJson {

    private final LabelTimes times;

    /** @param base how the programme counts its frames */
    public LabelJson(Optional<TimeBase> base) {
        this.times = new LabelTimes(base);
    }

    /**
     * A label that was made.
     *
     * @param form as declared
     * @param text its words, where they are known
     * @param evidence where the still or the recording was kept
     * @param sha256 of the evidence
     * @param spans when it is there, in seconds: from, to (negative for the end)
     */
    public record Made(
            String form, Optional<String> text, Optional<String> evidence, String sha256, List<double[]> spans) {

        public Made {
            spans = List.copyOf(spans);
        }
    }

    /** The plan. */
    public String plan(String path, LabelPlan plan) {
        return object(path, plan, List.of(), Optional.empty());
    }

    /**
     * The plan, and what came of it.
     *
     * @param tagged what tagging gave, as JSON
     */
    public String applied(String path, LabelPlan plan, List<Made> made, String tagged) {
        return object(path, plan, made, Optional.of(tagged));
    }

    private String object(String path, LabelPlan plan, List<Made> made, Optional<String> tagged) {
        return SafeJson.object(json -> {
            JsonFields fields = new JsonFields(json);
            fields.text("path", path);
            json.writeStringProperty("answer", word(plan.answer()));
            json.writeStringProperty("basis", plan.basis());
            json.writeArrayPropertyStart("labels");
            plan.labels().forEach(label -> label(json, label));
            json.writeEndArray();
            json.writeArrayPropertyStart("unknown");
            plan.gaps().forEach(gap -> gap(json, gap));
            json.writeEndArray();
            json.writeArrayPropertyStart("remarks");
            plan.remarks().forEach(remark -> json.writeString(word(remark)));
            json.writeEndArray();
            if (tagged.isPresent()) {
                json.writeArrayPropertyStart("made");
                made.forEach(one -> made(json, one));
                json.writeEndArray();
                json.writeName("tagged");
                json.writeRawValue(tagged.get());
            }
        });
    }

    private static void gap(JsonGenerator json, LabelPlan.Gap gap) {
        json.writeStartObject();
        json.writeStringProperty("what", word(gap.what()));
        new JsonFields(json).texts("names", gap.names());
        json.writeEndObject();
    }

    private void label(JsonGenerator json, PlannedLabel label) {
        json.writeStartObject();
        json.writeStringProperty("kind", word(label.kind()));
        json.writeStringProperty("text", label.text());
        json.writeStringProperty("language", label.wording().language());
        json.writeStringProperty("extent", label.wording().generated() ? "generated" : "modified");
        json.writeStringProperty("basis", label.basis());
        json.writeArrayPropertyStart("cues");
        for (Cue cue : label.cues()) {
            json.writeStartObject();
            json.writeStringProperty("from", times.text(cue.from()));
            // How long a notice takes is known when it has been spoken.
            if (cue.to().isPresent() && label.kind() != PlannedLabel.Kind.NOTICE) {
                json.writeStringProperty("to", times.text(cue.to().get()));
            }
            json.writeStringProperty("reason", word(cue.reason()));
            json.writeStringProperty("weight", word(cue.weight()));
            json.writeStringProperty("basis", cue.basis());
            if (cue.name().isPresent()) {
                new JsonFields(json).text("name", cue.name().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void made(JsonGenerator json, Made made) {
        json.writeStartObject();
        json.writeStringProperty("form", made.form());
        made.text().ifPresent(text -> new JsonFields(json).text("text", text));
        json.writeStringProperty("evidenceSha256", made.sha256());
        made.evidence().ifPresent(path -> new JsonFields(json).text("evidence", path));
        json.writeArrayPropertyStart("seconds");
        for (double[] span : made.spans()) {
            json.writeStartArray();
            json.writeNumber(span[0]);
            if (span[1] >= 0) {
                json.writeNumber(span[1]);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
