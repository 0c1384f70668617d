package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.fixtures.FontWriter;
import org.estampille.fixtures.StoreWriter;
import org.junit.jupiter.api.Test;

/** Fonts with a manifest inside (C2PA 2.5 clauses A.3.12, 14.12.3.3 and 16.3.3.3.6), as other programs sign them. */
class SignedFontTest extends SignedElsewhere {

    private static final FontWriter FONT = FontWriter.sample();
    private static final int HEAD_AT = 12 + 5 * 16;
    private static final int ADJUSTMENT_AT = HEAD_AT + 8;

    SignedFontTest() {
        super("sample.ttf", "assertion.boxesHash.match");
    }

    private static Octets flipped(Octets font, int at) {
        byte[] octets = font.toByteArray();
        octets[at] ^= 4;
        return Octets.copyOf(octets);
    }

    @Test
    void a_signed_font_is_trusted_whatever_the_order_of_its_tables() throws Exception {
        assertTrusted(FONT.signed(writer));
        assertThat(terminal.out()).contains("\"format\":\"font/ttf\"");
        assertTrusted(FONT.asOpenType().signed(writer));
        assertThat(terminal.out()).contains("\"format\":\"font/otf\"");
        assertTrusted(FONT.signedAsOne(writer));
        assertTrusted(FONT.inTwoPieces().signed(writer));
    }

    @Test
    void every_octet_of_every_table_counts_but_the_adjustment() throws Exception {
        Octets font = FONT.signed(writer);
        int store = font.indexOf(Octets.ofAscii("jumb"), 0).orElseThrow() - 24;
        for (int at = HEAD_AT; at < store; at++) {
            boolean adjustment = at >= ADJUSTMENT_AT && at < ADJUSTMENT_AT + 4;
            String report = verify(flipped(font, at));
            boolean padding = report.contains("additionalExclusionsPresent");
            assertThat(report.contains("assertion.boxesHash.match"))
                    .as("octet " + at)
                    .isEqualTo(adjustment || padding);
        }
        assertThat(verify(flipped(font, HEAD_AT + 70))).contains("the hash of glyf is another one");
    }

    @Test
    void checksums_in_the_directory_are_not_judged() throws Exception {
        assertTrusted(flipped(FONT.signed(writer), 12 + 4));
    }

    @Test
    void a_table_that_is_not_listed_is_unknown() throws Exception {
        assertThat(verify(FONT.signed(writer, tag -> !tag.equals("name"))))
                .contains("\"state\":\"invalid\"", "assertion.boxesHash.unknownBox", "name");
        Octets more = Octets.concat(FONT.signed(writer), Octets.ofAscii("planted"));
        assertThat(verify(more)).contains("\"state\":\"invalid\"", "assertion.boxesHash.unknownBox");
    }

    @Test
    void a_table_that_is_called_as_the_signature_of_a_png_is_unknown_too() throws Exception {
        List<FontWriter.Table> tables = new ArrayList<>(FONT.tables());
        tables.add(0, new FontWriter.Table("PNGh", Octets.ofAscii("planted")));
        FontWriter font = new FontWriter(FONT.version(), tables, false);
        assertThat(verify(font.signed(writer, tag -> !tag.equals("PNGh"))))
                .contains("\"state\":\"invalid\"", "assertion.boxesHash.unknownBox", "PNGh");
    }

    @Test
    void a_table_that_is_called_otherwise_or_gone_is_a_mismatch() throws Exception {
        Octets font = FONT.signed(writer);
        int glyf = font.indexOf(Octets.ofAscii("glyf"), 0).orElseThrow();
        assertThat(verify(flipped(font, glyf))).contains("\"state\":\"invalid\"");
        Octets store = storeOf(font);
        FontWriter without =
                new FontWriter(Octets.ofHex("00010000"), FONT.tables().subList(0, 3), false);
        assertThat(verify(without.with(store, ""))).contains("assertion.boxesHash.mismatch");
    }

