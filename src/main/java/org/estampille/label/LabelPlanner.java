package org.estampille.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.declaration.ActRole;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeepfakeAssessment;
import org.estampille.declaration.Person;
import org.estampille.label.Content.Medium;
import org.estampille.label.LabelPlan.Answer;
import org.estampille.label.LabelPlan.Gap;
import org.estampille.label.LabelPlan.Missing;
import org.estampille.label.LabelPlan.Remark;
import org.estampille.policy.BundledProfiles;
import org.estampille.policy.Dossier;
import org.estampille.policy.Duty;

/**
 * Plans labels. Whether one is due is what the profile {@code eu-ai-act-50-4} answers; what it leaves open is never filled in by a
 * guess.
 */
public final class LabelPlanner {

    private static final String PROFILE = "eu-ai-act-50-4";

    /** Territories with rules of their own on labels for AI. */
    private static final Set<String> OTHER_LAWS = Set.of("CN", "IN", "KR", "US");

    private final LabelRequest request;
    private final Declaration declaration;
    private final ChangedContent changed;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private LabelPlanner(LabelRequest request) {
        this.request = request;
        this.declaration = request.declaration();
        this.changed = new ChangedContent(declaration);
    }

    /** The plan where nothing was declared: none. */
    public static LabelPlan undeclared() {
        return new LabelPlan(Answer.CANNOT_PLAN, "", List.of(), List.of(new Gap(Missing.DECLARATION)), List.of());
    }

    public static LabelPlan plan(LabelRequest request) {
        return new LabelPlanner(request).plan();
    }

    /** The labels of these kinds, whether or not one is due: people may label more than they must. */
    public static List<PlannedLabel> chosen(LabelRequest request, Set<PlannedLabel.Kind> kinds) {
        LabelPlanner planner = new LabelPlanner(request);
        Medium medium = request.content().medium().orElse(Medium.VIDEO);
        Wording words = planner.wording(medium);
        List<PlannedLabel> labels = new ArrayList<>();
        for (PlannedLabel.Kind kind : kinds) {
            List<Cue> cues = switch (kind) {
                case MARK -> medium == Medium.VIDEO ? new Cues(request, "").seen() : List.of();
                case NOTICE -> new Cues(request, "").heard();
                case CREDITS, TEXT -> List.of();
            };
            labels.add(new PlannedLabel(kind, words, "", cues));
        }
        return labels;
    }

    private LabelPlan plan() {
        Duty duty = BundledProfiles.named(PROFILE)
                .orElseThrow()
                .judge(Dossier.stated(
                        declaration,
                        request.disclosure(),
                        request.at(),
                        request.content().format(),
                        request.house()))
                .duty()
                .orElseThrow();
        return switch (duty.word()) {
            case "label", "label-relaxed" -> labelled(duty);
            case "ask-legal" -> open(duty);
            case "not-our-duty" -> plan(Answer.NOT_OUR_DUTY, duty.basis(), List.of());
            default -> plan(Answer.NO_LABEL, duty.basis(), List.of());
        };
    }

    private LabelPlan plan(Answer answer, String basis, List<PlannedLabel> labels) {
        return new LabelPlan(answer, basis, labels, gaps, remarks);
    }

    /** What nobody said is another thing than what somebody found unclear. */
    private LabelPlan open(Duty duty) {
        if (isAboutText(duty)) {
            noteText();
        } else if (changed.isUndeclared(request.disclosure())) {
            gaps.add(new Gap(Missing.USES));
        } else if (declaration.deepfakeAssessment().isEmpty()) {
            gaps.add(new Gap(Missing.ASSESSMENT));
        }
        return plan(gaps.isEmpty() ? Answer.ASK_LEGAL : Answer.CANNOT_PLAN, duty.basis(), List.of());
    }

    private boolean isAboutText(Duty duty) {
        return duty.about() == Duty.Subject.TEXT || changed.isTextOnly();
    }

    /** What is left open about a text that somebody answers for is how it was reviewed, which is for legal to say. */
    private void noteText() {
        boolean unsaid = declaration
                .editorialResponsibility()
                .map(editor -> editor.publicInterest() == org.estampille.declaration.Answer.UNKNOWN)
                .orElse(true);
        if (unsaid) {
            gaps.add(new Gap(Missing.PUBLIC_INTEREST));
        }
    }

