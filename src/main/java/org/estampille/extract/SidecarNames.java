package org.estampille.extract;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How a store beside an asset is named, and which asset a store belongs to (clause 14.5.3.1). */
public final class SidecarNames {

    private static final String EXTENSION = ".c2pa";

    private SidecarNames() {}

    /** Where to look for the store of {@code asset}: {@code name.ext.c2pa}, then {@code name.c2pa}. */
    public static List<Path> of(Path asset) {
        String name = asset.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Path first = asset.resolveSibling(name + EXTENSION);
        return dot <= 0 ? List.of(first) : List.of(first, asset.resolveSibling(name.substring(0, dot) + EXTENSION));
    }

    /** Whether a file stands where the store of {@code asset} is looked for. */
    public static boolean hasSidecar(Path asset) {
        return of(asset).stream().anyMatch(Files::isRegularFile);
    }

    /** Whether {@code file} is named as a store. */
    public static boolean isSidecar(Path file) {
        return file.getFileName().toString().endsWith(EXTENSION);
    }

    /** The asset beside {@code store} that it belongs to by name; empty when there is none, or more than one. */
    public static Optional<Path> assetOf(Path store) throws IOException {
        List<Path> found = assetsOf(store);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The assets beside {@code store} that it may belong to, by name: one whose whole name it has goes before all others. */
    public static List<Path> assetsOf(Path store) throws IOException {
        String name = store.getFileName().toString();
        String stem = name.substring(0, name.length() - EXTENSION.length());
        Path exact = store.resolveSibling(stem);
        if (!stem.isEmpty() && Files.isRegularFile(exact)) {
            return List.of(exact);
        }
        List<Path> found = new ArrayList<>();
        Path folder = Optional.ofNullable(store.toAbsolutePath().getParent()).orElse(store.toAbsolutePath());
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, file -> isNamed(file, stem) && Files.isRegularFile(file))) {
            files.forEach(found::add);
        }
        Collections.sort(found);
        return found.stream()
                .map(file -> store.resolveSibling(file.getFileName()))
                .toList();
    }

    private static boolean isNamed(Path file, String stem) {
        String name = file.getFileName().toString();
        return name.startsWith(stem + ".") && name.indexOf('.', stem.length() + 1) < 0 && !name.endsWith(EXTENSION);
    }
}
