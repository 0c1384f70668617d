package org.estampille.preview;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.Octets;
import org.estampille.ffmpeg.FfmpegPrograms;
import org.estampille.preview.Preview.Filmstrip;
import org.estampille.preview.Preview.Nothing;
import org.estampille.preview.Preview.Reason;
import org.estampille.preview.Preview.Waveform;

/**
 * Makes previews, with bounds on the time for one file and for all. Uncompressed sound is read here; for everything else it takes
 * FFmpeg. Not for several threads.
 */
public final class Previews {

    private static final int FRAMES = 10;
    private static final int WIDTH = 192;
    private static final int HEIGHT = 108;
    private static final int COLUMNS = 500;
    private static final long FOR_A_FILE = 30_000;
    private static final long FOR_ALL = 120_000;
    private static final long LONGEST_SOUND = 4L << 30;
    private static final double LONGEST = 1_000_000;
    private static final int CHUNK = 1 << 20;
    private static final double STEP_BACK = 0.25;

    /** The frame fits, whatever shape its pixels have, and the rest is black. */
    private static final String SCALE =
            "scale=w='max(2,min(" + WIDTH + ",trunc(" + HEIGHT + "*dar/2)*2))':h='max(2,min("
                    + HEIGHT + ",trunc(" + WIDTH + "/dar/2)*2))',setsar=1,pad=" + WIDTH + ":" + HEIGHT
                    + ":-1:-1:black,format=rgb24";

