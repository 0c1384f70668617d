package org.estampille.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.declaration.Answer;
import org.estampille.declaration.Release;
import org.estampille.declaration.RightsCondition;
import org.estampille.declaration.Tool;
import org.estampille.declaration.WindowUse.Permission;
import org.estampille.declaration.WindowUse.Window;

/** Whether the terms allow what the release wants to do, and under which conditions. */
final class UseRules {
    private UseRules() {}

    static Map<String, Condition> conditions() {
        return Map.of(
                "R-US-01", UseRules::commerceIsAllowed,
                "R-US-02", UseRules::conditionsAreMet,
                "R-US-03", UseRules::windowIsAllowed,
                "R-US-04", UseRules::featureIsReleased,
                "R-US-05", UseRules::thresholdsAreKept,
                "R-US-06", UseRules::creditIsGiven,
                "R-US-07", UseRules::watermarkIsAsTermsWant);
    }

    /** Terms that speak of commercial windows and allow none, not even on conditions, forbid commerce. Festivals are none. */
    private static Finding commerceIsAllowed(Case one) {
        boolean prohibited = false;
        for (Window window : Window.values()) {
            Permission permission = one.terms().rights().use(window).permission();
            if (window != Window.FESTIVAL && permission != Permission.UNKNOWN) {
                if (permission != Permission.PROHIBITED) {
                    return Finding.HOLDS;
                }
                prohibited = true;
            }
        }
        return prohibited ? Finding.VIOLATED : Finding.UNKNOWN;
    }

    private static Finding conditionsAreMet(Case one) {
        Finding worst = Finding.NOT_APPLICABLE;
        for (Window window : one.windows()) {
            Permission permission = one.terms().rights().use(window).permission();
            if (permission == Permission.CONDITIONS) {
                List<RightsCondition> conditions = one.terms().rights().conditions();
                boolean met = !conditions.isEmpty()
                        && conditions.stream().allMatch(condition -> condition.satisfied() == Answer.YES);
                worst = Finding.violatedIf(!met).with(window.word()).worse(worst);
            } else if (permission == Permission.UNKNOWN) {
                worst = Finding.UNKNOWN.with(window.word()).worse(worst);
            }
        }
        return worst;
    }

    private static Finding windowIsAllowed(Case one) {
        List<String> prohibited = windowsOf(one, Permission.PROHIBITED);
        List<String> unknown = windowsOf(one, Permission.UNKNOWN);
        if (!prohibited.isEmpty()) {
            return Finding.VIOLATED.with(prohibited);
        }
        return unknown.isEmpty() ? Finding.HOLDS : Finding.UNKNOWN.with(unknown);
    }

    private static List<String> windowsOf(Case one, Permission permission) {
        return one.windows().stream()
                .filter(window -> one.terms().rights().use(window).permission() == permission)
                .map(Window::word)
                .toList();
    }

    private static Finding featureIsReleased(Case one) {
        Optional<Tool.FeatureStage> stage = one.rights().tool().featureStage();
        return stage.isEmpty()
                ? Finding.UNKNOWN
                : Finding.violatedIf(stage.get() != Tool.FeatureStage.GA)
                        .with(stage.get().word());
    }

    private static Finding thresholdsAreKept(Case one) {
        List<RightsCondition> thresholds = Stream.concat(
                        one.conditions(RightsCondition.Type.REVENUE_THRESHOLD).stream(),
                        one.conditions(RightsCondition.Type.HEADCOUNT).stream())
                .toList();
        Finding worst = thresholds.isEmpty() ? one.noCondition() : Finding.HOLDS;
        for (RightsCondition threshold : thresholds) {
            worst = threshold(one, threshold)
                    .with(threshold.value().map(List::of).orElse(List.of()))
                    .worse(worst);
        }
        return worst;
    }

    /** A typed yes passes nothing: what the release says of the rights holder's size is held against the size in the terms. */
    private static Finding threshold(Case one, RightsCondition condition) {
        if (condition.satisfied() == Answer.NO) {
            return Finding.VIOLATED;
        }
        boolean people = condition.type() == RightsCondition.Type.HEADCOUNT;
        Optional<Threshold> size = condition.value().flatMap(Threshold::of).filter(threshold -> threshold.isOf(people));
        if (size.isEmpty()) {
            return Finding.UNKNOWN.because("not-read");
        }
        Optional<Release.RightsHolder> holder = one.release().map(Release::rightsHolder);
        if (!people && holder.filter(size.get()::isForeignTo).isPresent()) {
            return Finding.UNKNOWN.because("currency");
        }
        return holder.flatMap(people ? size.get()::isExceededByPeople : size.get()::isExceededByRevenue)
                .map(Finding::violatedIf)
                .orElse(Finding.UNKNOWN);
    }

    private static Finding creditIsGiven(Case one) {
        List<RightsCondition> wanted = one.conditions(RightsCondition.Type.ATTRIBUTION);
        if (wanted.isEmpty()) {
            return one.noCondition();
        }
        Optional<List<String>> credits = one.release().flatMap(Release::credits);
        if (credits.isPresent()) {
            return Finding.violatedIf(names(one.rights().tool()).stream()
                    .noneMatch(name -> credits.get().stream().anyMatch(credit -> same(credit, name))));
        }
        return answered(wanted);
    }

    private static Finding watermarkIsAsTermsWant(Case one) {
        List<RightsCondition> wanted = one.conditions(RightsCondition.Type.WATERMARK);
        return wanted.isEmpty() ? one.noCondition() : answered(wanted);
    }

    /** The worst of the typed answers. */
    static Finding answered(List<RightsCondition> conditions) {
        Finding worst = Finding.HOLDS;
        for (RightsCondition condition : conditions) {
            Finding finding = switch (condition.satisfied()) {
                case YES -> Finding.HOLDS;
                case NO -> Finding.VIOLATED;
                case UNKNOWN -> Finding.UNKNOWN;
            };
            worst = finding.worse(worst);
        }
        return worst;
    }

    /** All names by which people know a tool. */
    static List<String> names(Tool tool) {
        List<String> names = new ArrayList<>(List.of(tool.name()));
        tool.product().ifPresent(names::add);
        tool.vendor().ifPresent(names::add);
        tool.model().ifPresent(names::add);
        return names;
    }

    /** Whether two names mean the same for people. */
    static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }
}
