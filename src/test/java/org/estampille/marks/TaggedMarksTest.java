package org.estampille.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.Measures;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.cli.Terminal;
import org.estampille.container.Containers;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manifest store moves what stands in a file; the marks are still found, and at their new places. */
final class TaggedMarksTest {

    private static final ReadLimits LIMITS = ReadLimits.standard();
    private static final Pattern OFFSET = Pattern.compile(" at (\\d+)$");

    @TempDir
    private Path folder = Path.of("");

    private Terminal terminal = new Terminal(folder);

    @BeforeEach
    void keys() throws IOException {
        terminal = new Terminal(folder);
        assertThat(terminal.run("keys", "demo", "--out", "keys")).isZero();
        assertThat(terminal.run("declare", "example")).isZero();
        Files.writeString(folder.resolve("decl.yaml"), terminal.out());
    }

    /** A mark, with the octets that stand where it is said to be. */
    private record Seen(
            String fingerprint, Location location, String name, String value, Strength strength, Optional<Octets> at) {}

    private static List<Seen> seen(Path file) throws IOException {
        List<Seen> seen = new ArrayList<>();
        Octets octets = Octets.adopt(Files.readAllBytes(file));
        for (Mark mark : MarkReader.read(file, LIMITS).marks()) {
            Matcher offset = OFFSET.matcher(mark.where());
            if (mark.location() != Location.C2PA) {
                seen.add(new Seen(
                        mark.fingerprint(),
                        mark.location(),
                        mark.name(),
                        mark.value(),
                        mark.strength(),
                        offset.find()
                                ? Optional.of(start(octets, Integer.parseInt(offset.group(1))))
                                : Optional.empty()));
            }
        }
        return seen;
    }

    private static Octets start(Octets octets, int at) {
        return octets.slice(at, Math.min(4, octets.length() - at));
    }

    private static boolean canBeTagged(MarkedFiles.Case marked) throws IOException {
        return AssetDetector.detect(new OctetsSource(marked.octets())) instanceof Detection.Detected found
                && Containers.of(found.format()).traits(found.format()).embeds();
    }

    @Test
    void every_mark_is_found_again_when_the_file_is_tagged_and_when_it_is_stripped() throws IOException {
        List<String> wrong = new ArrayList<>();
        int tagged = 0;
        for (MarkedFiles.Case marked : MarkedFiles.all()) {
            if (canBeTagged(marked)) {
                wrong.addAll(lost(marked));
                tagged++;
            }
        }
        Measures.record("marks: " + (tagged - wrong.size()) + " of " + tagged + " marked files keep every mark and its"
                + " place when they are tagged and stripped");
        assertThat(wrong).isEmpty();
        assertThat(tagged).isGreaterThan(80);
    }

    private List<String> lost(MarkedFiles.Case marked) throws IOException {
        Path file = folder.resolve(marked.name());
        Files.write(file, marked.octets().toByteArray());
        List<Seen> before = seen(file);
        if (terminal.run(
                        "tag",
                        marked.name(),
                        "--declare",
                        "decl.yaml",
                        "--key",
                        "keys/leaf.key.pem",
                        "--cert",
                        "keys/chain.pem",
                        "--in-place")
                != 0) {
            return List.of(marked.name() + " cannot be tagged: " + terminal.err());
        }
        List<Seen> tagged = seen(file);
        List<String> strip = List.of("strip", marked.name(), "--in-place");
        int stripped = terminal.run(strip.toArray(String[]::new));
        List<Seen> after = seen(file);
        return stripped == 0 && !before.isEmpty() && tagged.containsAll(before) && after.containsAll(before)
                ? List.of()
                : List.of(marked.name() + " " + stripped + "\n  before   " + before + "\n  tagged   " + tagged
                        + "\n  stripped " + after);
    }

    /** What is signed is judged by verify; "signed by nobody" would be untrue of it. */
    @Test
    void what_is_inside_the_store_of_a_sound_is_no_mark() throws IOException {
        for (String sound : List.of("mp3/untagged/asset.mp3", "flac/stereo/asset.flac", "wav/pcm16/asset.wav")) {
            Path file = folder.resolve("tagged" + sound.substring(sound.lastIndexOf('.')));
            Files.write(file, Containing.fixture(sound).toByteArray());
            String name = file.getFileName().toString();
            String[] tag = {
                "tag",
                name,
                "--declare",
                "decl.yaml",
                "--key",
                "keys/leaf.key.pem",
                "--cert",
                "keys/chain.pem",
                "--in-place"
            };
            assertThat(terminal.run(tag)).as(terminal.err()).isZero();
            assertThat(MarkReader.read(file, LIMITS).marks()).as(name).isEmpty();
            assertThat(terminal.run("inspect", "--marks", name)).isZero();
            assertThat(terminal.out()).contains("no mark of AI found");
        }
    }

    @Test
    void a_mark_in_front_of_a_lossless_stream_is_read_too() throws IOException {
        Octets sound =
                Containing.mp3(Containing.frame("TSSE", Containing.join(Octets.of(3), Containing.ascii("ElevenLabs"))));
        Octets tag = sound.slice(0, sound.length() - 421);
        Octets song = Containing.join(tag, Containing.flac("AIGC={\"AIGC\":{\"Label\":\"1\"}}"));
        Path file = folder.resolve("song.flac");
        Files.write(file, song.toByteArray());
        try (FileSource source = FileSource.open(file)) {
            assertThat(MarkReader.read(source, LIMITS).marks())
                    .extracting(Mark::fingerprint)
                    .containsExactlyInAnyOrder("software-elevenlabs", "aigc-1");
        }
    }
}
