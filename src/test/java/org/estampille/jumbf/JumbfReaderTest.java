package org.estampille.jumbf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.estampille.SharedCorpus;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JumbfReaderTest {

    private static final SuperBox CLAIM = SuperBox.of(
            DescriptionBox.of(JumbfType.CLAIM, "c2pa.claim.v2", Optional.empty()),
            List.of(ContentBox.of("cbor", Octets.of(0xA0))));
    private static final SuperBox STORE = SuperBox.of(
            DescriptionBox.of(JumbfType.MANIFEST_STORE, "c2pa", Optional.empty()),
            List.of(
                    SuperBox.of(
                            DescriptionBox.of(JumbfType.STANDARD_MANIFEST, "urn:c2pa:1", Optional.of(Octets.zeros(16))),
                            List.of(CLAIM, ContentBox.of("free", Octets.zeros(3)))),
                    ContentBox.of("wxyz", Octets.of(1, 2))));

    @Test
    void reads_what_was_written_and_keeps_unknown_boxes() throws Exception {
        SuperBox read = read(STORE.octets());
        assertThat(read).isEqualTo(STORE);
        assertThat(read.is(JumbfType.MANIFEST_STORE)).isTrue();
        SuperBox manifest = read.labelled("urn:c2pa:1").get(0);
        assertThat(manifest.description().salt()).contains(Octets.zeros(16));
        assertThat(manifest.labelled("c2pa.claim.v2").get(0).content("cbor")).contains(Octets.of(0xA0));
        assertThat(read.content("wxyz")).contains(Octets.of(1, 2));
        assertThat(read.content("none")).isEmpty();
    }

    @Test
    void hashes_everything_after_the_header_whatever_its_length() throws Exception {
        assertThat(CLAIM.hashedOctets()).isEqualTo(CLAIM.octets().from(8));
        Octets wide = Octets.concat(
                Octets.u32be(1),
                Octets.ofAscii("jumb"),
                Octets.u64be(CLAIM.octets().length() + 8L),
                CLAIM.hashedOctets());
        assertThat(read(wide).hashedOctets()).isEqualTo(CLAIM.hashedOctets());
        assertThat(read(wide).headerLength()).isEqualTo(16);
        Octets open = Octets.concat(Octets.zeros(4), CLAIM.octets().from(4));
        assertThat(read(open).hashedOctets()).isEqualTo(CLAIM.hashedOctets());
    }

    @Test
    void looks_at_nothing_after_the_first_box() throws Exception {
        assertThat(read(Octets.concat(CLAIM.octets(), Octets.of(1, 2, 3)))).isEqualTo(CLAIM);
    }

    @Test
    void refuses_every_truncation() {
        Octets whole = STORE.octets();
        for (int length = 0; length < whole.length(); length++) {
            Octets cut = whole.slice(0, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(MalformedContentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 7, 8, 9, 1L << 31, 0xFFFF_FFFFL})
    void refuses_lengths_shorter_than_a_header_or_past_the_parent(long length) {
        Octets child = Octets.concat(Octets.u32be(length), Octets.ofAscii("jumb"));
        assertThatThrownBy(() -> read(child)).isInstanceOf(MalformedContentException.class);
        Octets description = CLAIM.description().octets();
        Octets parent = Octets.concat(
                Octets.u32be(8L + description.length() + child.length()),
                Octets.ofAscii("jumb"),
                description,
                child,
                Octets.zeros(64));
        assertThatThrownBy(() -> read(parent)).isInstanceOf(MalformedContentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 15, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void refuses_wide_lengths_that_cannot_be(long length) {
        Octets wide =
                Octets.concat(Octets.u32be(1), Octets.ofAscii("jumb"), Octets.u64be(length), CLAIM.hashedOctets());
        assertThatThrownBy(() -> read(wide)).isInstanceOf(MalformedContentException.class);
    }

    @Test
    void refuses_a_box_that_is_no_superbox_or_has_no_description_first() {
        assertThatThrownBy(() -> read(ContentBox.of("cbor", Octets.of(1)).octets()))
                .isInstanceOf(MalformedContentException.class);
        Octets naked = ContentBox.of("jumb", ContentBox.of("cbor", Octets.of(1)).octets())
                .octets();
        assertThatThrownBy(() -> read(naked)).isInstanceOf(MalformedContentException.class);
        assertThatThrownBy(() -> read(ContentBox.of("jumb", Octets.empty()).octets()))
                .isInstanceOf(MalformedContentException.class);
        Octets unterminated = ContentBox.of(
                        "jumb",
                        ContentBox.of("jumd", Octets.concat(JumbfType.CLAIM.uuid(), Octets.of(3, 'a')))
                                .octets())
                .octets();
        assertThatThrownBy(() -> read(unterminated)).isInstanceOf(MalformedContentException.class);
    }

    @Test
    void reads_descriptions_with_an_identifier_and_a_hash() throws Exception {
        Octets payload =
                Octets.concat(JumbfType.CLAIM.uuid(), Octets.of(0x0F, 'x', 0), Octets.u32be(7), Octets.zeros(32));
        Octets box =
                ContentBox.of("jumb", ContentBox.of("jumd", payload).octets()).octets();
        assertThat(read(box).label()).isEqualTo("x");
        assertThat(read(box).description().toggles()).isEqualTo(0x0F);
        Octets bare = ContentBox.of(
                        "jumb",
                        ContentBox.of("jumd", Octets.concat(JumbfType.CLAIM.uuid(), Octets.of(0)))
                                .octets())
                .octets();
        assertThat(read(bare).label()).isEmpty();
    }

    @Test
    void does_not_follow_nesting_or_counts_without_end() {
        SuperBox deep = CLAIM;
        for (int i = 0; i < 40; i++) {
            deep = SuperBox.of(DescriptionBox.of(JumbfType.CBOR, "a", Optional.empty()), List.of(deep));
        }
        Octets nested = deep.octets();
        assertThatThrownBy(() -> read(nested))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("JUMBF depth");
        ReadLimits few = new ReadLimits(32, 3, 1 << 20, 1 << 20, 1, 1);
        assertThatThrownBy(() -> JumbfReader.read(STORE.octets(), few))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("JUMBF boxes");
    }

    @Test
    void survives_mutations() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = STORE.octets().toByteArray();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(Octets.adopt(bytes)).octets().length()).isLessThanOrEqualTo(bytes.length);
            } catch (MalformedContentException e) {
                assertThat(e.problem()).isNotEmpty();
            }
        }
    }

    @Test
    void writes_a_real_store_back_octet_for_octet() throws Exception {
        Octets store = SharedCorpus.octets("peer-signed/sidecar.c2pa");
        SuperBox read = read(store);
        assertThat(rebuilt(read).octets()).isEqualTo(store);
    }

    private static SuperBox rebuilt(SuperBox box) {
        List<JumbfBox> children = box.children().stream()
                .map(child -> child instanceof SuperBox inner ? rebuilt(inner) : child)
                .toList();
        return SuperBox.of(box.description(), children);
    }

    private static SuperBox read(Octets octets) throws MalformedContentException {
        return JumbfReader.read(octets, ReadLimits.standard());
    }
}