    /** What FFmpeg calls the formats whose media have a duration. */
    private static final Map<String, String> DEMUXERS = Map.ofEntries(
            Map.entry("video/mp4", "mov"),
            Map.entry("video/quicktime", "mov"),
            Map.entry("audio/mp4", "mov"),
            Map.entry("video/x-msvideo", "avi"),
            Map.entry("audio/wav", "wav"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/flac", "flac"),
            Map.entry("audio/ogg", "ogg"),
            Map.entry("audio/aiff", "aiff"),
            Map.entry("audio/x-aiff", "aiff"),
            Map.entry("application/mxf", "mxf"),
            Map.entry("video/x-matroska", "matroska"),
            Map.entry("video/webm", "matroska"),
            Map.entry("video/mp2t", "mpegts"));

    private final Optional<Decoder> decoder;
    private final long forAll;
    private long spent;

    /** @param programs as found on the machine, if it was */
    public Previews(Optional<FfmpegPrograms> programs) {
        this(programs, FOR_ALL);
    }

    /** @param forAll milliseconds that all previews together may take */
    Previews(Optional<FfmpegPrograms> programs, long forAll) {
        this.decoder = programs.map(Decoder::new);
        this.forAll = forAll;
    }

    /**
     * The preview of one file.
     *
     * @param mediaType of the file, as found from its octets
     * @throws IOException when the file cannot be read or FFmpeg cannot be started
     */
    public Preview of(Path file, String mediaType) throws IOException {
        Optional<String> format = Optional.ofNullable(DEMUXERS.get(mediaType.toLowerCase(Locale.ROOT)));
        if (format.isEmpty()) {
            return new Nothing(Reason.NOT_WANTED);
        }
        if (spent >= forAll) {
            return new Nothing(Reason.TOO_LONG);
        }
        long allowed = Math.min(FOR_A_FILE, forAll - spent);
        Deadline deadline = Deadline.in(allowed);
        Preview made = make(file, format.get(), mediaType, deadline);
        spent += allowed - deadline.milliseconds();
        return made instanceof Nothing && deadline.isOver() ? new Nothing(Reason.TOO_LONG) : made;
    }

    private Preview make(Path file, String format, String mediaType, Deadline deadline) throws IOException {
        if (format.equals("wav") || format.equals("aiff")) {
            try (ByteSource source = FileSource.open(file)) {
                Optional<PcmFile> sound = PcmFile.read(source);
                if (sound.isPresent()) {
                    return heard(source, sound.get(), deadline);
                }
            }
        }
        if (decoder.isEmpty()) {
            return new Nothing(Reason.NO_DECODER);
        }
        Optional<String> facts = decoder.get().facts(format, file, deadline);
        Optional<Double> seconds = facts.flatMap(Previews::seconds);
        if (facts.isEmpty() || seconds.isEmpty()) {
            return new Nothing(Reason.UNDECODABLE);
        }
        // The cover of a record is a stream of pictures too.
        boolean seen = !mediaType.startsWith("audio/") && facts.get().contains("codec_type=video");
        return seen
                ? frames(decoder.get(), file, format, seconds.get(), deadline)
                : sound(decoder.get(), file, format, seconds.get(), deadline);
    }

    private static Optional<Double> seconds(String facts) {
        for (String line : facts.lines().toList()) {
            if (line.matches("duration=[0-9]{1,9}(\\.[0-9]{1,9})?")) {
                double seconds = Double.parseDouble(line.substring("duration=".length()));
                return seconds > 0 && seconds <= LONGEST ? Optional.of(seconds) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Preview heard(ByteSource source, PcmFile sound, Deadline deadline) throws IOException {
        PeakMeter meter = new PeakMeter();
        int size = CHUNK / sound.sampleOctets() * sound.sampleOctets();
        ByteBuffer buffer = ByteBuffer.allocate(size).order(sound.order());
        long end = sound.data().end() - sound.data().length() % sound.sampleOctets();
        for (long at = sound.data().start(); at < end; at += size) {
            if (deadline.isOver()) {
                return new Nothing(Reason.TOO_LONG);
            }
            buffer.clear().limit((int) Math.min(size, end - at));
            source.read(at, buffer);
            buffer.flip();
            for (int i = 0; i < buffer.limit(); i += sound.sampleOctets()) {
                meter.add(sound.sample(buffer, i));
            }
        }
        return new Waveform(sound.seconds(), meter.peaks(COLUMNS));
    }

    private static Preview sound(Decoder decoder, Path file, String format, double seconds, Deadline deadline)
            throws IOException {
        PeakMeter meter = new PeakMeter();
        // A chunk may end between the octets of a sample.
        ByteBuffer half = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
        List<String> output = List.of("-map", "0:a:0", "-vn", "-sn", "-dn", "-ar", "8000", "-f", "s16le");
        boolean done = decoder.decode(format, file, List.of(), output, LONGEST_SOUND, deadline, chunk -> {
            while (chunk.hasRemaining()) {
                half.put(chunk.get());
                if (!half.hasRemaining()) {
                    meter.add(half.getShort(0) / 32_768.0);
                    half.clear();
                }
            }
        });
        return done && meter.samples() > 0
                ? new Waveform(seconds, meter.peaks(COLUMNS))
                : new Nothing(Reason.UNDECODABLE);
    }

    private static Preview frames(Decoder decoder, Path file, String format, double seconds, Deadline deadline)
            throws IOException {
        List<Optional<Octets>> frames = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            double at = seconds * (i + 0.5) / FRAMES;
            Optional<Octets> frame = frame(decoder, file, format, at, deadline);
            // FFmpeg gives the next frame, and after the last one there is none.
            boolean again = frame.isEmpty() && i > 0;
            frames.add(again ? frame(decoder, file, format, Math.max(0, at - STEP_BACK), deadline) : frame);
        }
        boolean any = frames.stream().anyMatch(Optional::isPresent);
        return any ? new Filmstrip(seconds, WIDTH, HEIGHT, frames) : new Nothing(Reason.UNDECODABLE);
    }

    private static Optional<Octets> frame(Decoder decoder, Path file, String format, double at, Deadline deadline)
            throws IOException {
        if (deadline.isOver()) {
            return Optional.empty();
        }
        ByteBuffer pixels = ByteBuffer.allocate(WIDTH * HEIGHT * 3);
        boolean done = decoder.decode(
                format,
                file,
                List.of("-max_pixels", "67108864", "-ss", String.format(Locale.ROOT, "%.3f", at)),
                List.of("-map", "0:v:0", "-frames:v", "1", "-vf", SCALE, "-f", "rawvideo"),
                pixels.capacity(),
                deadline,
                pixels::put);
        return done && !pixels.hasRemaining() ? Optional.of(jpeg(pixels.flip())) : Optional.empty();
    }

    /** Coded here, so that nothing but pixels comes from the file. */
    private static Octets jpeg(ByteBuffer pixels) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int red = pixels.get() & 0xFF;
                int green = pixels.get() & 0xFF;
                image.setRGB(x, y, red << 16 | green << 8 | pixels.get() & 0xFF);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(image, "jpg", stream)) {
                throw new IOException("this Java cannot code JPEG");
            }
        }
        return Octets.adopt(out.toByteArray());
    }
}
