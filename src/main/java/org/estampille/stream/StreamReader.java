package org.estampille.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.ByteRange;
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
    Presentation read(Path manifest) throws IOException, MalformedContentException {
        return isDash(manifest) ? DashReader.read(manifest, limits) : HlsReader.read(manifest, limits);
    }

    /**
     * A stream found in a folder.
     *
     * @param place the manifest that leads to everything else, or the folder of fragments without one
     * @param files that belong to it
     * @param presentation what was read; empty when it could not be
     * @param problem why it could not be read
     */
    public record Found(
            Path place,
            Set<Path> files,
            Optional<Presentation> presentation,
            Optional<MalformedContentException> problem) {
        public Found {
            files = Set.copyOf(files);
        }

        private Found(Path place, Presentation presentation) {
            this(place, presentation.files(), Optional.of(presentation), Optional.empty());
        }
    }

    /** The stream of one manifest. */
    public Found at(Path manifest) {
        Path place = manifest.toAbsolutePath().normalize();
        try {
            return new Found(place, read(manifest));
        } catch (MalformedContentException e) {
            return new Found(place, Set.of(place), Optional.empty(), Optional.of(e));
        } catch (IOException e) {
            String cause = "it cannot be read: " + e.getMessage();
            MalformedContentException problem =
                    new MalformedContentException("stream " + place.getFileName(), new ByteRange(0, 0), cause);
            return new Found(place, Set.of(place), Optional.empty(), Optional.of(problem));
        }
    }

    /**
     * All streams among some files, each manifest by itself unless another one leads to it.
     *
     * @param files found below a folder, in order
     */
    public List<Found> among(List<Path> files) throws IOException {
        Map<Path, Presentation> read = new LinkedHashMap<>();
        List<Found> found = new ArrayList<>();
        for (Path file : files) {
            if (isManifest(file)) {
                Found one = at(file);
                if (one.presentation().isPresent()) {
                    read.put(one.place(), one.presentation().get());
                } else {
                    found.add(one);
                }
            }
        }
        Set<Path> named = new HashSet<>();
        Set<Path> led = led(read);
        read.forEach((place, stream) -> {
            named.addAll(stream.files());
            if (!led.contains(place)) {
                found.add(new Found(place, stream));
            }
        });
        found.addAll(bare(files, named));
        return found;
    }

    /** The playlists that another one leads to, and not they to it. */
    private static Set<Path> led(Map<Path, Presentation> read) {
        Set<Path> led = new HashSet<>();
        read.forEach((place, stream) -> {
            for (Presentation.Document document : stream.documents()) {
                Presentation other = read.get(document.file());
                boolean back = other != null
                        && other.documents().stream().anyMatch(one -> one.file().equals(place));
                if (!document.file().equals(place) && !back) {
                    led.add(document.file());
                }
            }
        });
        return led;
    }

    /** Manifests that share files, such as DASH and HLS of the same fragments, as one stream. */
    public List<Found> joined(List<Found> found) {
        List<Found> streams = new ArrayList<>();
        for (Found one : found) {
            int sharing = 0;
            while (sharing < streams.size() && !share(streams.get(sharing), one)) {
                sharing++;
            }
            if (sharing == streams.size()) {
                streams.add(one);
            } else {
                Found first = streams.get(sharing);
                Presentation both = joined(
                        first.presentation().orElseThrow(), one.presentation().orElseThrow());
                streams.set(sharing, new Found(first.place(), both));
            }
        }
        return streams;
    }

    private static boolean share(Found one, Found other) {
        return one.presentation().isPresent()
                && other.presentation().isPresent()
                && !Collections.disjoint(
                        one.presentation().get().files(),
                        other.presentation().get().files());
    }

    private Presentation joined(Presentation one, Presentation other) {
        TrackList tracks = new TrackList(limits);
        tracks.join(one);
        tracks.join(other);
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
                try {
                    FragmentFolder.read(folder.getKey(), folder.getValue(), limits)
                            .map(stream -> new Found(folder.getKey(), stream))
                            .ifPresent(found::add);
                } catch (MalformedContentException e) {
                    Set<Path> parts = new HashSet<>(folder.getValue());
                    parts.removeIf(file -> !FragmentFolder.isPart(file));
                    found.add(new Found(folder.getKey(), parts, Optional.empty(), Optional.of(e)));
                }
            }
        }
        return found;
    }
}
