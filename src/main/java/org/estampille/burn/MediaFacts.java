package org.estampille.burn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.estampille.asset.AssetFormat;
import org.estampille.ffmpeg.FfmpegPrograms;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Rational;
import org.estampille.timecode.Timecode;

/**
 * What ffprobe says of a file.
 *
 * @param picture its first moving picture; cover pictures do not count
 * @param sounds its sound streams
 * @param subtitles places of its subtitle streams in the file
 * @param dispositions by place in the file what a stream is for, as FFmpeg takes it, such as {@code default+dub}
 * @param seconds how long it is
 * @param start the label of its first frame
 */
public record MediaFacts(
        Optional<Picture> picture,
        List<Sound> sounds,
        List<Integer> subtitles,
        Map<Integer, String> dispositions,
        Optional<Rational> seconds,
        Optional<Timecode> start) {

    private static final long LARGEST_ANSWER = 16 << 20;
    private static final int MOST_STREAMS = 256;

    public MediaFacts {
        sounds = List.copyOf(sounds);
        subtitles = List.copyOf(subtitles);
        dispositions = Map.copyOf(dispositions);
    }

    /**
     * A moving picture.
     *
     * @param stream its place in the file
     * @param size as displayed
     * @param rate frames a second, where it is one that can be counted
     * @param constant whether all frames last alike
     * @param frames how many there are
     * @param tags what else was said, such as {@code pix_fmt}
     */
    public record Picture(
            int stream,
            String codec,
            PictureSize size,
            Optional<FrameRate> rate,
            boolean constant,
            Optional<Long> frames,
            Map<String, String> tags) {

        public Picture {
            tags = Map.copyOf(tags);
        }

        String tag(String name) {
            return tags.getOrDefault(name, "");
        }
    }

    /**
     * A sound stream.
     *
     * @param stream its place in the file
     * @param rate samples a second
     * @param bitRate octets times eight a second; 0 when it is not known
     * @param seconds how long it is
     */
    public record Sound(
            int stream,
            String codec,
            int rate,
            int channels,
            String layout,
            long bitRate,
            Optional<Rational> seconds) {}

    /** Asks ffprobe, which reads the file as the format that its octets say. */
    public static MediaFacts read(Ffmpeg ffmpeg, Path file, AssetFormat format, WorkFolder folder)
            throws IOException, BurnException {
        List<String> arguments = new ArrayList<>(List.of("-show_format", "-show_streams", "-of", "flat=s=."));
        arguments.addAll(FfmpegPrograms.input(Container.of(format).demuxer(), file));
        Path answer = ffmpeg.probe(arguments, folder);
        if (Files.size(answer) > LARGEST_ANSWER) {
            throw new BurnException(BurnException.Reason.UNSUPPORTED, "ffprobe finds too much in it");
        }
        Map<String, String> said = new HashMap<>();
        Files.readString(answer, StandardCharsets.ISO_8859_1).lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                said.putIfAbsent(line.substring(0, equals), unquoted(line.substring(equals + 1)));
            }
        });
        return of(said);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static MediaFacts of(Map<String, String> said) {
        Optional<Picture> picture = Optional.empty();
        List<Sound> sounds = new ArrayList<>();
        List<Integer> subtitles = new ArrayList<>();
        Map<Integer, String> dispositions = new HashMap<>();
        Optional<String> label = Optional.ofNullable(said.get("format.tags.timecode"));
        for (int i = 0; i < MOST_STREAMS && said.containsKey("streams.stream." + i + ".index"); i++) {
            Map<String, String> stream = stream(said, "streams.stream." + i + ".");
            String type = stream.getOrDefault("codec_type", "");
            boolean cover = "1".equals(stream.get("disposition.attached_pic"));
            if (type.equals("video") && !cover && picture.isEmpty()) {
                picture = Optional.of(picture(i, stream));
            } else if (type.equals("audio")) {
                sounds.add(sound(i, stream));
            } else if (type.equals("subtitle")) {
                subtitles.add(i);
            }
            dispositions.put(i, disposition(stream));
            label = label.or(() -> Optional.ofNullable(stream.get("tags.timecode")));
        }
        Optional<FrameRate> rate = picture.flatMap(Picture::rate);
        Optional<String> first = label;
        return new MediaFacts(
                picture,
                sounds,
                subtitles,
                dispositions,
                seconds(said.get("format.duration")),
                rate.flatMap(counted -> first.flatMap(text -> start(text, counted))));
    }

    private static Optional<Timecode> start(String label, FrameRate rate) {
        boolean drop = Timecode.isLabel(label) && Timecode.isDropLabel(label) && rate.canDrop();
        return Timecode.parse(label, rate.counting(drop));
    }

    private static Map<String, String> stream(Map<String, String> said, String prefix) {
        Map<String, String> stream = new HashMap<>();
        said.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                stream.put(key.substring(prefix.length()), value);
            }
        });
        return stream;
    }

    private static Picture picture(int stream, Map<String, String> tags) {
        long width = number(tags.get("width"));
        long height = number(tags.get("height"));
        boolean turned = tags.entrySet().stream()
                .anyMatch(tag -> tag.getKey().endsWith(".rotation") && Math.abs(number(tag.getValue())) % 180 == 90);
        double shape = pixelShape(tags.getOrDefault("sample_aspect_ratio", ""));
        String average = tags.getOrDefault("avg_frame_rate", "");
        long frames = number(tags.get("nb_frames"));
        return new Picture(
                stream,
                tags.getOrDefault("codec_name", "an unknown codec"),
                turned
                        ? new PictureSize((int) height, (int) width, 1 / shape)
                        : new PictureSize((int) width, (int) height, shape),
                FrameRate.parse(average),
                average.equals(tags.get("r_frame_rate")),
                frames > 0 ? Optional.of(frames) : Optional.empty(),
                tags);
    }

    /** Of {@code 64:45}, the width of a pixel over its height; what is not said is square. */
    private static double pixelShape(String text) {
        int colon = Math.max(0, text.indexOf(':'));
        long width = number(text.substring(0, colon));
        long height = number(text.substring(Math.min(text.length(), colon + 1)));
        return width > 0 && height > 0 ? (double) width / height : 1;
    }

    private static Sound sound(int stream, Map<String, String> tags) {
        return new Sound(
                stream,
                tags.getOrDefault("codec_name", "an unknown codec"),
                (int) number(tags.get("sample_rate")),
                (int) number(tags.get("channels")),
                tags.getOrDefault("channel_layout", "unknown"),
                number(tags.get("bit_rate")),
                seconds(tags.get("duration")));
    }

    private static String disposition(Map<String, String> tags) {
        String named = tags.keySet().stream()
                .filter(key -> key.matches("disposition\\.[a-z_]{1,30}") && "1".equals(tags.get(key)))
                .map(key -> key.substring("disposition.".length()))
                .sorted()
                .collect(Collectors.joining("+"));
        return named.isEmpty() ? "0" : named;
    }

    private static long number(@org.jspecify.annotations.Nullable String text) {
        boolean plain = text != null && text.matches("-?[0-9]{1,15}");
        return plain ? Long.parseLong(text) : 0;
    }

    private static Optional<Rational> seconds(@org.jspecify.annotations.Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
            return Optional.empty();
        }
        return Optional.of(new Rational(Math.round(Double.parseDouble(text) * 1000), 1000));
    }
}
