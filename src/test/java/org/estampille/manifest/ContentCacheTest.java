package org.estampille.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.junit.jupiter.api.Test;

/** What was decoded once is not decoded again, and never taken for anything else. */
final class ContentCacheTest {

    private static final Octets CONTENT = Octets.ofHex("a161610a");
    private static final ContentCache.Decoded DECODED = decoded(10);

    private final ContentCache cache = ContentCache.bounded(1_000);

    @Test
    void equal_octets_say_the_same() {
        cache.keep(AssertionDraft.Encoding.CBOR, CONTENT, DECODED);

        assertThat(cache.decoded(AssertionDraft.Encoding.CBOR, Octets.ofHex("a161610a")))
                .contains(DECODED);
    }

    @Test
    void other_octets_say_nothing_known() {
        cache.keep(AssertionDraft.Encoding.CBOR, CONTENT, DECODED);

        assertThat(cache.decoded(AssertionDraft.Encoding.CBOR, Octets.ofHex("a161610b")))
                .isEmpty();
    }

    @Test
    void the_same_octets_in_another_encoding_are_another_content() {
        cache.keep(AssertionDraft.Encoding.CBOR, CONTENT, DECODED);

        assertThat(cache.decoded(AssertionDraft.Encoding.JSON, CONTENT)).isEmpty();
    }

    @Test
    void a_full_cache_starts_anew() {
        for (int i = 0; i < 4; i++) {
            cache.keep(AssertionDraft.Encoding.CBOR, Octets.of(i), decoded(i));
        }

        assertThat(cache.decoded(AssertionDraft.Encoding.CBOR, Octets.of(0))).isEmpty();
        assertThat(cache.decoded(AssertionDraft.Encoding.CBOR, Octets.of(3))).contains(decoded(3));
    }

    @Test
    void a_long_content_is_not_kept() {
        Octets content = Octets.zeros(20_000);
        ContentCache large = ContentCache.bounded(1_000_000);
        large.keep(AssertionDraft.Encoding.CBOR, content, DECODED);

        assertThat(large.decoded(AssertionDraft.Encoding.CBOR, content)).isEqualTo(Optional.empty());
    }

    private static ContentCache.Decoded decoded(long number) {
        return new ContentCache.Decoded(CborValue.of(number), 1);
    }
}
