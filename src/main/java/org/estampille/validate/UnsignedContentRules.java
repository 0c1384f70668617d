package org.estampille.validate;

import java.util.EnumSet;
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
 * padding can put something else there. Content the standard has no place for rejects the manifest (clause 11.5, table 2);
 * where the standard lets extensions stand (clause 11.5.3.4) or does not look, a person should.
 */
final class UnsignedContentRules {

    private static final Set<String> HEADERS =
            Set.of("pad", "pad2", "sigTst", "sigTst2", "rVals", "x5chain", "sigD", "temp");
    /** The types that C2PA defines: none of them is an extension, wherever it stands. */
    private static final Set<JumbfType> DEFINED = EnumSet.range(JumbfType.MANIFEST_STORE, JumbfType.CREDENTIAL_STORE);

    private static final Set<JumbfType> IN_STORE = EnumSet.of(
            JumbfType.STANDARD_MANIFEST,
            JumbfType.UPDATE_MANIFEST,
            JumbfType.LEGACY_MANIFEST,
            JumbfType.COMPRESSED_MANIFEST);
    private static final Set<JumbfType> IN_MANIFEST = EnumSet.of(
            JumbfType.CLAIM,
            JumbfType.CLAIM_SIGNATURE,
            JumbfType.ASSERTION_STORE,
            JumbfType.DATA_BOX_STORE,
            JumbfType.CREDENTIAL_STORE);
    private static final Set<JumbfType> ONCE =
            EnumSet.of(JumbfType.CLAIM, JumbfType.CLAIM_SIGNATURE, JumbfType.ASSERTION_STORE);
    private static final long X5CHAIN = 33;
    private static final int REQUESTABLE_AND_LABELLED = 3;
    /** The toggles of an identifier, a hash and a private field, each told of by {@link #description} when it is there. */
    private static final int OPTIONAL_FIELDS = 0x1C;

    private static final String STORE_LABEL = "c2pa";
    /** Octets of a description besides its label: header, type, toggles, closing zero. */
    private static final int BARE_DESCRIPTION = 26;
    /** The header of a {@code c2sh} box and the longest salt anybody needs. */
    private static final int LONGEST_SALT = 8 + 64;

    private final ManifestStore store;
    private final String url;
    private final ReadLimits limits;
    private final Findings findings;

    private UnsignedContentRules(ManifestStore store, String url, ReadLimits limits, Findings findings) {
        this.store = store;
        this.url = url;
        this.limits = limits;
        this.findings = findings;
    }

    static void check(ManifestStore store, Manifest active, ReadLimits limits, Findings findings)
            throws LimitExceededException {
        UnsignedContentRules rules = new UnsignedContentRules(store, active.uri(), limits, findings);
        for (SuperBox box : store.boxes()) {
            rules.name(box);
            rules.extensible(box, IN_STORE);
        }
        rules.strays(active);
        if (active.kind() != Manifest.Kind.COMPRESSED) {
            rules.parts(active.box());
            rules.stores(active);
        }
    }

    /**
     * The description of the store is hashed by nobody: other readers may pass over a store by another name, and whoever changes it
     * must not go unseen (clause 11.1.4.2: requestable, labelled {@code c2pa}).
     */
    private void name(SuperBox box) {
        DescriptionBox description = box.description();
        boolean more = description.octets().length() > BARE_DESCRIPTION + STORE_LABEL.length();
        int toggles = more ? description.toggles() & ~OPTIONAL_FIELDS : description.toggles();
        if (!box.label().equals(STORE_LABEL) || toggles != REQUESTABLE_AND_LABELLED) {
            hidden("a manifest store described otherwise than as requestable and labelled '" + STORE_LABEL + "'");
        }
    }

    /** A manifest that nothing leads to from the active one is vouched for by nobody. */
    private void strays(Manifest active) {
        Set<String> reached = RedactionRules.below(store, active);
        for (Manifest manifest : store.manifests()) {
            if (!manifest.label().equals(active.label()) && !reached.contains(manifest.label())) {
                review("the manifest '" + manifest.label() + "', which no ingredient refers to");
            }
        }
    }

