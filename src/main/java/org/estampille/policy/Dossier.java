package org.estampille.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.OutputRights;
import org.estampille.declaration.Release;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.Involvement;
import org.estampille.disclosure.RightsRecord;
import org.estampille.disclosure.RightsTrail;
import org.estampille.disclosure.TrailManifest;
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

    /**
     * What is judged where there is nothing but a statement: an unaltered file of a trusted signer that says this and no more.
     *
     * @param disclosure what is said beside the declaration
     * @param format media type, where it is known
     */
    public static Dossier stated(
            Declaration declaration, ContentDisclosure disclosure, Instant at, Optional<String> format, House house) {
        TrailManifest manifest = new TrailManifest(
                "urn:c2pa:stated",
                TrailManifest.Place.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                disclosure.statements(),
                records(declaration),
                Optional.of(declaration),
                false,
                List.of());
        return new Dossier(
                Integrity.HOLDS,
                true,
                with(declaration, disclosure),
                new RightsTrail(List.of(manifest)),
                Optional.empty(),
                EvidenceFolder.notGiven(),
                Set.of(),
                at,
                new AssetView(Optional.empty(), format),
                house);
    }

    /** A declaration is signed with the source types it comes to, so they are said too. */
    private static ContentDisclosure with(Declaration declaration, ContentDisclosure disclosure) {
        Involvement whole = Involvement.of(declaration.sourceType());
        Involvement said = whole == Involvement.UNKNOWN ? Involvement.NONE_DECLARED : whole;
        return new ContentDisclosure(
                said.compareTo(disclosure.involvement()) > 0 ? said : disclosure.involvement(),
                disclosure.statements(),
                disclosure.contradictions(),
                disclosure.rights(),
                disclosure.derivation());
    }

    /** What the declaration says of the terms of its tools, as it would be signed. */
    private static List<RightsRecord> records(Declaration declaration) {
        return declaration.uses().stream()
                .filter(AiUse::shows)
                .map(use -> new RightsRecord(
                        "urn:c2pa:stated",
                        new OutputRights(List.of(), use.tool(), use.generatedAt(), declaration.persons(), use.terms()),
                        AiStatement.Strength.DECLARED,
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }

    /** The same dossier of a work that goes out in that way. */
    Dossier released(Optional<Release> plan) {
        return new Dossier(integrity, signerTrusted, disclosure, trail, plan, evidence, identified, at, view, house);
    }

    /** The same dossier of a file that was looked at. */
    Dossier seen(AssetView file) {
        return new Dossier(integrity, signerTrusted, disclosure, trail, release, evidence, identified, at, file, house);
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
