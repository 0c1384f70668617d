package org.estampille.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.estampille.Measures;
import org.estampille.SharedCorpus;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkReaderTest {

    private static final ReadLimits LIMITS = ReadLimits.standard();

    static List<MarkedFiles.Case> cases() {
        return MarkedFiles.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_mark_is_found_at_its_place_with_its_strength(MarkedFiles.Case marked, @TempDir Path folder)
            throws IOException {
        MarkReading reading = read(marked, folder);
        assertThat(reading.marks()).as("%s", reading).anySatisfy(mark -> {
            assertThat(mark.fingerprint()).isEqualTo(marked.fingerprint());
            assertThat(mark.location()).isEqualTo(marked.location());
            assertThat(mark.strength()).isEqualTo(marked.strength());
        });
    }

    private static MarkReading read(MarkedFiles.Case marked, Path folder) throws IOException {
        Path file = folder.resolve(marked.name());
        Files.write(file, marked.octets().toByteArray());
        return MarkReader.read(file, LIMITS);
    }

    @Test
    void the_corpus_of_marked_files_is_counted(@TempDir Path folder) throws IOException {
        TreeMap<Strength, Integer> found = new TreeMap<>();
        int files = 0;
        for (MarkedFiles.Case marked : MarkedFiles.all()) {
            files++;
            if (read(marked, folder).marks().stream()
                    .anyMatch(mark -> mark.fingerprint().equals(marked.fingerprint())
                            && mark.location() == marked.location()
                            && mark.strength() == marked.strength())) {
                found.merge(marked.strength(), 1, Integer::sum);
            }
        }
        int right = found.values().stream().mapToInt(Integer::intValue).sum();
        Measures.record(
                "marks: " + right + " of " + files + " marked files read with the right place and strength " + found);
        assertThat(files).isGreaterThanOrEqualTo(60);
        assertThat(right).isEqualTo(files);
    }

    @Test
    void media_without_marks_give_none() throws IOException {
        List<Path> files = files(Path.of("fixtures"));
        assertThat(wronglyMarked(files)).isEmpty();
        Measures.record("marks: 0 false findings in " + files.size() + " files of fixtures");
    }

    @Test
    void real_media_without_marks_give_none() throws IOException {
        List<Path> files = files(SharedCorpus.file("source-media"));
        assertThat(wronglyMarked(files)).isEmpty();
        Measures.record("marks: 0 false findings in " + files.size() + " files of source-media");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !folder.endsWith("fixtures")
                            || file.getFileName().toString().startsWith("asset."))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> wronglyMarked(List<Path> files) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : files) {
            for (Mark mark : MarkReader.read(file, LIMITS).marks()) {
                wrong.add(file + ": " + mark);
            }
        }
        return wrong;
    }

    @Test
    void a_message_beside_a_recording_speaks_for_it(@TempDir Path folder) throws IOException {
        Path song = folder.resolve("song.wav");
        Files.write(song, Containing.fixture("wav/pcm16/asset.wav").toByteArray());
        Files.writeString(
                folder.resolve("song.xml"),
                "<m xmlns=\"http://ddex.net/xml/ern/432\"><ContainsAI>Partly</ContainsAI></m>");
        assertThat(MarkReader.read(song, LIMITS).marks()).singleElement().satisfies(mark -> {
            assertThat(mark.location()).isEqualTo(Location.DDEX);
            assertThat(mark.meaning()).isEqualTo(Meaning.MODIFIED);
        });
    }

    @Test
    void a_message_is_not_its_own_companion(@TempDir Path folder) throws IOException {
        for (String name : List.of("song.ddex.xml", "song.xml")) {
            Path message = folder.resolve(name);
            Files.writeString(message, "<m xmlns=\"http://ddex.net/xml/ern/432\"><ContainsAI>Partly</ContainsAI></m>");
            assertThat(MarkReader.read(message, LIMITS).marks()).hasSize(1);
        }
    }

    @Test
    void a_label_that_says_perhaps_is_not_read_as_certain() throws IOException {
        for (Meaning meaning : List.of(Meaning.GENERATED, Meaning.POSSIBLE, Meaning.SUSPECTED)) {
            int label = List.of(Meaning.GENERATED, Meaning.POSSIBLE, Meaning.SUSPECTED)
                            .indexOf(meaning)
                    + 1;
            Octets file = Containing.png(Containing.text("AIGC", "{\"AIGC\":{\"Label\":\"" + label + "\"}}"));
            MarkReading reading = MarkReader.read(new OctetsSource(file), LIMITS);
            assertThat(reading.ofAi())
                    .singleElement()
                    .satisfies(mark -> assertThat(mark.meaning()).isEqualTo(meaning));
        }
    }

    @Test
    void a_signature_without_the_artist_beside_it_is_no_fingerprint() throws IOException {
        Octets file = Containing.jpeg(Containing.exifSegment(
                Containing.tiff(Containing.Field.text(0x10E, "Signature: " + "Ab3+".repeat(20)))));
        assertThat(MarkReader.read(new OctetsSource(file), LIMITS).marks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No AI-generated content",
                "Not made with AI",
                "This was not made with AI.",
                "Shot on film. Never made with AI",
                "100% human, without any AI-generated elements",
                "This film is free of AI-generated images",
                "It isn't AI generated",
                "AI-generated: no",
                "AI-generated content: none",
                "AI-generated content is not permitted",
                "AI generated = false",
                "Non généré par IA",
                "Ce film n'est pas généré par IA",
                "Sans image générée par IA",
                "Aucune image générée par IA",
                "Kein AI-generated Inhalt",
                "Ohne AI-generated Bilder",
                "Not made with Suno",
                "0% AI-generated"
            })
    void a_denial_is_no_mark(String denial) throws IOException {
        for (int field : List.of(0x8298, 0x10E, 0x13B)) {
            Octets file =
                    Containing.jpeg(Containing.exifSegment(Containing.tiff(Containing.Field.text(field, denial))));
            assertThat(MarkReader.read(new OctetsSource(file), LIMITS).marks()).isEmpty();
        }
        Octets comment = Containing.mp4("isom", Containing.itemList("\u00a9cmt", denial));
        assertThat(MarkReader.read(new OctetsSource(comment), LIMITS).marks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Made with AI",
                "Not only made with AI, but also by hand",
                "Not for sale, AI-generated",
                "No. 5 of a series. AI-generated",
                "No cameras were used! This image is AI-generated",
                "AI-generated content: yes",
                "Not made with AI in 2023. AI-generated in 2024",
                "Image générée par IA"
            })
    void a_word_of_denial_about_something_else_hides_no_mark(String note) throws IOException {
        Octets file = Containing.mp4("isom", Containing.itemList("\u00a9cmt", note));
        assertThat(MarkReader.read(new OctetsSource(file), LIMITS).marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.fingerprint()).startsWith("note-generated"));
    }

    @ParameterizedTest
    @CsvSource({
        "comment, Generated by Runway Gen-4, note-runway",
        "comment, Created with Runway., note-runway",
        "description, Generated with Sora, note-sora",
        "description, Vidéo générée avec Sora, note-sora",
        "description, Made with Google Veo 3, note-veo",
        "tool, Google Veo, software-veo",
        "comment, created using Midjourney v7, note-midjourney",
        "title, Voice made with ElevenLabs, note-elevenlabs",
        "comment, Generated by Kling AI, note-kling",
        "comment, Erstellt mit Stable Diffusion XL, note-stable-diffusion"
    })
    void a_sentence_that_names_a_generator_is_a_mark(String key, String note, String fingerprint) throws IOException {
        Octets file = Containing.mp4("isom", Containing.keyed(key, note, false));
        assertThat(MarkReader.read(new OctetsSource(file), LIMITS).marks())
                .filteredOn(mark -> mark.fingerprint().equals(fingerprint))
                .singleElement()
                .satisfies(mark -> assertThat(mark.strength()).isEqualTo(Strength.MEDIUM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Not generated with Sora",
                "Made by Sora Tanaka",
                "Created by Sora",
                "Made with LumaFusion",
                "Filmed on a runway, made by hand",
                "Made by Runway Pictures",
                "Created without Midjourney",
                "A film about Midjourney",
                "Made by Leonardo"
            })
    void a_sentence_that_only_sounds_like_it_is_none(String note) throws IOException {
        Octets file = Containing.mp4("isom", Containing.keyed("comment", note, false));
        assertThat(MarkReader.read(new OctetsSource(file), LIMITS).marks()).isEmpty();
    }

    @Test
    void a_label_that_breaks_its_standard_says_how() throws IOException {
        String label = "{\"AIGC\":{\"Label\":1,\"ContentProducer\":\"\"}}";
        Octets file = Containing.png(Containing.text("AIGC", label), Containing.text("AIGC", label + " "));
        assertThat(MarkReader.read(new OctetsSource(file), LIMITS).marks())
                .isNotEmpty()
                .allSatisfy(mark -> assertThat(mark.remarks())
                        .contains(
                                new LabelRemark(LabelRemark.Kind.NO_TEXT, "Label"),
                                new LabelRemark(LabelRemark.Kind.EMPTY, "ContentProducer"),
                                new LabelRemark(LabelRemark.Kind.MISSING, "ProduceID"),
                                new LabelRemark(LabelRemark.Kind.ONE_OF_MANY, "2")));
    }

    @Test
    void a_packet_in_a_box_of_jpeg_xl_is_read_once() throws IOException {
        String packet = Containing.sourceType("trainedAlgorithmicMedia");
        Octets file = Containing.join(
                Containing.fixture("jxl/boxes/asset.jxl"), Containing.box("xml ", Containing.ascii(packet)));
        assertThat(MarkReader.read(new OctetsSource(file), LIMITS).marks()).hasSize(1);
    }

    @Test
    void a_damaged_file_gives_the_marks_that_can_be_reached() throws IOException {
        Octets file = Containing.mp4("isom", Containing.itemList("\u00a9too", "Google"), Octets.ofHex("000000ff6d64"));
        assertThat(MarkReader.read(new OctetsSource(file), LIMITS).ofAi())
                .extracting(Mark::fingerprint)
                .contains("veo-tool");
    }

    @Test
    void no_shortened_or_bent_file_makes_the_reader_fail() throws IOException {
        int read = 0;
        for (MarkedFiles.Case marked : MarkedFiles.all()) {
            Octets octets = marked.octets();
            for (int i = 1; i <= 8; i++) {
                MarkReader.read(new OctetsSource(octets.slice(0, octets.length() * i / 9)), LIMITS);
                byte[] bent = octets.toByteArray();
                for (int at = i * 7; at < Math.min(bent.length, 4_096); at += 61) {
                    bent[at] ^= (byte) (0x55 + i);
                }
                MarkReader.read(new OctetsSource(Octets.adopt(bent)), LIMITS);
                read += 2;
            }
        }
        Measures.record("marks: " + read + " shortened or bent files read without a failure");
    }
}
