package org.estampille.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.declaration.Account;
import org.estampille.declaration.Answer;
import org.estampille.declaration.ChainLink;
import org.estampille.declaration.DeclarationProfile;
import org.estampille.declaration.InputAsset;
import org.estampille.declaration.Release;
import org.estampille.declaration.Tool;
import org.estampille.disclosure.RightsRecord;
import org.estampille.disclosure.TrailManifest;

/** Whether rights pass without a gap: from what went in and the models behind a tool to the producer and on. */
final class ChainRules {

    private static final String PRODUCER = "producer";

    private ChainRules() {}

    static Map<String, Condition> conditions() {
        return Map.of(
                "R-CH-01", ChainRules::upstreamTermsAreKnown,
                "R-CH-02", ChainRules::rightsReachTheProducer,
                "R-CH-03", ChainRules::inputsHaveRights,
                "R-CH-04", ChainRules::nobodyElsesOutput);
    }

    private static Finding upstreamTermsAreKnown(Case one) {
        Tool tool = one.rights().tool();
        if (tool.channel().isEmpty()) {
            return Finding.UNKNOWN;
        }
        if (tool.channel().get() != Tool.Channel.AGGREGATOR) {
            return Finding.NOT_APPLICABLE;
        }
        List<String> missing = tool.upstream().stream()
                .filter(behind -> behind.modelLicence().isEmpty() && !hasOwnRecord(one, behind))
                .map(Tool::name)
                .toList();
        return Finding.violatedIf(tool.upstream().isEmpty() || !missing.isEmpty())
                .with(missing);
    }

