package org.estampille.burn;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.estampille.asset.AssetFormat;
import org.estampille.ffmpeg.FfmpegPrograms;

/** Single frames of a finished file. */
final class Frames {

    /** How many are taken out of the film at a time. */
    private static final int BATCH = 300;

    private final Ffmpeg ffmpeg;
    private final Path file;
    private final AssetFormat format;
    private final WorkFolder folder;

    Frames(Ffmpeg ffmpeg, Path file, AssetFormat format, WorkFolder folder) {
        this.ffmpeg = ffmpeg;
        this.file = file;
        this.format = format;
        this.folder = folder;
    }

    /** Looks whether the mark can be read in each of these frames, all of which have to be there. */
    void requireReadable(Mark mark, List<Long> frames) throws IOException, BurnException {
        List<Long> looked = frames.stream().distinct().sorted().toList();
        for (int from = 0; from < looked.size(); from += BATCH) {
            requireBatch(mark, looked.subList(from, Math.min(looked.size(), from + BATCH)));
        }
    }

    private void requireBatch(Mark mark, List<Long> looked) throws IOException, BurnException {
        String chosen = looked.stream().map(frame -> "eq(n," + frame + ")").collect(Collectors.joining("+"));
        Box box = mark.box();
        String filter = "select='" + chosen + "',setpts=N/FRAME_RATE/TB,crop=" + box.width() + ":" + box.height() + ":"
                + box.x() + ":" + box.y() + ",format=rgb24";
        Path raw = folder.file("check.raw");
        List<String> arguments = input();
        arguments.addAll(List.of("-map", "0:v:0", "-vf", filter, "-frames:v", Integer.toString(looked.size())));
        arguments.addAll(List.of("-f", "rawvideo", FfmpegPrograms.url(raw)));
        ffmpeg.run(arguments, folder);
        int size = box.width() * box.height() * 3;
        long found = Files.size(raw) / size;
        if (found < looked.size()) {
            throw new BurnException(
                    BurnException.Reason.FAILED,
                    "the result has " + found + " of the " + looked.size() + " frames that should show the label");
        }
        try (InputStream stream = Files.newInputStream(raw)) {
            for (int i = 0; i < found; i++) {
                byte[] pixels = stream.readNBytes(size);
                if (pixels.length < size) {
                    throw new EOFException(raw.toString());
                }
                Contrast.require(
                        mark.image(), (x, y) -> rgb(pixels, (y * box.width() + x) * 3), "frame " + looked.get(i));
            }
        }
    }

    private static int rgb(byte[] pixels, int at) {
        return (pixels[at] & 0xFF) << 16 | (pixels[at + 1] & 0xFF) << 8 | pixels[at + 2] & 0xFF;
    }

    /** One frame as a PNG file. */
    Path still(long frame) throws IOException, BurnException {
        Path still = folder.file("still.png");
        List<String> arguments = input();
        arguments.addAll(List.of("-map", "0:v:0", "-vf", "select='eq(n," + frame + ")'", "-frames:v", "1"));
        arguments.addAll(List.of("-c:v", "png", "-f", "image2pipe", FfmpegPrograms.url(still)));
        ffmpeg.run(arguments, folder);
        return still;
    }

    private List<String> input() throws BurnException {
        return new ArrayList<>(FfmpegPrograms.input(Container.of(format).demuxer(), file));
    }
}