    private void parts(SuperBox manifest) throws LimitExceededException {
        extensible(manifest, IN_MANIFEST);
        for (JumbfType type : ONCE) {
            long count =
                    manifest.superBoxes().stream().filter(part -> part.is(type)).count();
            if (count > 1) {
                hidden(count + " boxes of type " + type + " in '" + manifest.label() + "'");
            }
        }
        for (SuperBox part : manifest.superBoxes()) {
            if (part.is(JumbfType.ASSERTION_STORE)) {
                content(part, "");
                description(part);
            } else if (part.is(JumbfType.CLAIM) || part.is(JumbfType.CLAIM_SIGNATURE)) {
                single(part);
            }
            if (part.is(JumbfType.CLAIM_SIGNATURE)) {
                headers(part);
            }
        }
    }

    /** Data and credential boxes of older manifests count as far as a hashed reference leads to them (annex G). */
    private void stores(Manifest active) throws LimitExceededException {
        for (SuperBox part : active.box().superBoxes()) {
            if (part.is(JumbfType.DATA_BOX_STORE) || part.is(JumbfType.CREDENTIAL_STORE)) {
                content(part, "");
                description(part);
                Set<SuperBox> hashed = HashedBoxes.of(active, limits);
                for (SuperBox box : part.superBoxes()) {
                    if (!hashed.contains(box)) {
                        review("a box labelled '" + box.label() + "' in '" + part.label() + "' that nothing refers to");
                    }
                }
            }
        }
    }

    /** Of a box that may hold extensions: superboxes of types nobody here knows, requestable and labelled. */
    private void extensible(SuperBox box, Set<JumbfType> types) {
        content(box, "");
        description(box);
        for (SuperBox part : box.superBoxes()) {
            if (isOf(part, types)) {
                continue;
            }
            String what = "a box labelled '" + part.label() + "' in '" + box.label() + "'";
            boolean named = (part.description().toggles() & REQUESTABLE_AND_LABELLED) == REQUESTABLE_AND_LABELLED;
            if (isOf(part, DEFINED) || !named || part.label().isEmpty()) {
                hidden(what);
            } else {
                review(what);
            }
        }
    }

    /** Of a box that holds one CBOR content box and nothing else. */
    private void single(SuperBox box) {
        content(box, "cbor");
        description(box);
        for (SuperBox part : box.superBoxes()) {
            hidden("a box labelled '" + part.label() + "' in '" + box.label() + "'");
        }
    }

    /** Finds content boxes besides one of the type {@code wanted}; padding of zeros may stand anywhere. */
    private void content(SuperBox box, String wanted) {
        int left = wanted.isEmpty() ? 0 : 1;
        for (JumbfBox child : box.children()) {
            if (child instanceof ContentBox part) {
                boolean blank = part.type().equals("free") && part.payload().isZero();
                if (!blank && !(part.type().equals(wanted) && left-- > 0)) {
                    hidden("a box '" + part.type() + "' in '" + box.label() + "'");
                }
            }
        }
    }

    /** A salt, identifier or hash is too short to hide anything in, and of no use here; more is neither. */
    private void description(SuperBox box) {
        DescriptionBox description = box.description();
        int more = description.octets().length()
                - BARE_DESCRIPTION
                - Octets.ofUtf8(box.label()).length();
        if (more > LONGEST_SALT || more > 0 && description.toggles() == REQUESTABLE_AND_LABELLED) {
            hidden("more than a label in the description of '" + box.label() + "'");
        } else if (more > 0) {
            review("more than a label in the description of '" + box.label() + "'");
        }
    }

    private static boolean isOf(SuperBox box, Set<JumbfType> types) {
        for (JumbfType type : types) {
            if (box.is(type)) {
                return true;
            }
        }
        return false;
    }

    /** A signature that cannot be read is told of elsewhere. */
    private void headers(SuperBox signature) throws LimitExceededException {
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
                review("an unknown unprotected header of the signature");
            }
        }
    }

    private void hidden(String what) {
        findings.add(StatusCode.HIDDEN_CONTENT, url, what);
    }

    private void review(String what) {
        findings.add(StatusCode.UNSIGNED_CONTENT, url, what);
    }
}
