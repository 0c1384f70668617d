package org.estampille.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.estampille.marks.Containing.ascii;
import static org.estampille.marks.Containing.box;
import static org.estampille.marks.Containing.element;
import static org.estampille.marks.Containing.frame;
import static org.estampille.marks.Containing.join;
import static org.estampille.marks.Containing.jpeg;
import static org.estampille.marks.Containing.mp3;
import static org.estampille.marks.Containing.mp4;
import static org.estampille.marks.Containing.xmpSegment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places that few programs write to, in containers that are read. */
final class OddPlacesTest {

    private static final String SUNO = "made with suno; created=2026-01-05T10:00:00Z; id=" + MarkedFiles.UUID;
    private static final Octets ID3_1 = join(ascii("TAG"), Octets.zeros(125));

    private static MarkReading read(Octets file) throws IOException {
        return MarkReader.read(new OctetsSource(file), ReadLimits.standard());
    }

    private static void isSuno(MarkReading reading, Location location) {
        assertThat(reading.unread()).isEmpty();
        assertThat(reading.marks()).singleElement().satisfies(mark -> {
            assertThat(mark.fingerprint()).isEqualTo("suno-comment");
            assertThat(mark.location()).isEqualTo(location);
        });
    }

    /** ID3v2.4 clauses 3.1 and 3.4: a tag at the end has its header's octets again behind it, as "3DI". */
    private static Octets id3AtEnd() {
        Octets content = join(Octets.of(3), ascii("eng\0"), ascii(SUNO));
        Octets body = join(ascii("COMM"), Octets.of(0, 0, 0, content.length(), 0, 0), content);
        Octets facts = Octets.of(4, 0, 0x10, 0, 0, body.length() >> 7 & 0x7F, body.length() & 0x7F);
        return join(ascii("ID3"), facts, body, ascii("3DI"), facts);
    }

    private static Octets apeFrame(int size, int items, long flags) {
        return join(
                ascii("APETAGEX"),
                Octets.u32le(2000),
                Octets.u32le(size),
                Octets.u32le(items),
                Octets.u32le(flags),
                Octets.zeros(8));
    }

    private static Octets ape(String key, String value, int flags) {
        Octets item = join(Octets.u32le(value.length()), Octets.u32le(flags), ascii(key + "\0"), ascii(value));
        int size = item.length() + 32;
        return join(apeFrame(size, 1, 0xA0000000L), item, apeFrame(size, 1, 0x80000000L));
    }

    private static Octets packed(String document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(document.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Octets.adopt(out.toByteArray());
    }

    @Test
    void id3_tags_at_the_end_of_a_recording_are_read() throws IOException {
        isSuno(read(join(mp3(), id3AtEnd())), Location.ID3);
        isSuno(read(join(mp3(), id3AtEnd(), ID3_1)), Location.ID3);
        isSuno(read(join(mp3(), id3AtEnd(), ape("Title", "x", 0))), Location.ID3);
    }

    @Test
    void ape_tags_are_read() throws IOException {
        isSuno(read(join(mp3(), ape("Comment", SUNO, 0))), Location.APE);
        isSuno(read(join(mp3(), ape("Comment", SUNO, 0), ID3_1)), Location.APE);
    }

    @Test
    void pictures_in_ape_tags_are_no_text() throws IOException {
        assertThat(read(join(mp3(), ape("Comment", SUNO, 2))).marks()).isEmpty();
    }

    @Test
    void a_broken_tag_at_the_end_is_named_as_not_looked_at() throws IOException {
        Octets longer = apeFrame(1 << 30, 1, 0x80000000L);
        assertThat(read(join(mp3(), longer)).unread())
                .extracting(MarkReading.Unread::where)
                .containsExactly("tags at the end");
        Octets lyrics = join(ascii("LYRICSBEGIN"), ascii("000011LYRICS200"));
        assertThat(read(join(mp3(), lyrics)).unread())
                .extracting(MarkReading.Unread::where)
                .containsExactly("Lyrics3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Adobe Firefly", "Midjourney"})
    void programs_in_the_history_of_a_packet_are_read(String agent) throws IOException {
        String packet = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
                + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
                + " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                + " xmlns:stEvt=\"http://ns.adobe.com/xap/1.0/sType/ResourceEvent#\"><xmpMM:History><rdf:Seq>"
                + "<rdf:li rdf:parseType=\"Resource\"><stEvt:action>generated</stEvt:action><stEvt:softwareAgent>"
                + agent
                + "</stEvt:softwareAgent></rdf:li></rdf:Seq></xmpMM:History></rdf:Description></rdf:RDF></x:xmpmeta>";
        assertThat(read(jpeg(xmpSegment(packet))).marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.generator()).contains(agent));
    }

    @Test
    void names_of_tracks_are_read() throws IOException {
        Octets name = box("name", ascii("Generated with Sora"));
        assertThat(read(mp4("qt  ", box("moov", box("trak", box("udta", name)))))
                        .marks())
                .extracting(Mark::fingerprint)
                .containsExactly("note-sora");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMENT", "DESCRIPTION"})
    void words_of_suno_are_found_in_the_tags_of_matroska(String field) throws IOException {
        Octets tag = element("67c8", element("45a3", ascii(field)), element("4487", ascii(SUNO)));
        Octets tags = element("1254c367", element("7373", tag));
        Octets file = join(element("1a45dfa3", element("4282", ascii("matroska"))), element("18538067", tags));
        isSuno(read(file), Location.MATROSKA_TAG);
    }

    @Test
    void compressed_drawings_are_read_like_plain_ones() throws IOException {
        String drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Generated with Midjourney</title><metadata>"
                + Containing.sourceType("trainedAlgorithmicMedia") + "</metadata></svg>";
        assertThat(read(packed(drawing)).marks())
                .extracting(Mark::fingerprint)
                .containsExactly("note-midjourney", "source-type-trainedAlgorithmicMedia");
    }

    @Test
    void other_compressed_files_and_cut_or_huge_drawings_say_what_was_not_looked_at() throws IOException {
        assertThat(read(packed("a text")).unread())
                .extracting(MarkReading.Unread::cause)
                .containsExactly(Gap.PACKED_FILE);
        Octets drawing = packed("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>x</title></svg>");
        assertThat(read(drawing.slice(0, drawing.length() - 12)).unread()).isNotEmpty();
        assertThat(read(packed("<svg>" + " ".repeat(33 << 20) + "</svg>")).unread())
                .extracting(MarkReading.Unread::cause)
                .contains(Gap.TOO_MUCH);
    }

    @Test
    void a_frame_is_still_read_where_a_tag_stands_at_both_ends() throws IOException {
        Octets first = frame("TXXX", join(Octets.of(3), ascii("url\0"), ascii("https://suno.com/song/x")));
        assertThat(read(join(mp3(first), id3AtEnd())).marks())
                .extracting(Mark::fingerprint)
                .containsExactly("suno-link", "suno-comment");
    }

    @Test
    void propertiesOfADocumentAreFoundByItsDirectoryHoweverManyPartsComeFirst() throws IOException {
        Octets document = Containing.document("AIGC", "{\"Label\":\"1\"}", 2_500);
        assertThat(read(document).marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.location()).isEqualTo(Location.OFFICE_PROPERTY));
    }
}