    private static boolean hasOwnRecord(Case one, Tool behind) {
        for (RightsRecord other : one.manifest().records()) {
            boolean another = !other.where().equals(one.record().where());
            if (another
                    && UseRules.same(other.rights().tool().name(), behind.name())
                    && !other.rights().terms().evidence().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** A person's account needs a deed to the producer; a release may want the chain to go further. */
    private static Finding rightsReachTheProducer(Case one) {
        Optional<Account.Holder> holder = one.terms().account().holder();
        Optional<Account.HolderType> type = holder.flatMap(Account.Holder::type);
        if (type.isEmpty()) {
            return Finding.UNKNOWN;
        }
        String start = holder.flatMap(Account.Holder::role).orElse("");
        boolean person = type.get() == Account.HolderType.PERSON && !UseRules.same(start, PRODUCER);
        Finding deed = person ? chain(one, start, PRODUCER, true) : Finding.HOLDS;
        Optional<String> end = one.release().flatMap(Release::chainTo);
        String next = person || start.isEmpty() ? PRODUCER : start;
        return end.isEmpty() ? deed : deed.worse(chain(one, next, end.get(), false));
    }

    /** Links that are on record decide; a way that needs an instrument nobody can find leaves it open. */
    private static Finding chain(Case one, String from, String to, boolean rightsPass) {
        List<ChainLink> links = new ArrayList<>(one.terms().chainOfTitle().orElse(List.of()));
        if (rightsPass) {
            links.removeIf(link -> !link.kind().passesRights());
        }
        boolean untold = links.removeIf(link -> isUntold(link.from()) || isUntold(link.to())) || isUntold(from);
        if (!reaches(links, from, to)) {
            return (untold ? Finding.UNKNOWN : Finding.VIOLATED).with(to);
        }
        links.removeIf(link -> !link.isOnRecord());
        return reaches(links, from, to) ? Finding.HOLDS : Finding.UNKNOWN.with(to);
    }

    /** Two roles that a profile kept to itself are not one and the same. */
    private static boolean isUntold(String role) {
        return UseRules.same(role, DeclarationProfile.UNTOLD);
    }

    /** Whether links lead from one role to another; a holder without a role may stand at any start. */
    private static boolean reaches(List<ChainLink> links, String from, String to) {
        if (UseRules.same(from, to)) {
            return true;
        }
        List<String> reached = new ArrayList<>();
        List<ChainLink> left = new ArrayList<>(links);
        if (from.isEmpty()) {
            return links.stream().anyMatch(link -> UseRules.same(link.to(), to));
        }
        reached.add(from);
        for (int i = 0; i < reached.size(); i++) {
            String here = reached.get(i);
            for (ChainLink link : List.copyOf(left)) {
                if (UseRules.same(link.from(), here)) {
                    reached.add(link.to());
                    left.remove(link);
                }
            }
        }
        return reached.stream().anyMatch(role -> UseRules.same(role, to));
    }

    private static Finding inputsHaveRights(Case one) {
        Finding inFile = inputsInTheFile(one);
        Optional<List<InputAsset>> inputs = one.terms().inputs();
        if (inputs.isEmpty()) {
            return inFile.kind() == Finding.Kind.NOT_APPLICABLE ? Finding.UNKNOWN : inFile;
        }
        Finding worst = inFile;
        for (InputAsset input : inputs.get()) {
            Finding finding = switch (input.rightsCleared()) {
                case YES -> Finding.HOLDS;
                case NO -> Finding.VIOLATED;
                case UNKNOWN -> input.rightsRef().isPresent() ? Finding.UNKNOWN : Finding.VIOLATED;
            };
            worst = finding.with(input.ref()).restingOn(input.sha256()).worse(worst);
        }
        return worst;
    }

    /** Inputs named in the manifest: one without a rights statement of its own needs one in the declaration. */
    private static Finding inputsInTheFile(Case one) {
        Finding worst = Finding.NOT_APPLICABLE;
        boolean declared = one.terms().inputs().map(list -> !list.isEmpty()).orElse(false);
        for (String title : one.manifest().unrecordedInputs()) {
            worst = Finding.violatedIf(!declared).with(title).worse(worst);
        }
        for (TrailManifest manifest : one.dossier().trail().manifests()) {
            boolean fedIn = manifest.place() == TrailManifest.Place.INPUT
                    && manifest.owner().equals(Optional.of(one.manifest().label()));
            if (fedIn) {
                boolean recorded = !manifest.records().isEmpty() || declared;
                worst = Finding.violatedIf(!recorded).with(manifest.label()).worse(worst);
            }
        }
        return worst;
    }

    private static Finding nobodyElsesOutput(Case one) {
        Optional<List<InputAsset>> inputs = one.terms().inputs();
        if (inputs.isEmpty()) {
            return Finding.UNKNOWN;
        }
        Finding worst = Finding.HOLDS;
        for (InputAsset input : inputs.get()) {
            Finding finding = input.origin() == InputAsset.Origin.UNKNOWN
                    ? Finding.UNKNOWN
                    : Finding.violatedIf(input.origin() == InputAsset.Origin.OTHER_USER_OUTPUT);
            worst = finding.with(input.ref()).worse(worst);
        }
        return worst;
    }

    /** The particulars of author contracts under French law. */
    static Finding particulars(Case one) {
        Optional<List<ChainLink>> chain = one.terms().chainOfTitle();
        if (chain.isEmpty()) {
            boolean noAuthor = one.terms()
                    .account()
                    .holder()
                    .flatMap(Account.Holder::type)
                    .equals(Optional.of(Account.HolderType.ORGANISATION));
            return noAuthor ? Finding.NOT_APPLICABLE : Finding.UNKNOWN;
        }
        Finding worst = Finding.NOT_APPLICABLE;
        for (ChainLink link : chain.get()) {
            if (link.kind() == ChainLink.Instrument.AUTHOR_CONTRACT) {
                boolean french = link.law().equals(Optional.of("FR"));
                Finding finding = link.law().isEmpty()
                        ? Finding.UNKNOWN
                        : french ? Finding.violatedIf(link.particulars() != Answer.YES) : Finding.NOT_APPLICABLE;
                worst = finding.with(link.from() + " > " + link.to())
                        .restingOn(link.sha256())
                        .worse(worst);
            }
        }
        return worst;
    }
}
