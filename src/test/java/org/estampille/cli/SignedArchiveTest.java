package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.estampille.fixtures.ArchiveWriter.Entry.deflated;
import static org.estampille.fixtures.ArchiveWriter.Entry.stored;

import java.nio.file.Files;
import org.estampille.bytes.Octets;
import org.estampille.fixtures.ArchiveWriter;
import org.junit.jupiter.api.Test;

/** ZIP archives with a manifest inside (C2PA 2.5 clauses A.6 and 14.12.5.2), as other programs sign them. */
class SignedArchiveTest extends SignedElsewhere {

    private static final String MISMATCH = "assertion.collectionHash.mismatch";
    private static final ArchiveWriter BOOK = ArchiveWriter.of(
            stored("mimetype", "application/epub+zip"),
            deflated("META-INF/container.xml", "<container/>".repeat(20)),
            deflated("chapter one.xhtml", "<p>It was a dark and stormy night.</p>".repeat(40))
                    .described());

    SignedArchiveTest() {
        super("book.epub", "assertion.collectionHash.match");
    }

    private static Octets replaced(Octets octets, String text, String other) {
        int at = octets.indexOf(Octets.ofAscii(text), 0).orElseThrow();
        return Octets.concat(octets.slice(0, at), Octets.ofAscii(other), octets.from(at + text.length()));
    }

    @Test
    void a_signed_archive_is_trusted_and_known_by_what_it_is() throws Exception {
        assertTrusted(BOOK.signed(writer));
        assertThat(terminal.out()).contains("\"format\":\"application/epub+zip\"");
        assertTrusted(BOOK.commented("made on a Sunday").signed(writer));
        assertTrusted(BOOK.asZip64().signed(writer));
    }

    @Test
    void readings_of_earlier_versions_hold_too() throws Exception {
        assertTrusted(BOOK.hashingTheChecksum().signed(writer));
        assertTrusted(BOOK.signed(writer, false));
    }

    @Test
    void what_is_encrypted_is_bound_as_it_stands() throws Exception {
        assertTrusted(
                ArchiveWriter.of(stored("secret", "nobody reads this").with(1)).signed(writer));
    }

    @Test
    void folders_need_not_be_listed_and_may_be() throws Exception {
        assertTrusted(ArchiveWriter.of(stored("a/", ""), stored("a/b", "b")).signed(writer));
        assertTrusted(ArchiveWriter.of(stored("a/", "").unlisted(), stored("a/b", "b"))
                .signed(writer));
    }

    @Test
    void an_altered_entry_is_named_and_others_are_not() throws Exception {
        assertThat(verify(replaced(BOOK.signed(writer), "application/epub+zip", "application/epub+ZIP")))
                .contains("\"state\":\"invalid\"", MISMATCH, "altered: mimetype")
                .doesNotContain("altered: chapter", "collectionHash.match");
        assertThat(terminal.run("verify", "book.epub", "--trust", "keys/root.pem"))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("(1 altered)", "altered: mimetype");
    }

    @Test
    void a_missing_entry_is_named() throws Exception {
        Octets store = storeOf(BOOK.signed(writer));
        ArchiveWriter without =
                ArchiveWriter.of(BOOK.entries().get(0), BOOK.entries().get(2));

        assertThat(verify(without.with(store, 0, 0)))
                .contains("assertion.collectionHash.incorrectFileCount", "missing: META-INF/container.xml")
                .contains(MISMATCH, "the central directory of the archive is another one");
    }

    @Test
    void an_added_entry_is_named_whether_signed_into_the_directory_or_not() throws Exception {
        Octets store = storeOf(BOOK.signed(writer));
        assertThat(verify(ArchiveWriter.of(
                                BOOK.entries().get(0),
                                BOOK.entries().get(1),
                                BOOK.entries().get(2))
                        .with(stored("evil.js", "alert()"), storeEntry(store))))
                .contains(MISMATCH, "added: evil.js", "another one");
        assertThat(verify(ArchiveWriter.of(
                                stored("a", "a"), stored("evil.js", "alert()").unlisted())
                        .signed(writer)))
                .contains(MISMATCH, "added: evil.js");
    }

    @Test
    void a_reference_stands_for_one_entry_only() throws Exception {
        assertTrusted(ArchiveWriter.of(stored("a%20b", "1")).signed(writer));
        assertThat(verify(ArchiveWriter.of(stored("a%20b", "1").unlisted(), stored("a b", "2"))
                        .signed(writer)))
                .contains(MISMATCH, "added: a%20b");
        ArchiveWriter.Entry plain = stored("a b", "1");
        assertThat(verify(
                        ArchiveWriter.of(stored("a%20b", "1"), plain.unlisted()).signed(writer)))
                .contains(MISMATCH, "added: a%20b");
    }

    @Test
    void a_reference_that_leads_away_is_refused() throws Exception {
        for (String name : new String[] {"../a", "a/./b", "/a", "a//b", "a?b"}) {
            assertThat(verify(ArchiveWriter.of(stored(name, "1")).signed(writer)))
                    .contains("\"state\":\"invalid\"", "assertion.collectionHash.invalidURI");
        }
    }

    @Test
    void every_octet_of_the_directory_counts_but_the_checksum_of_the_store() throws Exception {
        Octets signed = ArchiveWriter.of(stored("a", "b")).commented("c").signed(writer);
        byte[] octets = signed.toByteArray();
        int directory = signed.indexOf(Octets.u32le(0x02014b50L), 0).orElseThrow();
        int last = signed.length() - 23 - ArchiveWriter.STORE.length() - 46;
        for (int at = directory; at < octets.length; at++) {
            octets[at] ^= 4;
            boolean free = at >= last + 16 && at < last + 20;
            String report = verify(Octets.copyOf(octets));
            assertThat(report.contains("\"state\":\"trusted\""))
                    .as("octet " + at)
                    .isEqualTo(free);
            octets[at] ^= 4;
        }
    }

