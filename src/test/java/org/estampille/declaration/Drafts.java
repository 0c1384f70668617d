package org.estampille.declaration;

import java.util.List;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.manifest.AssertionDraft;

/** Looks into assertion drafts. */
final class Drafts {
    private Drafts() {}

    static List<AssertionDraft> draft(String yaml, Inception inception) {
        return DeclarationAssertions.draft(Yaml.declared(yaml), inception, false);
    }

    static CborValue.Map content(AssertionDraft draft) {
        try {
            return CborReader.read(draft.content(), ReadLimits.standard())
                    .asMap()
                    .orElseThrow();
        } catch (MalformedContentException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static List<CborValue.Map> contents(List<AssertionDraft> drafts, String label) {
        return drafts.stream()
                .filter(draft -> draft.label().equals(label))
                .map(Drafts::content)
                .toList();
    }

    static List<CborValue.Map> actions(String yaml, Inception inception) {
        return list(contents(draft(yaml, inception), "c2pa.actions.v2").get(0), "actions");
    }

    static List<CborValue.Map> list(CborValue.Map map, String name) {
        return map.get(name).flatMap(CborValue::asList).orElse(List.of()).stream()
                .map(item -> item.asMap().orElseThrow())
                .toList();
    }

    static String text(CborValue.Map map, String name) {
        return map.get(name).flatMap(CborValue::asText).orElse("");
    }

    static CborValue.Map map(CborValue.Map map, String name) {
        return map.get(name).flatMap(CborValue::asMap).orElseThrow();
    }
}
