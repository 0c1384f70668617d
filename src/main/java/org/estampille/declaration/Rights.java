package org.estampille.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.catalogue.RightsMechanism;
import org.estampille.catalogue.RightsStatus;
import org.estampille.cbor.CborValue;
import org.estampille.yaml.YamlNode;

/**
 * What the tool's terms say about rights in its output. Nothing said means unknown, never permitted.
 *
 * @param status who holds the rights
 * @param mechanism by which kind of clause
 * @param exclusive whether nobody else gets the same rights
 * @param transferable whether they can be passed on
 * @param sublicensable whether permissions can be granted under them
 * @param revocable whether the vendor can take them back
 * @param term {@code perpetual}, an end date, {@code while-subscribed}
 * @param territory {@code 001} for the world, or ISO 3166 codes
 * @param uses one entry per window that the terms speak of
 * @param conditions what the rights depend on
 */
public record Rights(
        RightsStatus status,
        RightsMechanism mechanism,
        Noted<Tri> exclusive,
        Noted<Tri> transferable,
        Noted<Tri> sublicensable,
        Noted<Tri> revocable,
        Optional<String> term,
        List<String> territory,
        List<WindowUse> uses,
        List<RightsCondition> conditions) {

    static final Vocabulary<RightsStatus> STATUSES = Vocabulary.of(List.of(RightsStatus.values()), RightsStatus::word);
    private static final Vocabulary<RightsMechanism> MECHANISMS =
            Vocabulary.of(List.of(RightsMechanism.values()), RightsMechanism::word);

    public Rights {
        territory = List.copyOf(territory);
        uses = List.copyOf(uses);
        conditions = List.copyOf(conditions);
    }

    /** Yes, no, under conditions, or unknown. */
    public enum Tri implements Term {
        YES,
        NO,
        CONDITIONS,
        UNKNOWN;

        static final Vocabulary<Tri> VOCABULARY = Vocabulary.of(values());
    }

    /** Status and mechanism, where a clause of that kind cannot give that status. */
    public Optional<String> contradiction() {
        return mechanism.carries(status) ? Optional.empty() : Optional.of(status.word() + " / " + mechanism.word());
    }

    /** What the terms say about one window; unknown when they were not read for it. */
    public WindowUse use(WindowUse.Window window) {
        for (WindowUse use : uses) {
            if (use.window() == window) {
                return use;
            }
        }
        return WindowUse.unknown(window);
    }

    static Rights read(Fields fields) {
        return new Rights(
                fields.choice("status", STATUSES).orElse(RightsStatus.UNKNOWN),
                fields.choice("mechanism", MECHANISMS).orElse(RightsMechanism.NOT_SEEN),
                tri(fields, "exclusive"),
                tri(fields, "transferable"),
                tri(fields, "sublicensable"),
                tri(fields, "revocable"),
                fields.text("term"),
                territory(fields),
                fields.groupOrEmpty("uses", WindowUse::readAll),
                fields.groups("conditions", RightsCondition::read));
    }

    private static Noted<Tri> tri(Fields fields, String name) {
        return Noted.read(fields, name, Tri.VOCABULARY, Tri.UNKNOWN);
    }

    private static List<String> territory(Fields fields) {
        Optional<YamlNode> written = fields.written("territory");
        if (written.isPresent() && written.get() instanceof YamlNode.Scalar) {
            return fields.notation("territory", Notations::place, Notations.PLACE).stream()
                    .toList();
        }
        return fields.list("territory", (value, at) -> fields.notation(value, at, Notations::place, Notations.PLACE));
    }

    CborValue.Map toCbor() {
        CborValue.MapBuilder windows = CborValue.map();
        List<CborValue> codes = new ArrayList<>();
        uses.forEach(use -> windows.put(use.window().word(), use.toCbor()));
        territory.forEach(place -> codes.add(CborValue.of(place)));
        return CborValue.map()
                .put("status", status.word())
                .put("statusFr", status.statusFr())
                .put("mechanism", mechanism.word())
                .put("exclusive", exclusive.toCbor())
                .put("transferable", transferable.toCbor())
                .put("sublicensable", sublicensable.toCbor())
                .put("revocable", revocable.toCbor())
                .putText("term", term)
                .putValue("territory", codes.size() == 1 ? Optional.of(codes.get(0)) : Lists.orNothing(codes, c -> c))
                .put("uses", windows.build())
                .putValue("conditions", Lists.orNothing(conditions, RightsCondition::toCbor))
                .build();
    }
}
