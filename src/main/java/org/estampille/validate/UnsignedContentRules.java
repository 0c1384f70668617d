package org.estampille.validate;

import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.cose.CoseSign1;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/**
 * Rule {@code unsigned}: our own. What encloses the signed parts of the active manifest is signed by nobody; whoever shrinks its
 * padding can put something else there. The standard does not look, so a person should.
 */
final class UnsignedContentRules {

    private static final Set<String> HEADERS =
            Set.of("pad", "pad2", "sigTst", "sigTst2", "rVals", "x5chain", "sigD", "temp");
    private static final JumbfType[] IN_STORE = {
        JumbfType.STANDARD_MANIFEST, JumbfType.UPDATE_MANIFEST, JumbfType.LEGACY_MANIFEST, JumbfType.COMPRESSED_MANIFEST
    };
    private static final JumbfType[] IN_MANIFEST = {
        JumbfType.CLAIM,
        JumbfType.CLAIM_SIGNATURE,
        JumbfType.ASSERTION_STORE,
        JumbfType.DATA_BOX_STORE,
        JumbfType.CREDENTIAL_STORE
    };
    private static final long X5CHAIN = 33;
    /** Octets of a description besides its label: header, type, toggles, closing zero. */
    private static final int BARE_DESCRIPTION = 26;

    private final String url;
    private final Findings findings;

    private UnsignedContentRules(String url, Findings findings) {
        this.url = url;
        this.findings = findings;
    }

    static void check(ManifestStore store, Manifest active, ReadLimits limits, Findings findings)
            throws LimitExceededException {
        UnsignedContentRules rules = new UnsignedContentRules(active.uri(), findings);
        for (SuperBox box : store.boxes()) {
            rules.enclosure(box, "", IN_STORE);
        }
        if (active.kind() == Manifest.Kind.COMPRESSED) {
            return;
        }
        rules.enclosure(active.box(), "", IN_MANIFEST);
        active.assertionStore().ifPresent(box -> rules.enclosure(box, "", JumbfType.values()));
        for (SuperBox part : active.box().superBoxes()) {
            if (part.is(JumbfType.CLAIM) || part.is(JumbfType.CLAIM_SIGNATURE)) {
                rules.enclosure(part, "cbor");
            }
            if (part.is(JumbfType.CLAIM_SIGNATURE)) {
                rules.headers(part, limits);
            }
        }
    }

    /** Finds what is neither one content box of the type {@code content}, a superbox of {@code types}, nor blank. */
    private void enclosure(SuperBox box, String content, JumbfType... types) {
        int wanted = content.isEmpty() ? 0 : 1;
        for (JumbfBox child : box.children()) {
            if (child instanceof ContentBox part) {
                boolean blank = part.type().equals("free") && part.payload().isZero();
                if (!blank && !(part.type().equals(content) && wanted-- > 0)) {
                    found("a box '" + part.type() + "' in '" + box.label() + "'");
                }
            } else if (child instanceof SuperBox part
                    && types.length < JumbfType.values().length
                    && !isOf(part, types)) {
                found("a box labelled '" + part.label() + "' in '" + box.label() + "'");
            }
        }
        DescriptionBox description = box.description();
        if (description.octets().length()
                > BARE_DESCRIPTION + Octets.ofUtf8(box.label()).length()) {
            found("more than a label in the description of '" + box.label() + "'");
        }
    }

    private static boolean isOf(SuperBox box, JumbfType... types) {
        for (JumbfType type : types) {
            if (box.is(type)) {
                return true;
            }
        }
        return false;
    }

    /** A signature that cannot be read is told of elsewhere. */
    private void headers(SuperBox signature, ReadLimits limits) throws LimitExceededException {
        Optional<Octets> content = signature.content("cbor");
        if (content.isEmpty()) {
            return;
        }
        CoseSign1 cose;
        try {
            cose = CoseSign1.read(content.get(), limits);
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException toldElsewhere) {
            return;
        }
        for (CborValue.Entry entry : cose.unprotectedHeader().entries()) {
            boolean known = entry.key() instanceof CborValue.Text name && HEADERS.contains(name.value())
                    || entry.key() instanceof CborValue.Int number && number.value() == X5CHAIN;
            if (!known) {
                found("an unknown unprotected header of the signature");
            }
        }
    }

    private void found(String what) {
        findings.add(StatusCode.UNSIGNED_CONTENT, url, what);
    }
}
