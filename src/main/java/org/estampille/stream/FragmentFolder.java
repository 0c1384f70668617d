package org.estampille.stream;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.FragmentTimes;

/**
 * Fragments in a folder without a manifest. They follow one another as their names do, numbers by value, and belong to the one
 * initialization segment that describes their track.
 */
final class FragmentFolder {

    private static final Set<String> FRAGMENT_NAMES = Set.of("m4s", "m4f", "cmfv", "cmfa", "cmft");
    private static final Set<String> INIT_NAMES = Set.of("mp4", "m4v", "m4a", "m4i");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|[^0-9]+");

    private FragmentFolder() {}

    /** Whether a file is called like a fragment. */
    static boolean isFragmentName(Path file) {
        return FRAGMENT_NAMES.contains(extension(file));
    }

    /**
     * The stream in one folder.
     *
     * @param files of the folder that no manifest names
     * @return empty when there is no initialization segment with fragments
     * @throws MalformedContentException when nobody can tell which fragments follow which initialization segment
     */
    static Optional<Presentation> read(Path folder, List<Path> files, ReadLimits limits)
            throws IOException, MalformedContentException {
        Map<Path, FragmentTimes> inits = new LinkedHashMap<>();
        Map<Path, BmffFile> fragments = new LinkedHashMap<>();
        List<Path> ordered = new ArrayList<>(files);
        ordered.sort(Comparator.comparing(file -> String.valueOf(file.getFileName()), FragmentFolder::natural));
        for (Path file : ordered) {
            if (isPart(file)) {
                look(file, inits, fragments, limits);
            }
        }
        return inits.isEmpty() || fragments.isEmpty()
                ? Optional.empty()
                : Optional.of(new Presentation(
                        folder, List.of(), tracks(inits, fragments, limits).toList(), List.of()));
    }

    /** Whether a file is called like a fragment or an initialization segment. */
    static boolean isPart(Path file) {
        return isFragmentName(file) || INIT_NAMES.contains(extension(file));
    }

    private static void look(
            Path file, Map<Path, FragmentTimes> inits, Map<Path, BmffFile> fragments, ReadLimits limits)
            throws IOException {
        try (FileSource source = FileSource.open(file)) {
            BmffFile boxes = BmffFile.read(source, limits);
            boolean movie = !boxes.named("moov").isEmpty();
            if (movie && !boxes.fragmented() && boxes.named("mdat").isEmpty()) {
                inits.put(file, FragmentTimes.of(source, boxes, limits));
            } else if (!movie && isFragmentName(file)) {
                fragments.put(file, boxes);
            }
        } catch (MalformedContentException e) {
            if (isFragmentName(file)) {
                fragments.put(file, new BmffFile(List.of(), Optional.empty()));
            }
        }
    }

    private static TrackList tracks(Map<Path, FragmentTimes> inits, Map<Path, BmffFile> fragments, ReadLimits limits)
            throws IOException, MalformedContentException {
        Map<Path, List<MediaSegment>> byInit = new LinkedHashMap<>();
        for (Map.Entry<Path, BmffFile> fragment : fragments.entrySet()) {
            byInit.computeIfAbsent(
                            initOf(fragment.getKey(), fragment.getValue(), inits, limits), any -> new ArrayList<>())
                    .add(new MediaSegment(fragment.getKey(), Optional.empty()));
        }
        TrackList tracks = new TrackList(limits);
        byInit.forEach((init, segments) -> tracks.add(String.valueOf(init.getFileName()), init, segments));
        return tracks;
    }

    private static Path initOf(Path fragment, BmffFile boxes, Map<Path, FragmentTimes> inits, ReadLimits limits)
            throws IOException, MalformedContentException {
        if (inits.size() == 1) {
            return inits.keySet().iterator().next();
        }
        List<Path> fitting = new ArrayList<>();
        try (FileSource source = FileSource.open(fragment)) {
            for (Map.Entry<Path, FragmentTimes> init : inits.entrySet()) {
                if (init.getValue().first(source, boxes.boxes(), limits).isPresent()) {
                    fitting.add(init.getKey());
                }
            }
        }
        if (fitting.size() != 1) {
            fitting = new ArrayList<>(fitting.isEmpty() ? inits.keySet() : fitting);
            fitting.removeIf(init -> !words(fragment).containsAll(words(init)));
        }
        if (fitting.size() != 1) {
            throw new MalformedContentException(
                    "folder of fragments",
                    new ByteRange(0, 0),
                    "nobody can tell which initialization segment belongs to " + fragment.getFileName());
        }
        return fitting.get(0);
    }

    /** The parts of a name by which files of one track are known: init-0 goes with chunk-0-00001. */
    private static Set<String> words(Path file) {
        String name = String.valueOf(file.getFileName());
        Set<String> words = new HashSet<>(
                List.of(name.substring(0, Math.max(0, name.lastIndexOf('.'))).split("[^A-Za-z0-9]+", -1)));
        words.removeAll(Set.of("init", ""));
        return words;
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Numbers in names count by value: 9 comes before 10. */
    static int natural(String left, String right) {
        Matcher a = NUMBER.matcher(left);
        Matcher b = NUMBER.matcher(right);
        while (a.find()) {
            if (!b.find()) {
                return 1;
            }
            boolean numbers = isDigit(a.group()) && isDigit(b.group());
            int order = numbers
                    ? new BigInteger(a.group()).compareTo(new BigInteger(b.group()))
                    : a.group().compareTo(b.group());
            if (order != 0) {
                return order;
            }
        }
        return b.find() ? -1 : left.compareTo(right);
    }

    /** Other digits than those of ASCII count as letters. */
    private static boolean isDigit(String part) {
        return part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }

    /** Whether a folder may hold such a stream. */
    static boolean mayHold(List<Path> files) {
        return files.stream().anyMatch(FragmentFolder::isFragmentName)
                && files.stream().allMatch(Files::exists);
    }
}
