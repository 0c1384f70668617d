package org.estampille.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.catalogue.RightsStatus;
import org.estampille.cbor.CborValue;
import org.estampille.declaration.Evidence;
import org.estampille.declaration.Moment;
import org.estampille.declaration.OutputRights;
import org.estampille.declaration.OutputRightsCodec;
import org.estampille.declaration.Review;
import org.estampille.declaration.WindowUse;
import org.estampille.manifest.DataAssertion;

/** Reads {@code org.estampille.output-rights} and says how far its evidence carries on a day. */
final class RightsReader {

    static final String LABEL = OutputRightsCodec.LABEL;

    private RightsReader() {}

    static Optional<RightsLine> read(
            String where, DataAssertion data, AiStatement.Strength strength, Instant at, DecodedRights known) {
        if (!(data.value().untagged() instanceof CborValue.Map map)) {
            return Optional.empty();
        }
        OutputRights decoded = known.of(data.box().content("cbor").orElse(Octets.empty()), map);
        Map<String, String> uses = new LinkedHashMap<>();
        for (WindowUse use : decoded.terms().rights().uses()) {
            uses.put(use.window().word(), use.permission().word());
        }
        Optional<String> concluded =
                decoded.terms().review().map(Review::concluded).map(RightsStatus::word);
        return Optional.of(new RightsLine(
                where,
                name(decoded),
                decoded.terms().rights().status().word(),
                concluded,
                state(decoded, LocalDate.ofInstant(at, ZoneOffset.UTC)),
                uses,
                strength));
    }

    private static String name(OutputRights rights) {
        String name = rights.tool().name();
        Optional<String> model = rights.tool().modelWithVersion();
        return model.isPresent() ? name + " (" + model.get() + ")" : name;
    }

    private static String state(OutputRights rights, LocalDate today) {
        Optional<Review> review = rights.terms().review();
        if (review.isPresent() && review.get().conflictsResolved().equals(Optional.of(false))) {
            return "conflict";
        }
        if (isOutOfWindow(rights)) {
            return "out-of-window";
        }
        Optional<LocalDate> recheck = review.flatMap(Review::recheckBy);
        if (recheck.isEmpty() || rights.terms().evidence().isEmpty()) {
            return "unknown";
        }
        return today.isAfter(recheck.get()) ? "stale" : "current";
    }

    /** Whether the terms that are cited were not in force when the output was made. */
    private static boolean isOutOfWindow(OutputRights rights) {
        Optional<Moment> made = rights.generatedAt();
        if (made.isEmpty() || rights.terms().evidence().isEmpty()) {
            return false;
        }
        LocalDate first = LocalDate.ofInstant(made.get().earliest(), ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(made.get().latest(), ZoneOffset.UTC);
        for (Evidence evidence : rights.terms().evidence()) {
            boolean early = evidence.effectiveFrom().isPresent()
                    && last.isBefore(evidence.effectiveFrom().get());
            boolean late = evidence.effectiveTo().isPresent()
                    && first.isAfter(evidence.effectiveTo().get());
            if (!early && !late) {
                return false;
            }
        }
        return true;
    }
}
