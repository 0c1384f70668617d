package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.extract.SidecarNames;
import org.estampille.report.VerificationReport;

/** Manifests beside their files, which the report of the file speaks of already and which need none of their own. */
final class UsedSidecars {

    private final Set<Path> used = new HashSet<>();

    /** The manifest that a report on {@code file} was made from, if it lies beside it. */
    static Optional<Path> of(Path file, VerificationReport report) {
        return SidecarNames.isSidecar(file) || report.source() != VerificationReport.Source.SIDECAR
                ? Optional.empty()
                : SidecarNames.of(file).stream().filter(Files::isRegularFile).findFirst();
    }

    void add(Path sidecar) {
        used.add(whole(sidecar));
    }

    boolean contains(Path file) {
        return used.contains(whole(file));
    }

    /** The same files, each manifest after the file it belongs to by name. */
    static List<InputFiles.Input> last(List<InputFiles.Input> inputs) throws IOException {
        Map<Path, List<InputFiles.Input>> waiting = new HashMap<>();
        Set<Path> assets = new HashSet<>();
        for (InputFiles.Input input : inputs) {
            assets.add(whole(input.path()));
        }
        List<InputFiles.Input> others = new ArrayList<>();
        for (InputFiles.Input input : inputs) {
            Optional<Path> asset = asset(input.path()).filter(assets::contains);
            if (asset.isPresent()) {
                waiting.computeIfAbsent(asset.get(), any -> new ArrayList<>()).add(input);
            } else {
                others.add(input);
            }
        }
        List<InputFiles.Input> ordered = new ArrayList<>();
        for (InputFiles.Input input : others) {
            ordered.add(input);
            ordered.addAll(
                    Optional.ofNullable(waiting.remove(whole(input.path()))).orElse(List.of()));
        }
        return ordered;
    }

    private static Optional<Path> asset(Path file) throws IOException {
        return SidecarNames.isSidecar(file) && Files.isRegularFile(file)
                ? SidecarNames.assetOf(file).map(UsedSidecars::whole)
                : Optional.empty();
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