    @Test
    void a_data_hash_without_the_checksums_holds_too() throws Exception {
        Octets blank = writer.store("c2pa.hash.data", data(FONT.with(Octets.zeros(4_000), ""), 4_000));
        Octets planned = FONT.with(blank, "");
        Octets signed = FONT.with(writer.store("c2pa.hash.data", data(planned, blank.length())), "");
        assertThat(verify(signed))
                .contains("\"state\":\"trusted\"", "assertion.dataHash.match")
                .doesNotContain("additionalExclusions");
    }

    /** Everything but the table, its checksum, and the adjustment. */
    private static CborValue.Map data(Octets font, int store) {
        int record = 12 + 4 * 16;
        int table = (int) font.uint32At(record + 8);
        int length = 20 + store;
        Octets hash = StoreWriter.hash(
                font.slice(0, record + 4),
                font.slice(record + 8, ADJUSTMENT_AT - record - 8),
                font.slice(ADJUSTMENT_AT + 4, table - ADJUSTMENT_AT - 4),
                font.from(table + length));
        return CborValue.map()
                .put(
                        "exclusions",
                        CborValue.array(List.of(
                                exclusion(record + 4, 4), exclusion(ADJUSTMENT_AT, 4), exclusion(table, length))))
                .put("alg", "sha256")
                .put("hash", hash)
                .put("pad", Octets.empty())
                .build();
    }

    private static CborValue exclusion(long start, long length) {
        return CborValue.map().put("start", start).put("length", length).build();
    }

    @Test
    void a_manifest_elsewhere_is_only_named() throws Exception {
        assertThat(verify(FONT.with(Octets.empty(), "https://fonts.example/sample.c2pa")))
                .contains("\"state\":\"absent\"", "https://fonts.example/sample.c2pa");
    }

    @Test
    void two_stores_are_none_and_a_broken_table_is_told_of() throws Exception {
        Octets store = storeOf(FONT.signed(writer));
        FontWriter.Table raw = new FontWriter.Table("C2PA", store);
        assertThat(verify(FONT.with(raw).with(store, ""))).contains("\"state\":\"absent\"", "2");
        assertThat(verify(FONT.with(raw).plain())).contains("\"state\":\"trusted\"");
        assertThat(verify(FONT.with(new FontWriter.Table("C2PA", Octets.zeros(19)))
                        .plain()))
                .contains("\"state\":\"invalid\"", "too short");
        Octets far = Octets.concat(Octets.zeros(12), Octets.u32be(20), Octets.u32be(1 << 20));
        assertThat(verify(FONT.with(new FontWriter.Table("C2PA", far)).plain()))
                .contains("\"state\":\"invalid\"", "stands outside of it");
        assertThat(verify(FONT.with(new FontWriter.Table("D2PA", store)).plain()))
                .contains("\"state\":\"invalid\"", "where none belongs");
    }

    @Test
    void a_font_cut_short_anywhere_is_damaged() throws Exception {
        Octets font = FONT.signed(writer);
        for (int length : new int[] {28, 40, HEAD_AT - 1, HEAD_AT, HEAD_AT + 5, font.length() / 2}) {
            assertThat(verify(font.slice(0, length))).as("at " + length).contains("\"state\":\"error\"");
        }
    }

    @Test
    void a_font_without_a_manifest_has_none_and_takes_one_beside_it() throws Exception {
        assertThat(verify(FONT.plain())).contains("\"state\":\"absent\"", "\"source\":\"none\"");
        assertThat(terminal.run(OwnFiles.tag("sample.ttf", "--in-place"))).isEqualTo(5);
        assertThat(terminal.err()).contains("is font/ttf, a format that no manifest is put into");
        assertThat(terminal.run(OwnFiles.tag("sample.ttf", "--sidecar"))).isZero();
        assertThat(terminal.run("verify", "sample.ttf", "--trust", "keys/root.pem"))
                .isZero();
    }

    @Test
    void collections_and_woff_are_not_read() throws Exception {
        for (String start : new String[] {"ttcf", "wOFF", "wOF2"}) {
            assertThat(verify(Octets.concat(Octets.ofAscii(start), FONT.plain())))
                    .contains("\"state\":\"error\"", "font/");
        }
    }

    private static Octets storeOf(Octets font) {
        int at = font.indexOf(Octets.ofAscii("jumb"), 0).orElseThrow() - 4;
        return font.slice(at, (int) font.uint32At(at));
    }
}
