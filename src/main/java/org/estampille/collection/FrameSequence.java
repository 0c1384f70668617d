package org.estampille.collection;

import java.util.Optional;

/**
 * The names of the frames of one image sequence: a number between a fixed start and a fixed end.
 *
 * @param before what stands before the number
 * @param width digits that a number has at least, filled up with zeros
 * @param after what stands after the number
 */
public record FrameSequence(String before, int width, String after) {

    private static final int WIDEST = 18;

    /**
     * Reads a pattern of one file name, such as {@code sh010.%05d.exr}, {@code sh010.%d.exr} or {@code sh010.#####.exr}.
     *
     * @return empty when there is not exactly one place for a number
     */
    public static Optional<FrameSequence> parse(String pattern) {
        int hash = pattern.indexOf('#');
        return hash >= 0 ? ofHashes(pattern, hash) : ofPercent(pattern, pattern.indexOf('%'));
    }

    private static Optional<FrameSequence> ofHashes(String pattern, int first) {
        int end = first;
        while (end < pattern.length() && pattern.charAt(end) == '#') {
            end++;
        }
        String after = pattern.substring(end);
        boolean one = after.indexOf('#') < 0 && end - first <= WIDEST;
        return one ? Optional.of(new FrameSequence(pattern.substring(0, first), end - first, after)) : Optional.empty();
    }

    private static Optional<FrameSequence> ofPercent(String pattern, int percent) {
        int d = pattern.indexOf('d', percent + 1);
        if (percent < 0 || d < 0 || pattern.indexOf('%', percent + 1) >= 0) {
            return Optional.empty();
        }
        String width = pattern.substring(percent + 1, d);
        boolean plain = width.isEmpty();
        boolean padded = width.length() >= 2 && width.length() <= 3 && width.startsWith("0") && isDigits(width);
        if (!plain && !padded || padded && Integer.parseInt(width) > WIDEST) {
            return Optional.empty();
        }
        int digits = plain ? 1 : Integer.parseInt(width);
        return Optional.of(new FrameSequence(pattern.substring(0, percent), digits, pattern.substring(d + 1)));
    }

    /** The number of the frame of that file name; empty for a file that is no frame of this sequence. */
    public Optional<Long> number(String fileName) {
        int length = fileName.length() - before.length() - after.length();
        if (length < width || length > WIDEST || !fileName.startsWith(before) || !fileName.endsWith(after)) {
            return Optional.empty();
        }
        String digits = fileName.substring(before.length(), before.length() + length);
        boolean longer = length > width && digits.charAt(0) == '0';
        return isDigits(digits) && !longer ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    /** The pattern in the form with a per cent sign. */
    public String pattern() {
        return before + (width == 1 ? "%d" : "%0" + width + "d") + after;
    }

    /** What the frames have in common, fit for the name of a file that stands for them all: {@code sh010} above. */
    public String stem() {
        int end = before.length();
        while (end > 0 && "._- ".indexOf(before.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == 0 ? "sequence" : before.substring(0, end);
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
