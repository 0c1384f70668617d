package org.estampille.burn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.estampille.asset.AssetFormat;
import org.estampille.ffmpeg.FfmpegPrograms;

/** Part of a sound as single numbers between -1 and 1, one channel, {@value #RATE} a second. */
final class Samples {

    static final int RATE = 4_000;

    private static final int LARGEST = 4 << 20;

    private final float[] values;

    private Samples(float[] values) {
        this.values = values;
    }

    static Samples of(Ffmpeg ffmpeg, Path file, AssetFormat format, Span span, WorkFolder folder)
            throws IOException, BurnException {
        Path raw = folder.file("samples.raw");
        List<String> arguments =
                new ArrayList<>(FfmpegPrograms.input(Container.of(format).demuxer(), file));
        arguments.addAll(List.of("-map", "0:a:0", "-af", trim(span), "-ac", "1", "-ar", Integer.toString(RATE)));
        arguments.addAll(List.of("-f", "f32le", FfmpegPrograms.url(raw)));
        ffmpeg.run(arguments, folder);
        ByteBuffer octets = ByteBuffer.wrap(read(raw)).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[octets.remaining() / Float.BYTES];
        octets.asFloatBuffer().get(values);
        return new Samples(values);
    }

    private static byte[] read(Path raw) throws IOException {
        try (var stream = Files.newInputStream(raw)) {
            return stream.readNBytes(LARGEST);
        }
    }

    static String trim(Span span) {
        return "atrim=start=" + Span.seconds(span.from())
                + span.to().map(to -> ":end=" + Span.seconds(to)).orElse("") + ",asetpts=N/SR/TB";
    }

    /** The root of the mean square. */
    double loudness() {
        double sum = 0;
        for (float value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum / Math.max(1, values.length));
    }

    /** How alike two sounds are, 1 for the same at another loudness, whichever comes up to {@code lag} samples later. */
    double likeness(Samples other, int lag) {
        double best = 0;
        for (int shift = -lag; shift <= lag; shift++) {
            best = Math.max(best, correlation(other, shift));
        }
        return best;
    }

    private double correlation(Samples other, int shift) {
        double product = 0;
        double own = 0;
        double its = 0;
        int from = Math.max(0, -shift);
        int to = Math.min(values.length, other.values.length - shift);
        for (int i = from; i < to; i++) {
            double a = values[i];
            double b = other.values[i + shift];
            product += a * b;
            own += a * a;
            its += b * b;
        }
        return own == 0 || its == 0 ? 0 : product / Math.sqrt(own * its);
    }
}
