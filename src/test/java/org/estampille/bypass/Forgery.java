package org.estampille.bypass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.cose.CoseSign1;
import org.estampille.cose.CoseWriter;
import org.estampille.cose.SigStructure;
import org.estampille.crypto.CryptoEngine;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfReader;
import org.estampille.jumbf.SuperBox;
import org.estampille.sign.ClaimSigner;
import org.estampille.sign.SigningException;

/** A manifest store in the hands of somebody who changes it; every change gives another store. */
record Forgery(SuperBox store) {

    static final String SIGNATURE = "c2pa.signature";
    private static final String CLAIM = "c2pa.claim.v2";
    private static final String ASSERTIONS = "c2pa.assertions";

    static Forgery of(Octets store) throws MalformedContentException {
        return new Forgery(JumbfReader.read(store, ReadLimits.standard()));
    }

    Octets octets() {
        return store.octets();
    }

    SuperBox active() {
        List<SuperBox> manifests = store.superBoxes();
        return manifests.get(manifests.size() - 1);
    }

    Forgery withChildren(List<? extends JumbfBox> children) {
        return new Forgery(SuperBox.of(store.description(), children));
    }

    Forgery withActive(SuperBox manifest) {
        List<JumbfBox> children = new ArrayList<>(store.children());
        children.set(children.size() - 1, manifest);
        return withChildren(children);
    }

    /** A part of the active manifest replaced. */
    Forgery with(String label, UnaryOperator<SuperBox> change) {
        return withActive(replaced(active(), label, change));
    }

    static SuperBox replaced(SuperBox parent, String label, UnaryOperator<SuperBox> change) {
        List<JumbfBox> children = new ArrayList<>();
        for (JumbfBox child : parent.children()) {
            children.add(child instanceof SuperBox box && box.label().equals(label) ? change.apply(box) : child);
        }
        return SuperBox.of(parent.description(), children);
    }

    /** The same superbox with one more child. */
    static SuperBox plus(SuperBox parent, JumbfBox child) {
        List<JumbfBox> children = new ArrayList<>(parent.children());
        children.add(child);
        return SuperBox.of(parent.description(), children);
    }

    private static SuperBox cbor(DescriptionBox description, CborValue value) {
        return SuperBox.of(description, List.of(ContentBox.of("cbor", CborWriter.write(value))));
    }

    CborValue.Map claim() throws MalformedContentException {
        return map(active().only(CLAIM).orElseThrow());
    }

    static CborValue.Map map(SuperBox box) throws MalformedContentException {
        return (CborValue.Map) CborReader.read(box.content("cbor").orElseThrow(), ReadLimits.standard());
    }

    /** The content of an assertion replaced, and its hash in the claim with it; the signature no longer holds. */
    Forgery withAssertion(String label, UnaryOperator<CborValue.Map> change) throws MalformedContentException {
        SuperBox assertions = active().only(ASSERTIONS).orElseThrow();
        SuperBox before = assertions.only(label).orElseThrow();
        SuperBox after = cbor(before.description(), change.apply(map(before)));
        Octets hash = CryptoEngine.platform()
                .hash(HashAlgorithm.SHA256, after.hashedOctets())
                .value();
        List<CborValue.Entry> entries = new ArrayList<>();
        for (CborValue.Entry entry : claim().entries()) {
            CborValue value =
                    entry.value() instanceof CborValue.Array list ? rehashed(list, label, hash) : entry.value();
            entries.add(new CborValue.Entry(entry.key(), value));
        }
        CborValue.Map claim = new CborValue.Map(entries);
        return with(ASSERTIONS, box -> replaced(box, label, old -> after))
                .with(CLAIM, box -> cbor(box.description(), claim));
    }

    /** The claim replaced; the signature no longer holds. */
    Forgery withClaim(UnaryOperator<CborValue.Map> change) throws MalformedContentException {
        CborValue.Map claim = change.apply(claim());
        return with(CLAIM, box -> cbor(box.description(), claim));
    }

    private static CborValue rehashed(CborValue.Array list, String label, Octets hash) {
        List<CborValue> items = new ArrayList<>();
        for (CborValue item : list.items()) {
            boolean here = item instanceof CborValue.Map map
                    && map.get("url")
                            .filter(url -> url instanceof CborValue.Text text
                                    && text.value().endsWith("/" + label))
                            .isPresent();
            items.add(here ? set((CborValue.Map) item, "hash", CborValue.of(hash)) : item);
        }
        return CborValue.array(items);
    }

    /** The map with {@code key} set. */
    static CborValue.Map set(CborValue.Map map, String key, CborValue value) {
        List<CborValue.Entry> entries = new ArrayList<>(map.entries());
        entries.removeIf(entry -> entry.key().equals(CborValue.of(key)));
        entries.add(new CborValue.Entry(CborValue.of(key), value));
        return new CborValue.Map(entries);
    }

    CoseSign1 cose() throws MalformedContentException {
        SuperBox box = active().only(SIGNATURE).orElseThrow();
        return CoseSign1.read(box.content("cbor").orElseThrow(), ReadLimits.standard());
    }

    Forgery withCose(Octets cose) {
        return with(SIGNATURE, box -> SuperBox.of(box.description(), List.of(ContentBox.of("cbor", cose))));
    }

    /** The unprotected header replaced; the signature still holds. */
    Forgery withUnprotected(UnaryOperator<CborValue.Map> change) throws MalformedContentException {
        CoseSign1 cose = cose();
        return withCose(
                CoseWriter.write(cose.protectedOctets(), change.apply(cose.unprotectedHeader()), cose.signature()));
    }

    /** Signed anew, as somebody with a key of his own can. */
    Forgery signedBy(ClaimSigner signer) throws SigningException {
        return signedBy(signer, CborValue.map().build());
    }

    Forgery signedBy(ClaimSigner signer, CborValue.Map unprotected) throws SigningException {
        Octets header =
                CoseWriter.protectedHeader(signer.algorithm(), signer.chain().der());
        Octets signature = signer.sign(SigStructure.signature1(header, claimOctets()));
        return withCose(CoseWriter.write(header, unprotected, signature));
    }

    Octets claimOctets() {
        return active().only(CLAIM).orElseThrow().content("cbor").orElseThrow();
    }
}
