package org.estampille.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.live.SessionKey;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.Manifest;

/** The session keys of one stream, as its manifests bring them (clauses 15.5.5 and 15.8.3). */
final class LiveKeys {

    private final ValidationContext context;
    private final Map<String, Map<Octets, SessionKey>> byManifest = new HashMap<>();

    LiveKeys(ValidationContext context) {
        this.context = context;
    }

    boolean isEmpty() {
        return byManifest.isEmpty();
    }

    /** The key of that identifier in the manifest of that label; only those that vouch for its signer count. */
    Optional<SessionKey> find(String manifest, Octets kid) {
        return Optional.ofNullable(byManifest.getOrDefault(manifest, Map.of()).get(kid));
    }

    /** Takes the keys of a manifest. */
    void learn(ValidatedManifest active, Findings findings) throws LimitExceededException {
        Manifest manifest = active.manifest();
        List<Assertion> found = assertions(manifest, SessionKey.LABEL);
        if (found.isEmpty() || byManifest.containsKey(manifest.label())) {
            return;
        }
        Map<Octets, SessionKey> keys = new HashMap<>();
        byManifest.put(manifest.label(), keys);
        String url = manifest.uriOf(found.get(0));
        if (found.size() > 1 || !(found.get(0) instanceof DataAssertion data)) {
            findings.add(
                    StatusCode.LIVEVIDEO_SESSIONKEY_INVALID, url, "not exactly one readable assertion of session keys");
            return;
        }
        try {
            take(SessionKey.read(data.value(), context.limits()), active, url, keys, findings);
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            findings.add(StatusCode.LIVEVIDEO_SESSIONKEY_INVALID, url, e.format() + ": " + e.problem());
        }
    }

    private void take(
            List<SessionKey> read,
            ValidatedManifest active,
            String url,
            Map<Octets, SessionKey> keys,
            Findings findings) {
        Optional<Octets> certificate =
                active.signer().map(signer -> signer.chain().der().get(0));
        Set<Octets> seen = new HashSet<>();
        for (SessionKey key : read) {
            Octets kid = key.key().kid();
            boolean bound =
                    !key.isReadable() || certificate.isPresent() && key.isBoundTo(certificate.get(), context.engine());
            if (!seen.add(kid)) {
                keys.remove(kid);
                findings.add(StatusCode.LIVEVIDEO_SESSIONKEY_INVALID, url, "two session keys have one kid");
            } else if (bound) {
                keys.put(kid, key);
            } else {
                findings.add(
                        StatusCode.LIVEVIDEO_SESSIONKEY_INVALID,
                        url,
                        "a session key that does not vouch for the signer of its manifest");
            }
        }
    }

    static List<Assertion> assertions(Manifest manifest, String label) {
        List<Assertion> found = new ArrayList<>();
        for (Assertion assertion : manifest.assertions()) {
            if (assertion.label().base().equals(label)) {
                found.add(assertion);
            }
        }
        return found;
    }
}
