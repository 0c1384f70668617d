package org.estampille.cuesheet;

import org.estampille.declaration.AiUse;
import org.estampille.declaration.Certainty;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeepfakeAssessment;
import org.estampille.declaration.Extent;

/** Says which label is due; the law of a place or the rules of a house can be put in. */
@FunctionalInterface
public interface LabelDuty {

    /**
     * The label due for one use whose result is in the programme.
     *
     * @param declaration of the file it is in
     */
    LabelDue of(Declaration declaration, AiUse use);

    /**
     * The reading of EU AI Act article 50(4) that errs on the side of telling: generated or modified content is labelled unless it
     * was assessed as no deep fake.
     */
    static LabelDuty cautious() {
        return (declaration, use) -> {
            if (use.extent().compareTo(Extent.MODIFIED) < 0) {
                return new LabelDue(LabelDue.Label.NONE, LabelDue.Reason.ASSISTIVE);
            }
            Certainty deepfake = declaration
                    .deepfakeAssessment()
                    .filter(assessed -> !assessed.isContradictory())
                    .map(DeepfakeAssessment::deepfake)
                    .orElse(Certainty.UNCLEAR);
            if (deepfake == Certainty.NO) {
                return new LabelDue(LabelDue.Label.NONE, LabelDue.Reason.NO_DEEP_FAKE);
            }
            LabelDue.Label label =
                    use.extent() == Extent.GENERATED ? LabelDue.Label.AI_GENERATED : LabelDue.Label.AI_MODIFIED;
            boolean artistic = declaration
                    .deepfakeAssessment()
                    .flatMap(DeepfakeAssessment::exemption)
                    .filter(exemption -> exemption == DeepfakeAssessment.Exemption.ARTISTIC)
                    .isPresent();
            LabelDue.Reason reason = deepfake == Certainty.UNCLEAR
                    ? LabelDue.Reason.NOT_ASSESSED
                    : artistic ? LabelDue.Reason.DEEP_FAKE_IN_ART : LabelDue.Reason.DEEP_FAKE;
            return new LabelDue(label, reason);
        };
    }
}
