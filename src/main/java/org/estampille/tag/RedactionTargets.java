package org.estampille.tag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.cbor.CborValue;
import org.estampille.declaration.DeclarationCodec;
import org.estampille.declaration.OutputRightsCodec;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.RedactedAssertion;
import org.estampille.manifest.Redaction;

/** Finds the assertions that a word on the command line stands for, in every manifest of a store. */
final class RedactionTargets {

    private static final String PERSONAL = "c2pa.PII.present";
    private static final String CONFIDENTIAL = "c2pa.trade-secret.present";
    private static final Set<String> PROMPT_FIELDS = Set.of(
            "prompt", "promptWriter", "seed", "Iptc4xmpExt:AIPromptInformation", "Iptc4xmpExt:AIPromptWriterName");
    private static final Set<String> PERSON_FIELDS =
            Set.of("people", "persons", "declaredBy", "editorialResponsibility", "Iptc4xmpExt:AIPromptWriterName");

    private RedactionTargets() {}

    /**
     * The absolute references of the assertions, each with the reason that the action gives (C2PA 2.5 clause 16.4.1.4.3).
     *
     * @throws TaggingRefusedException when a word stands for nothing, or for what may not be redacted
     */
    static Map<String, String> of(ManifestStore store, List<String> words) throws TaggingRefusedException {
        Map<String, String> targets = new LinkedHashMap<>();
        for (String word : words) {
            boolean found = false;
            for (Manifest manifest : store.manifests()) {
                for (Assertion assertion : manifest.assertions()) {
                    if (!(assertion instanceof RedactedAssertion) && isMeant(word, assertion)) {
                        add(manifest, assertion, word, targets);
                        found = true;
                    }
                }
            }
            if (!found) {
                throw TaggingRefusedException.conflict("has nothing to redact called '" + word
                        + "'; give the label of an assertion, or prompt, persons, rights");
            }
        }
        return targets;
    }

    private static void add(Manifest manifest, Assertion assertion, String word, Map<String, String> targets)
            throws TaggingRefusedException {
        Optional<String> refusal = Redaction.refusal(assertion);
        if (refusal.isPresent()) {
            throw TaggingRefusedException.conflict("keeps " + assertion.label().text() + ": " + refusal.get());
        }
        targets.put(manifest.uriOf(assertion), word.equals("persons") ? PERSONAL : CONFIDENTIAL);
    }

    private static boolean isMeant(String word, Assertion assertion) {
        String base = assertion.label().base();
        return switch (word) {
            case "prompt" -> base.equals(DeclarationCodec.PROMPTS_LABEL) || data(assertion, PROMPT_FIELDS, true);
            case "persons" -> base.equals(DeclarationCodec.PERSONS_LABEL) || data(assertion, PERSON_FIELDS, false);
            case "rights" -> base.equals(OutputRightsCodec.LABEL) || base.equals("c2pa.external-reference");
            default -> base.equals(word) || assertion.label().text().equals(word);
        };
    }

    /** Other assertions that hold such fields: those of earlier versions, of other programs, and rights that name people. */
    private static boolean data(Assertion assertion, Set<String> fields, boolean deep) {
        return assertion instanceof DataAssertion data && holds(data.value(), fields, deep);
    }

    private static boolean holds(CborValue tagged, Set<String> fields, boolean deep) {
        CborValue value = tagged.untagged();
        if (value instanceof CborValue.Map map) {
            for (CborValue.Entry entry : map.entries()) {
                if (entry.key().asText().filter(fields::contains).isPresent()
                        || deep && holds(entry.value(), fields, true)) {
                    return true;
                }
            }
        } else if (value instanceof CborValue.Array array) {
            return deep && array.items().stream().anyMatch(item -> holds(item, fields, true));
        }
        return false;
    }
}
