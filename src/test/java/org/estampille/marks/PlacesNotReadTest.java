package org.estampille.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.estampille.marks.Containing.ascii;
import static org.estampille.marks.Containing.element;
import static org.estampille.marks.Containing.join;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.cli.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where marks may stand that are not read, this is said; nothing sounds as if there were none. */
final class PlacesNotReadTest {

    private static final String PLACE = "SEI (H.264, H.265)";

    @TempDir
    private Path folder = Path.of("");

    private static MarkReading read(Octets file) throws IOException {
        return MarkReader.read(new OctetsSource(file), ReadLimits.standard());
    }

    private static Octets matroska(String codec) {
        Octets tracks = element("1654ae6b", element("ae", element("86", ascii(codec))));
        return join(element("1a45dfa3", element("4282", ascii("matroska"))), element("18538067", tracks));
    }

    private static Octets transport() {
        Octets packet = join(Octets.ofHex("47400010"), Octets.zeros(184));
        return join(packet, packet, packet, packet);
    }

    @Test
    void videos_without_a_picture_that_can_be_looked_into_say_so() throws IOException {
        for (Octets file : new Octets[] {
            matroska("V_MPEG4/ISO/AVC"), matroska("V_MPEGH/ISO/HEVC"), transport(), Containing.flv("title", "x")
        }) {
            assertThat(read(file).unread())
                    .extracting(MarkReading.Unread::where)
                    .containsExactly(PLACE);
        }
        assertThat(read(matroska("V_VP9")).unread()).isEmpty();
    }

    @Test
    void pictures_and_sounds_of_which_only_packets_are_read_say_so() throws IOException {
        Octets film = join(Octets.ofHex("762f3101"), Octets.zeros(300));
        assertThat(read(film).unread())
                .singleElement()
                .satisfies(unread -> assertThat(unread.cause()).isEqualTo(Gap.ONLY_PACKETS));
    }

    @Test
    void each_form_of_a_report_names_the_place() throws IOException {
        Files.write(folder.resolve("film.mkv"), matroska("V_MPEG4/ISO/AVC").toByteArray());
        Terminal terminal = new Terminal(folder);
        terminal.run("inspect", "--marks", "film.mkv");
        assertThat(terminal.out())
                .contains("no mark of AI found, so nothing is known; not looked at: " + PLACE)
                .contains("  not looked at: " + PLACE + ", no picture that can be looked into was found");
        terminal.run("inspect", "--marks", "film.mkv", "--json");
        assertThat(terminal.out())
                .contains("\"unread\":[{\"where\":\"" + PLACE + "\"")
                .contains("not looked at");
        terminal.run("verify", "--marks", "film.mkv", "--report", "html=film.html", "--report", "text=film.txt");
        assertThat(terminal.out()).contains("not looked at: " + PLACE);
        assertThat(Files.readString(folder.resolve("film.html"))).contains("not looked at: " + PLACE);
        assertThat(Files.readString(folder.resolve("film.txt"))).contains("not looked at: " + PLACE);
        terminal.run("verify", "--marks", "film.mkv", "--lang", "fr", "--report", "html=fr.html");
        assertThat(terminal.out())
                .containsPattern("non examiné\\s?[\u00a0\u202f]?: " + java.util.regex.Pattern.quote(PLACE));
        assertThat(Files.readString(folder.resolve("fr.html")))
                .containsPattern("non examiné\\s?[\u00a0\u202f]?: " + java.util.regex.Pattern.quote(PLACE));
    }

    @Test
    void remarks_and_causes_are_said_in_french_too() throws IOException {
        Files.write(folder.resolve("film.mkv"), matroska("V_MPEG4/ISO/AVC").toByteArray());
        Octets label = Containing.png(Containing.text("AIGC", "{\"AIGC\":{\"Label\":\"7\"}}"));
        Files.write(folder.resolve("label.png"), label.toByteArray());
        Terminal terminal = new Terminal(folder);
        terminal.run("inspect", "--marks", "film.mkv", "--lang", "fr");
        assertThat(terminal.out()).contains("aucune image lisible n'a été trouvée");
        terminal.run("inspect", "--marks", "label.png", "--lang", "fr");
        assertThat(terminal.out()).contains("ProduceID manque", "Label n'est ni 1, ni 2, ni 3");
        terminal.run("inspect", "--marks", "label.png", "--lang", "fr", "--json");
        assertThat(terminal.out()).contains("\"ProduceID manque\"");
    }

    @Test
    void a_drawing_that_hides_or_nests_without_end_harms_nobody() throws IOException {
        String open = "<svg xmlns=\"http://www.w3.org/2000/svg\">";
        assertThat(read(ascii(open + "<g>".repeat(400) + "</g>".repeat(400) + "</svg>"))
                        .unread())
                .isNotEmpty();
        Octets entity = ascii("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" + open
                + "<desc>&a; made with AI</desc></svg>");
        assertThat(read(entity).marks())
                .allSatisfy(mark -> assertThat(mark.value()).isEqualTo("made with AI"));
    }
}
