package org.estampille.terms;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.catalogue.RightsMechanism;
import org.estampille.catalogue.RightsStatus;

/**
 * What terms give in the output. Who holds the rights and by which kind of clause are two answers: a vendor that disclaims
 * ownership has transferred nothing.
 *
 * @param status who holds the vendor-side rights
 * @param mechanism by which kind of clause
 * @param exclusive whether nobody else gets the same
 * @param transferable whether the rights can be passed on
 * @param sublicensable whether permissions can be granted under them
 * @param revocable whether the vendor can take them back
 * @param term {@code perpetual}, {@code while-subscribed}, an end date
 * @param territory {@code 001} for the world, or where
 * @param uses only those that the terms speak of
 * @param conditions what the rights depend on
 */
public record OutputGrant(
        RightsStatus status,
        RightsMechanism mechanism,
        Provision exclusive,
        Provision transferable,
        Provision sublicensable,
        Provision revocable,
        Optional<String> term,
        Optional<String> territory,
        Map<Exploitation, Provision> uses,
        List<String> conditions) {

    public OutputGrant {
        Map<Exploitation, Provision> ordered = new EnumMap<>(Exploitation.class);
        ordered.putAll(uses);
        uses = Collections.unmodifiableMap(ordered);
        conditions = List.copyOf(conditions);
    }

    /** What the terms say of one way of exploiting the output. */
    public Provision use(Exploitation way) {
        return uses.getOrDefault(way, Provision.UNKNOWN);
    }

    static OutputGrant read(TermsFields fields) {
        Map<Exploitation, Provision> uses = new EnumMap<>(Exploitation.class);
        fields.group("uses", group -> {
            for (Exploitation way : Exploitation.values()) {
                Provision provision = group.provision(way.word());
                if (!provision.isSilent()) {
                    uses.put(way, provision);
                }
            }
            return group;
        });
        return new OutputGrant(
                fields.choice("status", RightsStatus.values(), RightsStatus::word)
                        .orElse(RightsStatus.UNKNOWN),
                fields.choice("mechanism", RightsMechanism.values(), RightsMechanism::word)
                        .orElse(RightsMechanism.NOT_SEEN),
                fields.provision("exclusive"),
                fields.provision("transferable"),
                fields.provision("sublicensable"),
                fields.provision("revocable"),
                fields.text("term"),
                fields.text("territory"),
                uses,
                fields.texts("conditions"));
    }

    static OutputGrant unknown() {
        return new OutputGrant(
                RightsStatus.UNKNOWN,
                RightsMechanism.NOT_SEEN,
                Provision.UNKNOWN,
                Provision.UNKNOWN,
                Provision.UNKNOWN,
                Provision.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of());
    }
}
