package org.estampille.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.estampille.asset.Asset;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other programs see, hear and read the same before and after; skipped where they are not installed. */
class UnchangedMediaTest {

    /** What exiftool 12.57 says of a manifest store behind an eXIf chunk of PNG: it reads only the first of the two. */
    private static final List<String> EITHER_EXIF_OR_STORE = List.of(
            "Warning                         : JUMBFBox pointer references previous IFD0 directory",
            "Warning                         : JPEG 2000 format error");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mp3/tagged-v23/asset.mp3",
                "mp3/tagged-v24/asset.mp3",
                "mp3/untagged/asset.mp3",
                "flac/stereo/asset.flac",
                "ogg/vorbis/asset.ogg",
                "ogg/opus/asset.opus",
                "avi/mjpeg/asset.avi"
            })
    void sound_and_film_decode_to_the_same_samples_without_new_remarks(String name) throws Exception {
        Path before = Path.of("fixtures").resolve(name);
        Path after = tagged(before);

        assertThat(output(List.of("ffmpeg", "-v", "error", "-i", after.toString(), "-f", "framemd5", "-")))
                .isEqualTo(output(List.of("ffmpeg", "-v", "error", "-i", before.toString(), "-f", "framemd5", "-")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mp3/tagged-v23/asset.mp3",
                "mp3/untagged/asset.mp3",
                "flac/stereo/asset.flac",
                "ogg/opus/asset.opus",
                "png/exif/asset.png",
                "png/rgba16-interlaced-text/asset.png"
            })
    void metadata_read_as_before(String name) throws Exception {
        Path before = Path.of("fixtures").resolve(name);
        List<String> options = List.of(
                "exiftool",
                "-a",
                "--File:all",
                "--System:all",
                "--ExifTool:ExifToolVersion",
                "-ID3Size=",
                "--JUMBF:all");

        List<String> earlier = metadata(before, options);
        assertThat(metadata(tagged(before), options))
                .containsAll(earlier)
                .noneMatch(line ->
                        line.startsWith("Warning") && !earlier.contains(line) && !EITHER_EXIF_OR_STORE.contains(line));
    }

    /** FFmpeg takes a tagged one for a still unless it is told, see {@code specs/formats.md}. */
    @Test
    void an_animation_in_png_keeps_its_frames() throws Exception {
        Path before = Path.of("fixtures/png/animated/asset.png");

        assertThat(output(frames(tagged(before))))
                .isEqualTo(output(frames(before)))
                .contains("0,          2,");
    }

    private static List<String> frames(Path file) {
        return List.of("ffmpeg", "-v", "error", "-f", "apng", "-i", file.toString(), "-f", "framemd5", "-");
    }

    private static List<String> metadata(Path file, List<String> options) throws Exception {
        List<String> command = Stream.concat(
                        options.stream().filter(option -> !option.endsWith("=")), Stream.of(file.toString()))
                .toList();
        return output(command)
                .lines()
                .filter(line -> !line.startsWith("ID3 Size"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-png", "text"})
    void documents_show_the_same_pages_and_text(String what) throws Exception {
        Path before = Path.of("fixtures/pdf/two-pages/asset.pdf");
        Path after = tagged(before);
        for (String page : List.of("1", "2")) {
            List<String> command = what.equals("text")
                    ? List.of("pdftotext", "-f", page, "-l", page)
                    : List.of("pdftoppm", "-r", "40", "-f", page, "-l", page);
            assertThat(rendered(command, after)).isEqualTo(rendered(command, before));
        }
    }

    private static String rendered(List<String> command, Path file) throws Exception {
        boolean text = command.get(0).equals("pdftotext");
        return output(Stream.of(command, List.of(file.toString()), text ? List.of("-") : List.<String>of())
                .flatMap(List::stream)
                .toList());
    }

    private Path tagged(Path file) throws Exception {
        Path target = folder.resolve("tagged-" + file.getFileName());
        try (FileSource source = FileSource.open(file)) {
            Detection.Detected detected = (Detection.Detected) AssetDetector.detect(source);
            Asset asset = new Asset("asset", source, detected.format());
            ContainerFormat format = Containers.of(asset.format());
            Octets store = SampleMedia.store(70_000);
            Layout layout = format.lay(
                    asset,
                    format.map(asset, ReadLimits.standard()),
                    ContainerFormat.Wish.forStore(store.length()),
                    ReadLimits.standard());
            Files.write(target, LayoutWriter.write(source, layout, store).toByteArray());
        }
        return target;
    }

    /** What a program prints, remarks included. */
    private static String output(List<String> command) throws Exception {
        Path printed = Files.createTempFile("printed", ".txt");
        try {
            Process process = start(command, printed);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new String(Files.readAllBytes(printed), StandardCharsets.ISO_8859_1);
        } finally {
            Files.delete(printed);
        }
    }

    private static Process start(List<String> command, Path printed) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, command.get(0) + " is not installed");
            throw new AssertionError(e);
        }
    }
}
