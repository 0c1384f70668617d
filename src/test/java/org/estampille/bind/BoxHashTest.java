package org.estampille.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.estampille.SharedCorpus;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.container.SampleMedia;
import org.estampille.fixtures.FixtureIndex;
import org.junit.jupiter.api.Test;

/** Box hashes of small files, put together by hand: names and the octets they stand for. */
class BoxHashTest {

    private static final Octets STORE = SampleMedia.store(200);
    private static final Octets APP11 = Octets.concat(SampleMedia.jumbfSegments(1, STORE, 80));
    private static final Octets TABLES = SampleMedia.jpegTables();
    private static final Octets COMMENT = SampleMedia.jpegComment("made here");
    private static final Octets SCAN = SampleMedia.jpegScan(Octets.of(0x3F));
    private static final Octets FILE =
            Octets.concat(SampleMedia.soi(), APP11, COMMENT, TABLES, SCAN, SampleMedia.eoi());

    private static CborValue.MapBuilder entry(Octets octets, String... names) {
        return CborValue.map()
                .put("names", names(names))
                .put("hash", Bound.ENGINE.hash(HashAlgorithm.SHA256, octets).value());
    }

    private static CborValue names(String... names) {
        List<CborValue> list = new ArrayList<>();
        for (String name : names) {
            list.add(CborValue.of(name));
        }
        return CborValue.array(list);
    }

    private static CborValue.Map store() {
        return CborValue.map()
                .put("names", names("C2PA"))
                .put("hash", Octets.of(0))
                .build();
    }

    private static CborValue exclusion(long start, long length, int box) {
        return CborValue.array(List.of(CborValue.map()
                .put("start", start)
                .put("length", length)
                .put("boxIndex", box)
                .build()));
    }

    private static CborValue.Map assertion(CborValue... entries) {
        return CborValue.map()
                .put("boxes", CborValue.array(List.of(entries)))
                .put("alg", "sha256")
                .build();
    }

    private static final CborValue SOI = entry(SampleMedia.soi(), "SOI").build();
    private static final CborValue REST = entry(
                    Octets.concat(TABLES, SCAN, SampleMedia.eoi()), "DQT", "SOF0", "DHT", "DHT", "SOS", "EOI")
            .build();

    private static CborValue.Map whole() {
        return assertion(SOI, store(), entry(COMMENT, "COM").build(), REST);
    }

    private static BindingOutcome jpeg(Octets file, CborValue.Map assertion) throws Exception {
        return Bound.check(AssetFormat.JPEG, file, BoxHash.LABEL, assertion, 2);
    }

    @Test
    void every_box_by_name_in_order_matches() throws Exception {
        assertThat(jpeg(FILE, whole())).isEqualTo(new BindingOutcome.Match(false));
    }

    @Test
    void no_octet_outside_the_store_can_change() throws Exception {
        for (int at = 0; at < FILE.length(); at++) {
            boolean inStore = at >= 2 && at < 2 + APP11.length();
            if (!inStore) {
                byte[] bytes = FILE.toByteArray();
                bytes[at] ^= 0x10;
                assertThat(outcomeOf(Octets.adopt(bytes)))
                        .as("octet " + at)
                        .isNotInstanceOf(BindingOutcome.Match.class);
            }
        }
    }

    private static BindingOutcome outcomeOf(Octets file) throws Exception {
        try {
            return jpeg(file, whole());
        } catch (org.estampille.bytes.MalformedContentException unreadable) {
            return new BindingOutcome.Mismatch(unreadable.problem());
        }
    }

    @Test
    void a_box_that_is_not_listed_is_unknown() throws Exception {
        Octets more = Octets.concat(SampleMedia.soi(), APP11, COMMENT, COMMENT, TABLES, SCAN, SampleMedia.eoi());
        assertThat(jpeg(more, whole())).isInstanceOf(BindingOutcome.UnknownBox.class);
        Octets foreign = SampleMedia.jpegSegment(0xEB, Octets.ofAscii("something else"));
        Octets app11 = Octets.concat(SampleMedia.soi(), APP11, foreign, COMMENT, TABLES, SCAN, SampleMedia.eoi());
        assertThat(jpeg(app11, whole())).isInstanceOf(BindingOutcome.UnknownBox.class);
    }

    @Test
    void boxes_after_the_last_listed_one_are_unknown() throws Exception {
        assertThat(jpeg(FILE, assertion(SOI, store(), entry(COMMENT, "COM").build())))
                .isInstanceOf(BindingOutcome.UnknownBox.class);
        assertThat(jpeg(Octets.concat(FILE, Octets.ofAscii("planted")), whole()))
                .isInstanceOf(BindingOutcome.UnknownBox.class);
        assertThat(jpeg(Octets.concat(FILE, FILE), whole())).isInstanceOf(BindingOutcome.UnknownBox.class);
    }