    @Test
    void what_no_hash_covers_is_told_of() throws Exception {
        assertThat(verify(BOOK.gapped(Octets.ofAscii("hidden")).signed(writer)))
                .contains(MISMATCH, "6 octets at offset 58 belong to no entry, and no hash covers them");
        terminal.run("verify", "book.epub", "--lang", "fr");
        assertThat(terminal.out()).contains("(l'archive elle-même)", "6 octets at offset 58");
    }

    @Test
    void octets_put_before_the_archive_are_no_part_of_it() throws Exception {
        Octets first = ArchiveWriter.of(stored("x", "y")).plain();
        assertThat(verify(BOOK.prefixed(first).signed(writer)))
                .contains("\"state\":\"error\"", "put before the archive");
        assertThat(verify(BOOK.prefixed(Octets.ofAscii("#!/bin/sh\n")).signed(writer)))
                .contains("\"state\":\"error\"")
                .doesNotContain("trusted");
    }

    @Test
    void entries_that_are_called_alike_or_share_octets_are_refused() throws Exception {
        assertThat(verify(ArchiveWriter.of(stored("a", "1"), stored("a", "1")).signed(writer)))
                .contains(MISMATCH, "two entries are called a");
        assertThat(verify(ArchiveWriter.of(stored("a", "1"), stored("a", "1").at(0))
                        .signed(writer)))
                .contains(MISMATCH, "two entries are called a");
        Octets inner = ArchiveWriter.of(stored("b", "1")).plain().slice(0, 32);
        ArchiveWriter inside =
                ArchiveWriter.of(stored("outer", inner), stored("b", "1").at(35));
        assertThat(verify(inside.signed(writer))).contains(MISMATCH, "overlaps another one");
    }

    @Test
    void two_stores_are_none_and_one_that_cannot_be_read_is_told_of() throws Exception {
        Octets store = storeOf(BOOK.signed(writer));
        assertThat(verify(BOOK.with(storeEntry(store), storeEntry(store)))).contains("\"state\":\"absent\"", "2");
        assertThat(verify(BOOK.with(store, 8, 0))).contains("\"state\":\"invalid\"", "is compressed");
        assertThat(verify(BOOK.with(store, 0, 1))).contains("\"state\":\"invalid\"", "is encrypted");
        assertThat(verify(BOOK.with(storeEntry(store).at(5)))).contains("\"state\":\"invalid\"", "local header");
    }

    @Test
    void nothing_is_inflated_whatever_size_is_stated() throws Exception {
        assertTrusted(ArchiveWriter.of(deflated("bomb", "0".repeat(5_000)).ofSize(0xFFFF_FFF0L))
                .signed(writer));
    }

    @Test
    void an_archive_without_a_manifest_has_none() throws Exception {
        assertThat(verify(BOOK.plain())).contains("\"state\":\"absent\"", "\"source\":\"none\"");
        assertThat(verify(ArchiveWriter.of().plain())).contains("\"state\":\"absent\"");
    }

    @Test
    void an_archive_cut_short_anywhere_is_no_archive() throws Exception {
        Octets signed = ArchiveWriter.of(stored("a", "b")).signed(writer);
        for (int length : new int[] {4, 29, 30, 31, 60, 100, signed.length() / 2, signed.length() - 23}) {
            assertThat(verify(signed.slice(0, length))).contains("\"state\":\"error\"");
        }
        assertThat(verify(signed.slice(0, signed.length() - 1))).contains("\"state\":\"error\"", "no end of central");
    }

    @Test
    void names_are_written_so_that_a_terminal_does_not_obey_them() throws Exception {
        ArchiveWriter hostile =
                ArchiveWriter.of(stored("\u001b[2J\u202Eevil", "1").unlisted(), stored("a", "1"));
        verify(hostile.signed(writer));
        terminal.run("verify", "book.epub", "--trust", "keys/root.pem");
        assertThat(terminal.out()).contains("evil").doesNotContain("\u001b[2J", "\u202E");
        terminal.run("inspect", "--tree", "book.epub");
        assertThat(terminal.out()).doesNotContain("\u001b[2J", "\u202E");
    }

    @Test
    void no_manifest_is_put_in_and_one_beside_it_binds_the_whole_file() throws Exception {
        Files.write(folder.resolve("book.epub"), BOOK.plain().toByteArray());
        assertThat(terminal.run(OwnFiles.tag("book.epub", "--in-place"))).isEqualTo(5);
        assertThat(terminal.err())
                .contains("is application/epub+zip, a format that no manifest is put into", "--sidecar");
        assertThat(terminal.run(OwnFiles.tag("book.epub", "--sidecar"))).isZero();
        assertThat(terminal.run("verify", "book.epub", "--trust", "keys/root.pem"))
                .isZero();
        Files.write(folder.resolve("book.epub"), BOOK.plain().slice(0, 200).toByteArray());
        assertThat(terminal.run("verify", "book.epub", "--trust", "keys/root.pem"))
                .isEqualTo(1);
    }

    private static ArchiveWriter.Entry storeEntry(Octets store) {
        return new ArchiveWriter.Entry(
                ArchiveWriter.STORE, store, store.length(), 0, 0, 0, java.util.Optional.empty(), false);
    }

    /** The store in a signed archive, which is its last entry. */
    private static Octets storeOf(Octets archive) {
        int name = archive.indexOf(Octets.ofAscii(ArchiveWriter.STORE), 0).orElseThrow();
        int start = name + ArchiveWriter.STORE.length();
        return archive.slice(start, (int) archive.uint32At(start));
    }
}
