package org.estampille.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.estampille.declaration.Release;
import org.estampille.declaration.WindowUse.Window;

/** The bundled profiles: whether the terms of the AI tools let a work go out by a window. */
public enum RightsProfile implements Profile {
    THEATRICAL(EnumSet.of(Window.THEATRICAL, Window.FESTIVAL), EnumSet.of(Window.THEATRICAL)),
    BROADCAST(EnumSet.of(Window.BROADCAST), EnumSet.of(Window.BROADCAST)),
    STREAMING(EnumSet.of(Window.SVOD, Window.AVOD, Window.ONLINE), EnumSet.of(Window.SVOD, Window.AVOD, Window.ONLINE));

    private static final Set<Window> BESIDE =
            EnumSet.of(Window.ADVERTISING, Window.MERCHANDISING, Window.SOUNDTRACK_RELEASE);

    private final Set<Window> family;
    private final Set<Window> usual;

    RightsProfile(Set<Window> family, Set<Window> usual) {
        this.family = family;
        this.usual = usual;
    }

    /** The profile of that name. */
    public static Optional<RightsProfile> named(String name) {
        for (RightsProfile profile : values()) {
            if (profile.label().equals(name)) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String version() {
        return RuleTable.version();
    }

    /**
     * The windows that are judged: those of the release that belong to this profile, and what goes along with any of them. Without
     * such a window, the usual ones, so that no release passes by leaving its window out.
     */
    List<Window> windows(Optional<Release> release) {
        List<Window> planned = release.map(Release::windows).orElse(List.of());
        boolean own = planned.stream().anyMatch(family::contains);
        Set<Window> judged = EnumSet.noneOf(Window.class);
        judged.addAll(own ? planned : usual);
        judged.addAll(planned);
        judged.removeIf(window -> !family.contains(window) && !BESIDE.contains(window));
        return List.copyOf(judged);
    }

    @Override
    public List<Clause> clauses() {
        return RuleTable.rules().stream()
                .map(rule -> new Clause(
                        rule.id(),
                        rule.violation(this),
                        rule.field(),
                        Optional.empty(),
                        version(),
                        rule.from(),
                        rule.until()))
                .toList();
    }

    @Override
    public Verdict judge(Dossier dossier) {
        return new RightsVerdict(label(), version(), new RightsGate(this, dossier).results());
    }
}
