package org.estampille.cawg;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/** The identities an aggregator says it verified (clause 8.1.2, verified identities). */
final class VerifiedIdentities {

    private static final String FIELD = "verifiedIdentities";

    private VerifiedIdentities() {}

    static void check(VerifiableCredential credential, CawgFindings findings) {
        List<CborValue> entries = Fields.items(credential.subject(), FIELD);
        if (entries.isEmpty()) {
            findings.add(CawgCode.ICA_VERIFIED_IDENTITIES_MISSING, "no identity was verified");
        }
        for (int i = 0; i < entries.size(); i++) {
            Optional<String> problem = entries.get(i).asMap().isEmpty()
                    ? Optional.of("no JSON object")
                    : problem(entries.get(i).asMap().get());
            if (problem.isPresent()) {
                findings.add(CawgCode.ICA_VERIFIED_IDENTITIES_INVALID, "entry " + (i + 1) + ": " + problem.get());
            }
        }
    }

    private static Optional<String> problem(CborValue.Map entry) {
        Optional<String> type = nonEmpty(entry, "type");
        if (type.isEmpty()) {
            return Optional.of("type");
        }
        for (String name : new String[] {"name", "username", "address", "uri", "method"}) {
            if (entry.get(name).isPresent() && nonEmpty(entry, name).isEmpty()) {
                return Optional.of(name);
            }
        }
        if (!hasRequired(type.get(), entry)) {
            return Optional.of("what " + type.get() + " needs is missing");
        }
        if (Fields.text(entry, "verifiedAt").flatMap(ValidityRules::date).isEmpty()) {
            return Optional.of("verifiedAt");
        }
        if (!isUri(Fields.text(entry, "uri"))) {
            return Optional.of("uri");
        }
        return hasProvider(entry) ? Optional.empty() : Optional.of("provider");
    }

    /** The example of the clause gives a wallet by its user name, as version 1.1 did, so that is let pass. */
    private static boolean hasRequired(String type, CborValue.Map entry) {
        return switch (type) {
            case "cawg.document_verification" -> entry.get("name").isPresent();
            case "cawg.web_site" -> entry.get("uri").isPresent();
            case "cawg.social_media" -> entry.get("username").isPresent();
            case "cawg.crypto_wallet" ->
                entry.get("address").isPresent() || entry.get("username").isPresent();
            default -> true;
        };
    }

    private static boolean hasProvider(CborValue.Map entry) {
        Optional<CborValue.Map> provider = Fields.map(entry, "provider");
        return provider.isPresent()
                && nonEmpty(provider.get(), "name").isPresent()
                && isUri(Fields.text(provider.get(), "id"));
    }

    private static Optional<String> nonEmpty(CborValue.Map map, String key) {
        return Fields.text(map, key).filter(text -> !text.isEmpty());
    }

    private static boolean isUri(Optional<String> text) {
        if (text.isEmpty()) {
            return true;
        }
        try {
            return !new URI(text.get()).toString().isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The readable identities, for people. */
    static List<IdentityCredential.VerifiedIdentity> named(VerifiableCredential credential) {
        List<IdentityCredential.VerifiedIdentity> named = new ArrayList<>();
        for (CborValue item : Fields.items(credential.subject(), FIELD)) {
            Optional<CborValue.Map> entry = item.asMap();
            Optional<String> type = entry.flatMap(map -> nonEmpty(map, "type"));
            if (type.isPresent()) {
                named.add(new IdentityCredential.VerifiedIdentity(
                        type.get(),
                        nonEmpty(entry.get(), "name").or(() -> nonEmpty(entry.get(), "username")),
                        Fields.map(entry.get(), "provider").flatMap(provider -> nonEmpty(provider, "name"))));
            }
        }
        return named;
    }
}
