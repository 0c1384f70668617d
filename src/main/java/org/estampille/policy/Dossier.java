package org.estampille.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.estampille.declaration.Release;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.RightsTrail;
import org.estampille.terms.EvidenceFolder;

/**
 * Everything a profile weighs about one file.
 *
 * @param integrity whether its manifest holds
 * @param signerTrusted whether the signer is on a list the user trusts
 * @param disclosure what is said about AI in the whole file
 * @param trail what each manifest says
 * @param release how the work goes out, where that was stated
 * @param evidence archived terms at hand
 * @param identified absolute references of the assertions that a trusted named actor stands behind
 * @param at the time to judge for
 * @param view the file as formulas see it
 * @param house rules of the house
 */
public record Dossier(
        Integrity integrity,
        boolean signerTrusted,
        ContentDisclosure disclosure,
        RightsTrail trail,
        Optional<Release> release,
        EvidenceFolder evidence,
        Set<String> identified,
        Instant at,
        AssetView view,
        House house) {

    public Dossier {
        identified = Set.copyOf(identified);
    }

    /** A dossier for profiles without formulas, in a house without rules of its own. */
    public Dossier(
            Integrity integrity,
            boolean signerTrusted,
            ContentDisclosure disclosure,
            RightsTrail trail,
            Optional<Release> release,
            EvidenceFolder evidence,
            Set<String> identified,
            Instant at) {
        this(
                integrity,
                signerTrusted,
                disclosure,
                trail,
                release,
                evidence,
                identified,
                at,
                AssetView.none(),
                House.none());
    }

    /** Whether the statements of a file can be relied on. */
    public enum Integrity {
        /** Unaltered since it was signed. */
        HOLDS,
        /** Altered, or never properly signed. */
        BROKEN,
        /** Nothing is wrong but that the signer's certificate is not valid yet at the time judged for. */
        EARLY,
        /** There is no manifest. */
        ABSENT,
        /** It could not be found out. */
        UNDECIDED
    }

    /** The day, in UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
