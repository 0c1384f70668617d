package org.estampille.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.JumbfUri;
import org.estampille.jumbf.SuperBox;
import org.junit.jupiter.api.Test;

class CompressedManifestTest {

    private static final String LABEL = "urn:c2pa:one";

    /** A mebibyte of zeros, compressed. */
    private static final Octets BOMB = Octets.ofHex("5bffff8f7f02201e0b0472ef1f00");

    private static SuperBox box(JumbfType type, String label, JumbfBox... children) {
        return SuperBox.of(DescriptionBox.of(type, label, Optional.empty()), List.of(children));
    }

    private static SuperBox inner(JumbfType type, String label) {
        return box(type, label, box(JumbfType.ASSERTION_STORE, "c2pa.assertions"));
    }

    /** A Brotli stream of meta-blocks that are not compressed (RFC 7932 clause 9.2). */
    static Octets brotli(Octets octets) {
        List<Octets> stream = new ArrayList<>();
        for (int at = 0; at < octets.length(); at += 1 << 16) {
            int count = Math.min(1 << 16, octets.length() - at);
            stream.add(at == 0 ? start(count) : next(count));
            stream.add(octets.slice(at, count));
        }
        stream.add(Octets.of(3));
        return Octets.concat(stream);
    }

    /** One bit for a window of 64 KiB, then the header of a meta-block. */
    private static Octets start(int count) {
        int bits = (count - 1) << 4 | 1 << 20;
        return Octets.of(bits & 0xFF, bits >> 8 & 0xFF, bits >> 16 & 0xFF);
    }

    private static Octets next(int count) {
        int bits = (count - 1) << 3 | 1 << 19;
        return Octets.of(bits & 0xFF, bits >> 8 & 0xFF, bits >> 16 & 0xFF);
    }

    private static SuperBox packed(String label, Octets brotli) {
        return box(JumbfType.COMPRESSED_MANIFEST, label, ContentBox.of("brob", brotli));
    }

    private static Manifest only(SuperBox stored) throws LimitExceededException {
        return read(stored).manifests().get(0);
    }

    private static ManifestStore read(SuperBox... stored) throws LimitExceededException {
        return new ManifestStoreReader(ReadLimits.standard())
                .read(List.of(box(JumbfType.MANIFEST_STORE, "c2pa", stored)));
    }

    @Test
    void a_compressed_manifest_reads_like_the_one_inside() throws LimitExceededException {
        SuperBox update = inner(JumbfType.UPDATE_MANIFEST, LABEL);
        Manifest manifest = only(packed(LABEL, brotli(update.octets())));
        assertThat(manifest.kind()).isEqualTo(Manifest.Kind.UPDATE);
        assertThat(manifest.box().octets()).isEqualTo(update.octets());
    }

    @Test
    void references_to_the_whole_manifest_are_about_the_compressed_box() throws LimitExceededException {
        SuperBox stored =
                packed(LABEL, brotli(inner(JumbfType.STANDARD_MANIFEST, LABEL).octets()));
        ManifestStore store = read(stored, inner(JumbfType.STANDARD_MANIFEST, "urn:c2pa:two"));
        Manifest other = store.active().orElseThrow();
        assertThat(store.resolve(JumbfUri.inManifest(LABEL), other).map(SuperBox::octets))
                .contains(stored.octets());
        assertThat(store.resolve(JumbfUri.inManifest(LABEL, "c2pa.assertions"), other))
                .isPresent();
    }

    @Test
    void anything_but_one_manifest_of_the_same_label_stays_compressed() throws LimitExceededException {
        Octets good = inner(JumbfType.STANDARD_MANIFEST, LABEL).octets();
        List<SuperBox> broken = List.of(
                packed("urn:c2pa:other", brotli(good)),
                packed(LABEL, brotli(inner(JumbfType.COMPRESSED_MANIFEST, LABEL).octets())),
                packed(LABEL, brotli(inner(JumbfType.CBOR, LABEL).octets())),
                packed(LABEL, brotli(Octets.concat(good, Octets.of(0)))),
                packed(LABEL, brotli(good.slice(0, good.length() - 1))),
                packed(LABEL, good),
                packed(LABEL, Octets.empty()),
                packed(LABEL, brotli(good).slice(0, 20)),
                box(
                        JumbfType.COMPRESSED_MANIFEST,
                        LABEL,
                        ContentBox.of("brob", brotli(good)),
                        ContentBox.of("brob", brotli(good))),
                box(JumbfType.COMPRESSED_MANIFEST, LABEL));
        for (SuperBox stored : broken) {
            assertThat(only(stored).kind()).isEqualTo(Manifest.Kind.COMPRESSED);
        }
    }

    @Test
    void a_bomb_goes_over_a_limit() {
        assertThatThrownBy(() -> only(packed(LABEL, BOMB)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("expansion");
    }

    @Test
    void many_small_boxes_do_not_unpack_to_more_than_a_store_may_hold() {
        Octets content = inner(JumbfType.STANDARD_MANIFEST, LABEL).octets();
        SuperBox stored = packed(LABEL, brotli(content));
        ReadLimits limits = new ReadLimits(32, 1_000, 1 << 20, content.length() * 2, 10, 10);
        SuperBox store = box(JumbfType.MANIFEST_STORE, "c2pa", stored, stored, stored);
        assertThatThrownBy(() -> new ManifestStoreReader(limits).read(List.of(store)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("decompressed size");
    }
}
