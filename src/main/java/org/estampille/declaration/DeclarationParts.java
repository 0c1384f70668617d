package org.estampille.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.cbor.CborValue;

/**
 * A declaration cut into what may have to be taken back on its own: a later manifest can redact a whole assertion only, so prompts
 * and what is said of persons stand in assertions of their own.
 *
 * @param main everything else
 * @param prompts what the tools were asked, by place of the use
 * @param persons who is depicted, who declares, who answers
 */
record DeclarationParts(CborValue.Map main, Optional<CborValue.Map> prompts, Optional<CborValue.Map> persons) {

    static final String PROMPTS_LABEL = "org.estampille.declaration.prompts";
    static final String PERSONS_LABEL = "org.estampille.declaration.persons";

    private static final String SCHEMA = "schema";
    private static final String USES = "uses";
    private static final String USE = "use";
    private static final Set<String> OF_PROMPTS = Set.of("prompt", "promptWriter", "seed");
    private static final Set<String> OF_PERSONS = Set.of("persons", "declaredBy", "editorialResponsibility");

    static DeclarationParts split(CborValue.Map whole) {
        List<CborValue> prompts = new ArrayList<>();
        List<CborValue.Entry> main = new ArrayList<>();
        List<CborValue.Entry> persons = new ArrayList<>();
        for (CborValue.Entry entry : whole.entries()) {
            if (is(entry, OF_PERSONS)) {
                persons.add(entry);
            } else if (is(entry, Set.of(USES))) {
                main.add(new CborValue.Entry(entry.key(), withoutPrompts(entry.value(), prompts)));
            } else {
                main.add(entry);
            }
        }
        Optional<CborValue.Map> asked = prompts.isEmpty()
                ? Optional.empty()
                : Optional.of(CborValue.map()
                        .put(SCHEMA, "declaration.prompts/1.0")
                        .put(USES, CborValue.array(prompts))
                        .build());
        persons.add(0, new CborValue.Entry(CborValue.of(SCHEMA), CborValue.of("declaration.persons/1.0")));
        return new DeclarationParts(
                new CborValue.Map(main),
                asked,
                persons.size() == 1 ? Optional.empty() : Optional.of(new CborValue.Map(persons)));
    }

    private static CborValue withoutPrompts(CborValue uses, List<CborValue> prompts) {
        List<CborValue> kept = new ArrayList<>();
        for (CborValue use : uses.asList().orElse(List.of())) {
            CborValue.MapBuilder asked = CborValue.map().put(USE, kept.size());
            List<CborValue.Entry> rest = new ArrayList<>();
            int before = use.asMap().map(map -> map.entries().size()).orElse(0);
            for (CborValue.Entry entry : use.asMap().map(CborValue.Map::entries).orElse(List.of())) {
                if (is(entry, OF_PROMPTS)) {
                    asked.put(entry.key().asText().orElseThrow(), entry.value());
                } else {
                    rest.add(entry);
                }
            }
            if (rest.size() < before) {
                prompts.add(asked.build());
            }
            kept.add(new CborValue.Map(rest));
        }
        return CborValue.array(kept);
    }

    /** The declaration as it was, as far as its parts are still there. */
    CborValue.Map join() {
        List<CborValue.Entry> whole = new ArrayList<>();
        for (CborValue.Entry entry : main.entries()) {
            whole.add(is(entry, Set.of(USES)) ? new CborValue.Entry(entry.key(), withPrompts(entry.value())) : entry);
        }
        persons.ifPresent(part ->
                part.entries().stream().filter(entry -> is(entry, OF_PERSONS)).forEach(whole::add));
        return new CborValue.Map(whole);
    }

    private CborValue withPrompts(CborValue uses) {
        List<CborValue> joined = new ArrayList<>();
        for (CborValue use : uses.asList().orElse(List.of())) {
            List<CborValue.Entry> fields =
                    new ArrayList<>(use.asMap().map(CborValue.Map::entries).orElse(List.of()));
            fields.addAll(promptsOf(joined.size()));
            joined.add(new CborValue.Map(fields));
        }
        return CborValue.array(joined);
    }

    private List<CborValue.Entry> promptsOf(int use) {
        List<CborValue.Entry> found = new ArrayList<>();
        List<CborValue> all = prompts.flatMap(part -> part.get(USES))
                .flatMap(CborValue::asList)
                .orElse(List.of());
        for (CborValue item : all) {
            Optional<CborValue.Map> asked = item.asMap();
            boolean same = asked.flatMap(map -> map.get(USE))
                    .flatMap(CborValue::asLong)
                    .equals(Optional.of((long) use));
            if (same) {
                asked.orElseThrow().entries().stream()
                        .filter(entry -> is(entry, OF_PROMPTS))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean is(CborValue.Entry entry, Set<String> names) {
        return entry.key().asText().filter(names::contains).isPresent();
    }
}
