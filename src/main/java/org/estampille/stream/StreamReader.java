package org.estampille.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;

/** The door of the package: finds streams. */
public final class StreamReader {

    private final ReadLimits limits;

    public StreamReader(ReadLimits limits) {
        this.limits = limits;
    }

    /** Whether a file is called like a DASH manifest or HLS playlist. */
    public static boolean isManifest(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return isDash(file) || name.endsWith(".m3u8");
    }

    /** Whether a file is called like a manifest, playlist or fragment. */
    public static boolean isFragmentOrManifest(Path file) {
        return isManifest(file) || FragmentFolder.isFragmentName(file);
    }

    private static boolean isDash(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".mpd");
    }

    /**
     * Reads one manifest and what it leads to.
     *
     * @throws MalformedContentException when it breaks the rules, or names anything but local files below its folder
     */
    public Presentation read(Path manifest) throws IOException, MalformedContentException {
        return isDash(manifest) ? DashReader.read(manifest, limits) : HlsReader.read(manifest, limits);
    }

    /**
     * A stream found in a folder.
     *
     * @param place the manifest that leads to everything else, or the folder of fragments without one
     * @param presentation what was read; empty when it could not be
     * @param problem why it could not be read
     */
    public record Found(Path place, Optional<Presentation> presentation, Optional<MalformedContentException> problem) {}

    /**
     * All streams among some files. Manifests that share files, such as DASH and HLS of the same fragments, are one stream.
     *
     * @param files found below a folder, in order
     */
    public List<Found> among(List<Path> files) throws IOException {
        Map<Path, Presentation> read = new LinkedHashMap<>();
        List<Found> broken = new ArrayList<>();
        for (Path file : files) {
            if (isManifest(file)) {
                try {
                    read.put(file, read(file));
                } catch (MalformedContentException e) {
                    broken.add(new Found(file, Optional.empty(), Optional.of(e)));
                }
            }
        }
        List<Found> found = new ArrayList<>();
        Set<Path> named = new HashSet<>();
        for (Map.Entry<Path, Presentation> one : roots(read).entrySet()) {
            found.add(new Found(one.getKey(), Optional.of(one.getValue()), Optional.empty()));
            named.addAll(one.getValue().files());
        }
        found.addAll(broken);
        found.addAll(bare(files, named));
        return found;
    }

    /** Leaves out playlists that another one leads to, and joins manifests that share files. */
    private Map<Path, Presentation> roots(Map<Path, Presentation> read) {
        Map<Path, Presentation> roots = new LinkedHashMap<>();
        for (Map.Entry<Path, Presentation> one : read.entrySet()) {
            Path own = one.getKey().toAbsolutePath().normalize();
            boolean led = read.entrySet().stream()
                    .anyMatch(other -> !other.getKey().equals(one.getKey())
                            && other.getValue().files().contains(own)
                            && !one.getValue()
                                    .files()
                                    .contains(other.getKey().toAbsolutePath().normalize()));
            if (led) {
                continue;
            }
            Optional<Map.Entry<Path, Presentation>> sharing = roots.entrySet().stream()
                    .filter(root -> share(root.getValue(), one.getValue()))
                    .findFirst();
            if (sharing.isPresent()) {
                roots.put(sharing.get().getKey(), joined(sharing.get().getValue(), one.getValue()));
            } else {
                roots.put(one.getKey(), one.getValue());
            }
        }
        return roots;
    }

    private static boolean share(Presentation one, Presentation other) {
        Set<Path> files = new HashSet<>(one.files());
        files.retainAll(other.files());
        return !files.isEmpty();
    }

    private Presentation joined(Presentation one, Presentation other) {
        TrackList tracks = new TrackList(limits);
        tracks.addAll(one);
        tracks.addAll(other);
        Set<Presentation.Document> documents = new LinkedHashSet<>(one.documents());
        documents.addAll(other.documents());
        Set<Presentation.Unbound> unbound = new LinkedHashSet<>(one.unbound());
        unbound.addAll(other.unbound());
        Path folder = one.folder();
        while (!other.folder().startsWith(folder)) {
            folder = LocalFiles.parent(folder);
        }
        return new Presentation(folder, List.copyOf(documents), tracks.toList(), List.copyOf(unbound));
    }

    private List<Found> bare(List<Path> files, Set<Path> named) throws IOException {
        Map<Path, List<Path>> byFolder = new LinkedHashMap<>();
        for (Path file : files) {
            Path absolute = file.toAbsolutePath().normalize();
            if (!named.contains(absolute)) {
                byFolder.computeIfAbsent(LocalFiles.parent(absolute), any -> new ArrayList<>())
                        .add(absolute);
            }
        }
        List<Found> found = new ArrayList<>();
        for (Map.Entry<Path, List<Path>> folder : byFolder.entrySet()) {
            if (FragmentFolder.mayHold(folder.getValue())) {
                FragmentFolder.read(folder.getKey(), folder.getValue(), limits)
                        .ifPresent(
                                stream -> found.add(new Found(folder.getKey(), Optional.of(stream), Optional.empty())));
            }
        }
        return found;
    }
}
