package org.estampille.preview;

import java.util.ArrayList;
import java.util.List;

/** The loudest sample of each block of a stream of any length, in memory that does not grow. */
final class PeakMeter {

    private static final int BLOCKS = 8_192;

    private final double[] blocks = new double[BLOCKS];
    private long samplesPerBlock = 64;
    private long samples;

    /** @param sample between -1 and 1; what is beyond, or no number, counts as full */
    void add(double sample) {
        long block = samples / samplesPerBlock;
        if (block == BLOCKS) {
            halve();
            block = samples / samplesPerBlock;
        }
        double loud = Math.abs(sample) <= 1 ? Math.abs(sample) : 1;
        blocks[(int) block] = Math.max(blocks[(int) block], loud);
        samples++;
    }

    private void halve() {
        for (int i = 0; i < BLOCKS; i++) {
            blocks[i] = i < BLOCKS / 2 ? Math.max(blocks[2 * i], blocks[2 * i + 1]) : 0;
        }
        samplesPerBlock *= 2;
    }

    long samples() {
        return samples;
    }

    /** {@code count} peaks, fewer when there was less. */
    List<Double> peaks(int count) {
        int used = (int) ((samples + samplesPerBlock - 1) / samplesPerBlock);
        int columns = Math.min(count, used);
        List<Double> peaks = new ArrayList<>(columns);
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * used / columns);
            int to = (int) ((column + 1L) * used / columns);
            double loudest = 0;
            for (int i = from; i < to; i++) {
                loudest = Math.max(loudest, blocks[i]);
            }
            peaks.add(loudest);
        }
        return peaks;
    }
}
