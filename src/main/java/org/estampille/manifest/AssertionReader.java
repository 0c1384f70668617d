package org.estampille.manifest;

import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.JsonText;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;

/** Turns one assertion box into a typed assertion. */
final class AssertionReader {

    /** CAA98EEE-9D4D-F80E-86AD-4DFFCA263973, the content type of a redacted box (C2PA 2.5 clause 8.8). */
    private static final Octets REDACTED = Octets.ofHex("caa98eee9d4df80e86ad4dffca263973");

    private final ReadLimits limits;
    private final Optional<ContentCache> known;

    private long items;

    /**
     * @param limits bounds on all assertions together
     * @param known what contents were decoded to before within the same limits
     */
    AssertionReader(ReadLimits limits, Optional<ContentCache> known) {
        this.limits = limits;
        this.known = known;
    }

    Assertion read(SuperBox box) throws LimitExceededException {
        if (box.is(JumbfType.CBOR)) {
            return content(box, AssertionDraft.Encoding.CBOR, box.content("cbor"));
        }
        if (box.is(JumbfType.JSON)) {
            return content(box, AssertionDraft.Encoding.JSON, box.content("json"));
        }
        if (box.is(JumbfType.EMBEDDED_FILE)) {
            return embedded(box);
        }
        return box.is(JumbfType.UUID) && isRedacted(box) ? new RedactedAssertion(box) : new UnknownAssertion(box);
    }

    private static boolean isRedacted(SuperBox box) {
        Optional<Octets> uuid = box.content("uuid");
        return uuid.isPresent()
                && box.children().size() == 1
                && uuid.get().startsWith(REDACTED)
                && uuid.get().from(REDACTED.length()).isZero();
    }

    private Assertion content(SuperBox box, AssertionDraft.Encoding encoding, Optional<Octets> content)
            throws LimitExceededException {
        if (content.isEmpty()) {
            return isRedacted(box)
                    ? new RedactedAssertion(box)
                    : new IllFormedAssertion(box, encoding, "no content box");
        }
        try {
            ContentCache.Decoded decoded = isOfThisFileAlone(box) || known.isEmpty()
                    ? decoded(encoding, content.get())
                    : remembered(known.get(), encoding, content.get());
            items += decoded.items();
            LimitExceededException.check("items of assertions", items, limits.items());
            return typed(box, encoding, decoded.value());
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return new IllFormedAssertion(box, encoding, e.problem());
        }
    }

    /** Hard bindings differ from file to file, so that remembering them helps nobody. */
    private static boolean isOfThisFileAlone(SuperBox box) {
        return box.label().startsWith("c2pa.hash.");
    }

    private ContentCache.Decoded remembered(ContentCache cache, AssertionDraft.Encoding encoding, Octets content)
            throws MalformedContentException {
        Optional<ContentCache.Decoded> before = cache.decoded(encoding, content);
        if (before.isPresent()) {
            return before.get();
        }
        Octets own = Octets.adopt(content.toByteArray());
        ContentCache.Decoded decoded = decoded(encoding, own);
        cache.keep(encoding, own, decoded);
        return decoded;
    }

    private ContentCache.Decoded decoded(AssertionDraft.Encoding encoding, Octets content)
            throws MalformedContentException {
        CborValue value = encoding == AssertionDraft.Encoding.CBOR
                ? CborReader.read(content, limits)
                : JsonText.read(content, limits);
        return new ContentCache.Decoded(value, count(value));
    }

    private static long count(CborValue value) {
        CborValue plain = value.untagged();
        long count = 1;
        if (plain instanceof CborValue.Array list) {
            for (CborValue item : list.items()) {
                count += count(item);
            }
        } else if (plain instanceof CborValue.Map map) {
            for (CborValue.Entry entry : map.entries()) {
                count += count(entry.key()) + count(entry.value());
            }
        }
        return count;
    }

    private static Assertion typed(SuperBox box, AssertionDraft.Encoding encoding, CborValue value) {
        if (!(value.untagged() instanceof CborValue.Map map)) {
            return new DataAssertion(box, encoding, value);
        }
        AssertionLabel label = AssertionLabel.of(box.label());
        if (label.isAnyVersionOf("c2pa.actions")) {
            return ActionsAssertion.read(box, map);
        }
        if (label.isAnyVersionOf("c2pa.ingredient")) {
            return Ingredient.read(box, label.base(), map);
        }
        return label.base().startsWith("c2pa.hash.")
                ? new BindingAssertion(box, map)
                : new DataAssertion(box, encoding, value);
    }

    private static Assertion embedded(SuperBox box) {
        Optional<Octets> description = box.content("bfdb");
        Optional<Octets> content = box.content("bidb");
        if (description.isEmpty() || content.isEmpty()) {
            return isRedacted(box) ? new RedactedAssertion(box) : new UnknownAssertion(box);
        }
        return new EmbeddedFile(box, mediaType(description.get()), content.get());
    }

    /** One octet of toggles, then text up to a zero octet. */
    private static String mediaType(Octets description) {
        int end = 1;
        while (end < description.length() && description.at(end) != 0) {
            end++;
        }
        return end > description.length() || description.isEmpty()
                ? ""
                : description.slice(1, end - 1).utf8();
    }
}
