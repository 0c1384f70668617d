package org.estampille.cuesheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Declaration;
import org.estampille.disclosure.DerivedClass;
import org.estampille.disclosure.Involvement;
import org.estampille.disclosure.SourceStatement;

/** Finds what is said of a file and its ingredients beyond the uses that are declared; a doubt counts. */
final class Gaps {

    private final CueSource source;
    private final List<Gap> found = new ArrayList<>();
    private final Set<List<Object>> known = new HashSet<>();

    private Gaps(CueSource source) {
        this.source = source;
    }

    static List<Gap> in(CueSource source) {
        Gaps gaps = new Gaps(source);
        if (source.state().equals("invalid")) {
            gaps.own(Involvement.UNKNOWN, Untold.NOT_HOLDING);
        } else if (source.state().equals("error")) {
            gaps.own(Involvement.UNKNOWN, Untold.NOT_JUDGED);
        } else if (source.holds()) {
            gaps.signed();
        } else {
            gaps.own(Involvement.UNKNOWN, Untold.NO_MANIFEST);
        }
        return List.copyOf(gaps.found);
    }

    private void signed() {
        ownStatements();
        source.ingredients().forEach(this::ingredient);
        Involvement whole = source.disclosure().involvement();
        Involvement most = greatest(Stream.concat(
                listed(),
                found.stream().filter(gap -> gap.why() == Untold.UNDECLARED).map(Gap::involvement)));
        boolean silent = most == Involvement.NONE_DECLARED && found.isEmpty();
        if (whole == Involvement.UNKNOWN ? silent : whole.compareTo(most) > 0) {
            own(whole, Untold.UNDECLARED);
        }
    }

    /** Without a declaration even what its signer does not say is a doubt. */
    private void ownStatements() {
        if (source.said().compareTo(greatest(listed())) > 0) {
            own(source.said(), Untold.UNDECLARED);
        } else if (source.declaration().isEmpty()
                && source.disclosure().derivation().derived() != DerivedClass.NONE_DECLARED) {
            own(Involvement.UNKNOWN, Untold.UNDECLARED);
        }
    }

    private void ingredient(SourceStatement ingredient) {
        if (!ingredient.held()) {
            add(ingredient, Involvement.UNKNOWN, Untold.DID_NOT_HOLD);
        }
        if (ingredient.declaration().isPresent()) {
            Involvement declared = greatest(source.ingredients().stream()
                    .filter(other -> other.isWithin(ingredient))
                    .flatMap(other -> other.declaration().stream())
                    .flatMap(Gaps::showing));
            if (ingredient.said().compareTo(declared) > 0) {
                add(ingredient, ingredient.said(), Untold.UNDECLARED);
            }
        } else if (ingredient.derived() != DerivedClass.NONE_DECLARED) {
            add(ingredient, ofWhole(ingredient.derived()), Untold.UNDECLARED);
        }
    }

    private Stream<Involvement> listed() {
        return Stream.concat(source.uses().stream(), source.inherited().stream())
                .map(ListedUse::involvement);
    }

    private static Stream<Involvement> showing(Declaration declaration) {
        return declaration.uses().stream().filter(AiUse::shows).map(ListedUse::involvement);
    }

    private static Involvement greatest(Stream<Involvement> several) {
        return several.max(Involvement::compareTo)
                .filter(most -> most != Involvement.UNKNOWN)
                .orElse(Involvement.NONE_DECLARED);
    }

    private static Involvement ofWhole(DerivedClass derived) {
        return switch (derived) {
            case UNKNOWN -> Involvement.UNKNOWN;
            case NONE_DECLARED -> Involvement.NONE_DECLARED;
            case ASSISTIVE -> Involvement.ASSISTIVE;
            case PARTLY_GENERATED -> Involvement.MODIFIED;
            case ALL_GENERATED -> Involvement.GENERATED;
        };
    }

    private void own(Involvement involvement, Untold why) {
        found.add(new Gap(source, involvement, Optional.empty(), why));
    }

    /** The same ingredient may be there in several ways. */
    private void add(SourceStatement ingredient, Involvement involvement, Untold why) {
        if (known.add(List.of(ingredient.path().get(0), ingredient.name(), involvement, why))) {
            found.add(new Gap(source, involvement, Optional.of(ingredient), why));
        }
    }
}