    private LabelPlan labelled(Duty duty) {
        boolean relaxed = duty.word().equals("label-relaxed");
        Optional<Medium> medium = isAboutText(duty)
                ? Optional.of(Medium.TEXT)
                : request.content().medium().or(changed::medium);
        if (relaxed && declaration.workKind().isEmpty()) {
            gaps.add(new Gap(Missing.WORK_KIND));
        }
        if (medium.isEmpty()) {
            gaps.add(new Gap(Missing.MEDIUM));
        }
        if (!gaps.isEmpty()) {
            return plan(Answer.CANNOT_PLAN, duty.basis(), List.of());
        }
        List<PlannedLabel> labels = new ArrayList<>(relaxed ? List.of(credits()) : standard(medium.orElseThrow()));
        if (duty.about() == Duty.Subject.CONTENT_AND_TEXT) {
            labels.addAll(standard(Medium.TEXT));
        }
        note(labels, relaxed);
        return plan(relaxed ? Answer.LABEL_RELAXED : Answer.LABEL, duty.basis(), labels);
    }

    private Wording wording(Medium medium) {
        Content content = request.content().as(Optional.of(medium));
        return new Wording(request.form().language(), changed.isWhollyGenerated(content));
    }

    private PlannedLabel credits() {
        Medium medium = request.content().medium().orElse(Medium.VIDEO);
        return new PlannedLabel(PlannedLabel.Kind.CREDITS, wording(medium), "CoP C3", List.of());
    }

    private List<PlannedLabel> standard(Medium medium) {
        Wording words = wording(medium);
        return switch (medium) {
            case TEXT -> List.of(new PlannedLabel(PlannedLabel.Kind.TEXT, words, "CoP 1.2.2(f)", List.of()));
            case IMAGE -> List.of(new PlannedLabel(PlannedLabel.Kind.MARK, words, "CoP 1.2.2(a)", List.of()));
            case AUDIO -> List.of(notice(words, "CoP 1.2.3"));
            case VIDEO -> moving(words);
        };
    }

    /** A voice made by AI is told of twice where there is a screen: measure 1.2.2(d) and (e). */
    private List<PlannedLabel> moving(Wording words) {
        String basis = changed.isSoundOnly() ? "CoP 1.2.2(e)" : "CoP 1.2.2(b)";
        PlannedLabel mark =
                new PlannedLabel(PlannedLabel.Kind.MARK, words, basis, new Cues(request, "CoP 1.2.2(b)").seen());
        return changed.hasSound() ? List.of(mark, notice(words, "CoP 1.2.2(d)")) : List.of(mark);
    }

    private PlannedLabel notice(Wording words, String basis) {
        return new PlannedLabel(PlannedLabel.Kind.NOTICE, words, basis, new Cues(request, "CoP 1.2.3").heard());
    }

    private void note(List<PlannedLabel> labels, boolean relaxed) {
        if (!isRoleKnown()) {
            gaps.add(new Gap(Missing.ROLE));
        }
        if (relaxed) {
            noteArt();
        }
        boolean timed = labels.stream().anyMatch(label -> !label.cues().isEmpty());
        if (timed) {
            noteTimes();
        }
        boolean spoken = labels.stream().anyMatch(label -> label.kind() == PlannedLabel.Kind.NOTICE);
        add(timed || labels.get(0).kind() == PlannedLabel.Kind.MARK, Remark.NO_NUMBERS);
        add(true, Remark.NOT_INSTEAD_OF_MARK);
        add(
                declaration.persons().stream().anyMatch(person -> person.consent() == Person.Consent.OBTAINED),
                Remark.CONSENT);
        add(!request.form().language().equals("en"), Remark.NATIONAL_LANGUAGE);
        add(spoken, Remark.NOTICE_LANGUAGE);
        add(relaxed, Remark.OFF_SCREEN);
        add(declaration.territories().stream().anyMatch(OTHER_LAWS::contains), Remark.OTHER_LAW);
    }

    /** What the lighter form hangs on. */
    private void noteArt() {
        Optional<DeepfakeAssessment> assessed = declaration.deepfakeAssessment();
        if (assessed.flatMap(DeepfakeAssessment::evidentlyArtistic).isEmpty()) {
            gaps.add(new Gap(Missing.ARTISTIC));
        }
        if (assessed.flatMap(DeepfakeAssessment::informativeCharacter).isEmpty()) {
            gaps.add(new Gap(Missing.INFORMATIVE));
        }
    }

    private void noteTimes() {
        if (request.content().seconds().isEmpty()) {
            gaps.add(new Gap(Missing.LENGTH));
        }
        if (request.breaks().isEmpty() && !request.form().throughout()) {
            gaps.add(new Gap(Missing.BREAKS));
        }
        if (!request.unplaced().isEmpty()) {
            gaps.add(new Gap(Missing.PLACES, request.unplaced()));
        }
    }

    private void add(boolean holds, Remark remark) {
        if (holds) {
            remarks.add(remark);
        }
    }

    /** Said by the one who asks, or by the declaration, which may name a deployer. */
    private boolean isRoleKnown() {
        return request.house().answers().field("roles").isPresent()
                || declaration.roles().stream().anyMatch(role -> role.roleAct() == ActRole.RoleAct.DEPLOYER);
    }
}
