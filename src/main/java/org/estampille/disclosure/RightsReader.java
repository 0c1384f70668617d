package org.estampille.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.catalogue.RightsStatus;
import org.estampille.cbor.CborValue;
import org.estampille.declaration.OutputRights;
import org.estampille.declaration.OutputRightsCodec;
import org.estampille.declaration.Review;
import org.estampille.declaration.WindowUse;
import org.estampille.manifest.DataAssertion;
import org.estampille.terms.TermsState;

/** Reads {@code org.estampille.output-rights} and says how far its evidence carries on a day. */
final class RightsReader {

    static final String LABEL = OutputRightsCodec.LABEL;

    private RightsReader() {}

    static Optional<RightsLine> read(
            String where, DataAssertion data, AiStatement.Strength strength, RightsBasis basis) {
        Optional<OutputRights> rights = decoded(data, basis);
        return rights.map(decoded -> line(where, decoded, strength, basis));
    }

    static Optional<OutputRights> decoded(DataAssertion data, RightsBasis basis) {
        return data.value().untagged() instanceof CborValue.Map map
                ? Optional.of(basis.known().of(data.box().content("cbor").orElse(Octets.empty()), map))
                : Optional.empty();
    }

    private static RightsLine line(
            String where, OutputRights decoded, AiStatement.Strength strength, RightsBasis basis) {
        Map<String, String> uses = new LinkedHashMap<>();
        for (WindowUse use : decoded.terms().rights().uses()) {
            uses.put(use.window().word(), use.permission().word());
        }
        Optional<String> concluded =
                decoded.terms().review().map(Review::concluded).map(RightsStatus::word);
        return new RightsLine(
                where,
                name(decoded),
                decoded.terms().rights().status().word(),
                concluded,
                state(decoded, basis),
                uses,
                strength,
                decoded);
    }

    /** Fresh evidence from which the reviewer could not tell carries nothing. */
    private static String state(OutputRights rights, RightsBasis basis) {
        Optional<TermsState> state = EvidenceStanding.of(rights, basis.evidence(), basis.at());
        boolean undecided = rights.terms()
                .review()
                .filter(review -> review.concluded() == RightsStatus.UNKNOWN)
                .isPresent();
        boolean fresh =
                state.equals(Optional.of(TermsState.CURRENT)) || state.equals(Optional.of(TermsState.ARCHIVE_MISSING));
        return undecided && fresh
                ? RightsLine.NO_EVIDENCE
                : state.map(TermsState::wireName).orElse(RightsLine.NO_EVIDENCE);
    }

    private static String name(OutputRights rights) {
        String name = rights.tool().name();
        Optional<String> model = rights.tool().modelWithVersion();
        return model.isPresent() ? name + " (" + model.get() + ")" : name;
    }
}
