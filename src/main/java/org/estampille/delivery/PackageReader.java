package org.estampille.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.collection.MemberUri;
import org.estampille.xml.XmlDocuments;
import org.estampille.xml.XmlElement;

/** The door of the package: reads asset map, packing lists and compositions. */
public final class PackageReader {

    private static final List<String> MAPS = List.of("ASSETMAP.xml", "ASSETMAP");
    private static final Map<String, String> ALGORITHMS = Map.of(
            "sha1", "SHA-1",
            "sha256", "SHA-256",
            "sha384", "SHA-384",
            "sha512", "SHA-512");

    private final Path folder;
    private final ReadLimits limits;
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Set<String> lists = new HashSet<>();
    private final Map<String, DeliveryPackage.Stated> stated = new HashMap<>();
    private final List<DeliveryPackage.Composition> compositions = new ArrayList<>();
    private final Set<String> played = new HashSet<>();
    private boolean cinema;

    private PackageReader(Path folder, ReadLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /** Whether {@code folder} has an asset map. */
    public static boolean isPackage(Path folder) {
        return map(folder).isPresent();
    }

    private static Optional<Path> map(Path folder) {
        return MAPS.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    /**
     * Reads the lists of the package in {@code folder}.
     *
     * @throws MalformedContentException when a list breaks its rules, or names a file outside of the package
     */
    public static DeliveryPackage read(Path folder, ReadLimits limits) throws IOException, MalformedContentException {
        return new PackageReader(folder, limits).read();
    }

    private DeliveryPackage read() throws IOException, MalformedContentException {
        Path map = map(folder).orElseThrow(() -> new IOException(folder + ": has no ASSETMAP"));
        assetMap(document(map), map.getFileName().toString());
        for (String id : lists) {
            packingList(id);
        }
        int elsewhere = 0;
        for (String id : played) {
            elsewhere += paths.containsKey(id) ? 0 : 1;
        }
        return new DeliveryPackage(
                cinema ? DeliveryPackage.Kind.DCP : DeliveryPackage.Kind.IMF,
                stated,
                List.copyOf(paths.values()),
                compositions,
                elsewhere);
    }

    private XmlElement document(Path file) throws IOException, MalformedContentException {
        try (FileSource source = FileSource.open(file)) {
            return XmlDocuments.read(source.octets(source.range(), limits), limits);
        } catch (MalformedContentException e) {
            throw malformed(String.valueOf(file.getFileName()), e.problem());
        }
    }

    private void assetMap(XmlElement map, String name) throws MalformedContentException {
        for (XmlElement asset : map.all("Asset")) {
            List<XmlElement> chunks = asset.all("Path");
            if (chunks.size() != 1) {
                throw malformed(name, "an asset is kept in " + chunks.size() + " pieces; only whole files are read");
            }
            String id = required(asset, "Id", name);
            String path = chunks.get(0).text();
            List<String> segments =
                    MemberUri.path(path).orElseThrow(() -> malformed(name, "a path leads out of the package"));
            paths.put(id, String.join("/", segments));
            boolean list = asset.textOf("PackingList")
                    .filter(text -> !text.equals("false"))
                    .isPresent();
            if (list) {
                lists.add(id);
            }
        }
        if (lists.isEmpty()) {
            throw malformed(name, "names no packing list");
        }
    }

    private void packingList(String listId) throws IOException, MalformedContentException {
        String name = paths.getOrDefault(listId, "");
        XmlElement list = document(folder.resolve(name));
        for (XmlElement asset : list.all("Asset")) {
            String id = required(asset, "Id", name);
            Optional<String> path = Optional.ofNullable(paths.get(id));
            if (path.isEmpty()) {
                throw malformed(name, "lists " + id + ", which the asset map does not have");
            }
            String type = asset.textOf("Type").orElse("");
            stated.put(
                    path.get(),
                    new DeliveryPackage.Stated(
                            size(required(asset, "Size", name), name),
                            algorithm(asset, name),
                            required(asset, "Hash", name)));
            if (type.contains("xml") && Files.isRegularFile(folder.resolve(path.get()))) {
                composition(document(folder.resolve(path.get())));
            }
        }
    }

    private static String algorithm(XmlElement asset, String name) throws MalformedContentException {
        String uri = asset.child("HashAlgorithm")
                .map(element -> element.attributes().getOrDefault("Algorithm", ""))
                .orElse("#sha1");
        String label = uri.substring(uri.indexOf('#') + 1);
        return Optional.ofNullable(ALGORITHMS.get(label))
                .orElseThrow(() -> malformed(name, "uses the unknown hash algorithm " + uri));
    }

    private static long size(String text, String name) throws MalformedContentException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw malformed(name, "has a size that is no number");
        }
    }

    private void composition(XmlElement playlist) {
        if (!playlist.name().equals("CompositionPlaylist")) {
            return;
        }
        String title = playlist.textOf("ContentTitle")
                .or(() -> playlist.textOf("ContentTitleText"))
                .orElse("");
        compositions.add(new DeliveryPackage.Composition(playlist.textOf("Id").orElse(""), title));
        playlist.all("TrackFileId").forEach(id -> played.add(id.text()));
        for (XmlElement reel : playlist.all("Reel")) {
            cinema = true;
            for (XmlElement track :
                    reel.child("AssetList").map(XmlElement::children).orElse(List.of())) {
                track.textOf("Id")
                        .filter(id -> track.child("EntryPoint").isPresent())
                        .ifPresent(played::add);
            }
        }
    }

    private static String required(XmlElement element, String child, String name) throws MalformedContentException {
        return element.textOf(child).orElseThrow(() -> malformed(name, "an asset has no " + child));
    }

    private static MalformedContentException malformed(String file, String cause) {
        return new MalformedContentException(file, new ByteRange(0, 0), cause);
    }
}
