package org.estampille.bind;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names that look alike: file systems and copy tools, of macOS above all, write an accent as a letter of its own (NFD) where it was
 * one with its letter (NFC).
 */
final class RespelledPath {

    private RespelledPath() {}

    /** The path with all letters composed. */
    static List<String> composed(List<String> path) {
        return path.stream().map(RespelledPath::composed).toList();
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** What {@code path} is called below {@code folder} now; empty where a segment has no such name, or several. */
    static Optional<Path> find(Path folder, List<String> path) throws IOException {
        if (path.stream().allMatch(segment -> segment.chars().allMatch(letter -> letter < 0x80))) {
            return Optional.empty();
        }
        Path place = folder;
        for (String segment : path) {
            Optional<Path> next = find(place, segment);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            place = next.get();
        }
        return Optional.of(place);
    }

    private static Optional<Path> find(Path folder, String segment) throws IOException {
        if (Files.exists(folder.resolve(segment))) {
            return Optional.of(folder.resolve(segment));
        }
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        String wanted = composed(segment);
        List<Path> alike = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> composed(file.getFileName().toString()).equals(wanted))) {
            files.forEach(alike::add);
        }
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }
}
