package org.estampille.declaration;

import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;
import org.estampille.yaml.YamlNode;

/**
 * What the AI tool's terms gave the production, on which evidence, and who checked it. Absent parts read as unknown.
 *
 * @param account the contract with the vendor
 * @param rights in the output
 * @param vendor what the vendor may do
 * @param humanAuthorship the share of a person
 * @param evidence the texts behind it
 * @param review who checked
 * @param changes of the terms since
 * @param inputs what was fed into the tool; absent when nothing is said about it, empty when there was nothing
 * @param chainOfTitle how the rights pass from the account holder to the producer and on; absent when nothing is said about it
 * @param odrl the same as ODRL, carried as it is
 */
public record ToolTerms(
        Account account,
        Rights rights,
        VendorTerms vendor,
        HumanAuthorship humanAuthorship,
        List<Evidence> evidence,
        Optional<Review> review,
        List<TermsChange> changes,
        Optional<List<InputAsset>> inputs,
        Optional<List<ChainLink>> chainOfTitle,
        Optional<CborValue.Map> odrl) {

    public ToolTerms {
        evidence = List.copyOf(evidence);
        changes = List.copyOf(changes);
        inputs = inputs.map(List::copyOf);
        chainOfTitle = chainOfTitle.map(List::copyOf);
    }

    /** Reads its parts from among the fields of a larger group. */
    static ToolTerms read(Fields fields) {
        return new ToolTerms(
                fields.group("account", Account::read).orElse(Account.UNKNOWN),
                fields.groupOrEmpty("rights", Rights::read),
                fields.groupOrEmpty("vendor", VendorTerms::read),
                fields.groupOrEmpty("humanAuthorship", HumanAuthorship::read),
                fields.groups("evidence", Evidence::read),
                fields.group("review", Review::read),
                fields.groups("changes", TermsChange::read),
                fields.groupsIfSaid("inputs", InputAsset::read),
                fields.groupsIfSaid("chainOfTitle", ChainLink::read),
                fields.tree("odrl"));
    }

    /** Terms nobody has looked at. */
    static ToolTerms unknown() {
        return read(new Fields(new YamlNode.Mapping(0, List.of()), "", new Problems()));
    }

    void addTo(CborValue.MapBuilder map) {
        map.put("account", account.toCbor())
                .put("rights", rights.toCbor())
                .put("vendor", vendor.toCbor())
                .put("humanAuthorship", humanAuthorship.toCbor())
                .putValue("evidence", Lists.orNothing(evidence, Evidence::toCbor))
                .putValue("review", review.map(Review::toCbor))
                .putValue("changes", Lists.orNothing(changes, TermsChange::toCbor))
                .putValue("inputs", inputs.map(list -> Lists.of(list, InputAsset::toCbor)))
                .putValue("chainOfTitle", chainOfTitle.map(list -> Lists.of(list, ChainLink::toCbor)))
                .putValue("odrl", odrl);
    }
}