    @Test
    void a_store_that_is_not_listed_is_unknown() throws Exception {
        assertThat(jpeg(FILE, assertion(SOI, entry(COMMENT, "COM").build(), REST)))
                .isInstanceOf(BindingOutcome.UnknownBox.class);
    }

    @Test
    void another_order_and_a_missing_box_are_mismatches() throws Exception {
        Octets swapped = Octets.concat(SampleMedia.soi(), APP11, TABLES, COMMENT, SCAN, SampleMedia.eoi());
        assertThat(jpeg(swapped, whole())).isInstanceOf(BindingOutcome.Mismatch.class);
        Octets without = Octets.concat(SampleMedia.soi(), APP11, TABLES, SCAN, SampleMedia.eoi());
        assertThat(jpeg(without, whole())).isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @Test
    void what_follows_the_last_box_can_be_listed() throws Exception {
        Octets tail = Octets.ofAscii("another picture");
        CborValue.Map assertion = assertion(
                SOI,
                store(),
                entry(COMMENT, "COM").build(),
                REST,
                entry(tail, "c2pa.after").build());
        assertThat(jpeg(Octets.concat(FILE, tail), assertion)).isEqualTo(new BindingOutcome.Match(false));
        assertThat(jpeg(FILE, assertion)).isInstanceOf(BindingOutcome.Mismatch.class);
        CborValue.Map inside = assertion(entry(tail, "c2pa.after").build(), SOI);
        assertThat(jpeg(FILE, inside)).isInstanceOf(BindingOutcome.Malformed.class);
    }

    @Test
    void the_images_of_a_multi_picture_file_can_be_listed_one_after_the_other() throws Exception {
        Octets second = SampleMedia.jpeg();
        CborValue.Map assertion = assertion(
                SOI,
                store(),
                entry(COMMENT, "COM").build(),
                REST,
                entry(second, "SOI", "APP0", "DQT", "SOF0", "DHT", "DHT", "SOS", "EOI")
                        .build());
        assertThat(jpeg(Octets.concat(FILE, second), assertion)).isEqualTo(new BindingOutcome.Match(false));
        assertThat(jpeg(Octets.concat(FILE, second, second), assertion)).isInstanceOf(BindingOutcome.UnknownBox.class);
    }

    @Test
    void names_and_hash_are_required() throws Exception {
        CborValue unnamed = CborValue.map().put("hash", Octets.of(1)).build();
        assertThat(jpeg(FILE, assertion(unnamed))).isInstanceOf(BindingOutcome.Malformed.class);
        assertThat(jpeg(FILE, CborValue.map().put("alg", "sha256").build()))
                .isInstanceOf(BindingOutcome.Malformed.class);
        CborValue unhashed = CborValue.map().put("names", names("COM")).build();
        assertThat(jpeg(FILE, assertion(SOI, store(), unhashed, REST))).isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @Test
    void metadata_may_be_left_out_and_is_told_of() throws Exception {
        CborValue left = entry(Octets.of(0), "COM").put("excluded", true).build();
        assertThat(jpeg(FILE, assertion(SOI, store(), left, REST))).isEqualTo(new BindingOutcome.Match(true));
        Octets but = Octets.concat(COMMENT.slice(0, 4), COMMENT.from(6));
        CborValue part = entry(but, "COM").put("exclusions", exclusion(4, 2, 0)).build();
        assertThat(jpeg(FILE, assertion(SOI, store(), part, REST))).isEqualTo(new BindingOutcome.Match(true));
    }

    @Test
    void the_picture_may_not_be_left_out() throws Exception {
        CborValue all = entry(Octets.of(0), "DQT", "SOF0", "DHT", "DHT", "SOS", "EOI")
                .put("excluded", true)
                .build();
        CborValue comment = entry(COMMENT, "COM").build();
        assertThat(jpeg(FILE, assertion(SOI, store(), comment, all))).isInstanceOf(BindingOutcome.Mismatch.class);
        Octets rest = Octets.concat(TABLES, SCAN, SampleMedia.eoi());
        CborValue scan = entry(
                        Octets.concat(rest.slice(0, TABLES.length() + 9), rest.from(TABLES.length() + 10)),
                        "DQT",
                        "SOF0",
                        "DHT",
                        "DHT",
                        "SOS",
                        "EOI")
                .put("exclusions", exclusion(9, 1, 4))
                .build();
        assertThat(jpeg(FILE, assertion(SOI, store(), comment, scan))).isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @Test
    void exclusions_lie_in_one_box_behind_its_header() throws Exception {
        CborValue outside =
                entry(COMMENT, "COM").put("exclusions", exclusion(4, 100, 0)).build();
        assertThat(jpeg(FILE, assertion(SOI, store(), outside, REST))).isInstanceOf(BindingOutcome.Mismatch.class);
        CborValue header = entry(COMMENT.from(2), "COM")
                .put("exclusions", exclusion(0, 2, 0))
                .build();
        assertThat(jpeg(FILE, assertion(SOI, store(), header, REST))).isInstanceOf(BindingOutcome.Mismatch.class);
        CborValue nowhere =
                entry(COMMENT, "COM").put("exclusions", exclusion(4, 1, 1)).build();
        assertThat(jpeg(FILE, assertion(SOI, store(), nowhere, REST))).isInstanceOf(BindingOutcome.Malformed.class);
        CborValue negative =
                entry(COMMENT, "COM").put("exclusions", exclusion(-1, 1, 0)).build();
        assertThat(jpeg(FILE, assertion(SOI, store(), negative, REST))).isInstanceOf(BindingOutcome.Malformed.class);
    }

    @Test
    void the_algorithm_of_the_entry_comes_before_that_of_the_assertion() throws Exception {
        CborValue comment = CborValue.map()
                .put("names", names("COM"))
                .put("alg", "sha512")
                .put("hash", Bound.ENGINE.hash(HashAlgorithm.SHA512, COMMENT).value())
                .build();
        assertThat(jpeg(FILE, assertion(SOI, store(), comment, REST))).isEqualTo(new BindingOutcome.Match(false));
        CborValue none = entry(COMMENT, "COM").put("alg", "md5").build();
        assertThat(jpeg(FILE, assertion(SOI, store(), none, REST)))
                .isEqualTo(new BindingOutcome.UnsupportedAlgorithm("md5"));
    }

    @Test
    void octets_between_boxes_listed_apart_are_told_of() throws Exception {
        Octets gap = Octets.ofAscii("gap");
        Octets file = Octets.concat(SampleMedia.soi(), APP11, COMMENT, gap, TABLES, SCAN, SampleMedia.eoi());
        assertThat(jpeg(file, whole())).isEqualTo(new BindingOutcome.Match(true));
        CborValue run = entry(file.from(2 + APP11.length()), "COM", "DQT", "SOF0", "DHT", "DHT", "SOS", "EOI")
                .build();
        assertThat(jpeg(file, assertion(SOI, store(), run))).isEqualTo(new BindingOutcome.Match(false));
    }

    @Test
    void restart_intervals_are_boxes_or_part_of_the_scan() throws Exception {
        Octets head = SampleMedia.jpegScan(Octets.of(0x3F));
        Octets first = Octets.of(0xFF, 0xD0, 0x11, 0xFF, 0x00);
        Octets second = Octets.of(0xFF, 0xD1, 0x22);
        Octets scan = Octets.concat(head, first, second);
        Octets file = Octets.concat(SampleMedia.soi(), APP11, TABLES, scan, SampleMedia.eoi());
        CborValue tables = entry(TABLES, "DQT", "SOF0", "DHT", "DHT").build();
        CborValue eoi = entry(SampleMedia.eoi(), "EOI").build();
        CborValue.Map apart = assertion(
                SOI,
                store(),
                tables,
                entry(head, "SOS").build(),
                entry(first, "RST0").build(),
                entry(second, "RST1").build(),
                eoi);
        CborValue.Map inScan =
                assertion(SOI, store(), tables, entry(scan, "SOS").build(), eoi);
        CborValue.Map markers = assertion(
                SOI,
                store(),
                tables,
                entry(scan, "SOS").build(),
                entry(first.slice(0, 2), "RST0").build(),
                entry(second.slice(0, 2), "RST1").build(),
                eoi);
        for (CborValue.Map assertion : List.of(apart, inScan, markers)) {
            assertThat(jpeg(file, assertion)).isEqualTo(new BindingOutcome.Match(false));
            byte[] changed = file.toByteArray();
            changed[file.length() - 3] ^= 1;
            assertThat(jpeg(Octets.adopt(changed), assertion)).isInstanceOf(BindingOutcome.Mismatch.class);
        }
    }

    @Test
    void png_starts_with_its_signature() throws Exception {
        Octets cabx = SampleMedia.pngChunk("caBX", STORE);
        Octets file = Octets.concat(SampleMedia.pngStart(), cabx, SampleMedia.pngPixels(), SampleMedia.pngEnd());
        Octets rest = Octets.concat(SampleMedia.pngPixels(), SampleMedia.pngEnd());
        CborValue start = entry(SampleMedia.pngStart(), "PNGh", "IHDR").build();
        CborValue old = entry(SampleMedia.pngStart().from(8), "IHDR").build();
        CborValue end = entry(rest, "IDAT", "IEND").build();
        for (CborValue head : List.of(start, old)) {
            assertThat(Bound.check(AssetFormat.PNG, file, BoxHash.LABEL, assertion(head, store(), end), 1))
                    .isEqualTo(new BindingOutcome.Match(false));
        }
        Octets planted = Octets.concat(file, Octets.ofAscii("after IEND"));
        assertThat(Bound.check(AssetFormat.PNG, planted, BoxHash.LABEL, assertion(start, store(), end), 1))
                .isInstanceOf(BindingOutcome.UnknownBox.class);
    }

    @Test
    void a_file_of_the_reference_kit_matches_its_box_hash() throws Exception {
        CborValue.Map assertion = CborValue.map()
                .put(
                        "boxes",
                        CborValue.array(List.of(
                                reference(
                                        "e855eb138f324c6d1166b27f5e8f878777e3252dee3e9a325a808d5a9a97cc27",
                                        "SOI",
                                        "APP0"),
                                CborValue.map()
                                        .put("names", names("C2PA"))
                                        .put("hash", Octets.empty())
                                        .build(),
                                reference(
                                        "d56342b370740a309cf25074500fe1d0a16dad8e77bc949d7ba11d6a226949ed",
                                        "APP1",
                                        "APP13",
                                        "SOF0",
                                        "DQT",
                                        "DQT",
                                        "DHT",
                                        "DHT",
                                        "DHT",
                                        "DHT",
                                        "SOS",
                                        "EOI"))))
                .build();
        assertThat(jpeg(SharedCorpus.octets("c2pa-rs/boxhash.jpg"), assertion))
                .isEqualTo(new BindingOutcome.Match(false));
    }

    private static CborValue reference(String hash, String... names) {
        return CborValue.map()
                .put("names", names(names))
                .put("alg", "sha256")
                .put("hash", Octets.ofHex(hash))
                .build();
    }

    @Test
    void an_algorithm_must_be_stated_somewhere() throws Exception {
        CborValue.Map assertion =
                CborValue.map().put("boxes", CborValue.array(List.of(SOI))).build();
        assertThat(jpeg(FILE, assertion)).isEqualTo(new BindingOutcome.UnsupportedAlgorithm(""));
    }

    @Test
    void the_blocks_of_a_gif_file_have_names() throws Exception {
        Octets file = FixtureIndex.of("gif/still").octets();
        int head = 13 + (3 << ((file.at(10) & 7) + 1));
        Octets block = Octets.concat(
                Octets.ofHex("21ff0b"),
                Octets.ofAscii("C2PA_GIF"),
                Octets.of(1, 0, 0, STORE.length()),
                STORE,
                Octets.of(0));
        Octets tagged = Octets.concat(file.slice(0, head), block, file.from(head));
        CborValue start = entry(file.slice(0, head), "GIF89a", "LSD").build();
        Octets picture = file.from(head);

        assertThat(Bound.check(
                        AssetFormat.GIF,
                        tagged,
                        BoxHash.LABEL,
                        assertion(
                                start,
                                store(),
                                entry(picture, "21F9", "2C", "TBID", "3B").build()),
                        2))
                .isEqualTo(new BindingOutcome.Match(false));
        assertThat(Bound.check(
                        AssetFormat.GIF,
                        tagged,
                        BoxHash.LABEL,
                        assertion(
                                start,
                                store(),
                                entry(picture, "21F9", "2C", "3B").build()),
                        2))
                .isInstanceOf(BindingOutcome.UnknownBox.class);
    }

    @Test
    void the_boxes_of_a_jpeg_xl_file_have_names_without_blanks() throws Exception {
        Octets file = FixtureIndex.of("jxl/boxes").octets();
        Octets xmp = Octets.concat(Octets.u32be(12), Octets.ofAscii("xml "), Octets.ofAscii("<a/>"));
        Octets tagged = Octets.concat(file.slice(0, 32), STORE, xmp, file.from(32));
        CborValue start = entry(file.slice(0, 32), "JXL", "ftyp").build();
        CborValue metadata = entry(Octets.of(0), "xml").put("excluded", true).build();
        CborValue picture = entry(file.from(32), "jxlc").build();

        assertThat(Bound.check(AssetFormat.JXL, tagged, BoxHash.LABEL, assertion(start, store(), metadata, picture), 2))
                .isEqualTo(new BindingOutcome.Match(true));
        CborValue left = entry(Octets.of(0), "jxlc").put("excluded", true).build();
        assertThat(Bound.check(AssetFormat.JXL, tagged, BoxHash.LABEL, assertion(start, store(), metadata, left), 2))
                .isInstanceOf(BindingOutcome.Mismatch.class);
    }
}
