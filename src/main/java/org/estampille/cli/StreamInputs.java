package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.ReadLimits;
import org.estampille.stream.Presentation;
import org.estampille.stream.StreamReader;

/**
 * Takes the streams out of a list of inputs: a manifest that was named, and what a folder holds. Files that belong to a stream are
 * told of with it, not one by one.
 *
 * @param streams in the order of the inputs
 * @param files the other inputs
 */
record StreamInputs(List<Stream> streams, List<InputFiles.Input> files) {

    /**
     * One stream.
     *
     * @param found what it is, or why it could not be read
     * @param shown as the person would write it
     * @param below what comes between an output folder and the stream
     */
    record Stream(StreamReader.Found found, String shown, Path below) {}

    /** Whether any of the names is one that streams have. */
    static boolean mayBeIn(List<InputFiles.Input> inputs) {
        return inputs.stream().anyMatch(input -> StreamReader.isFragmentOrManifest(input.path()));
    }

    /**
     * Splits inputs.
     *
     * @param joined whether manifests that share files are one stream
     */
    static StreamInputs of(List<InputFiles.Input> inputs, boolean joined, ReadLimits limits) throws IOException {
        if (!mayBeIn(inputs)) {
            return new StreamInputs(List.of(), inputs);
        }
        StreamReader reader = new StreamReader(limits);
        List<Stream> streams = new ArrayList<>();
        Set<Path> taken = new HashSet<>();
        List<Path> walked = new ArrayList<>();
        for (InputFiles.Input input : inputs) {
            Path file = whole(input);
            if (!input.named()) {
                walked.add(file);
            } else if (StreamReader.isManifest(file) && Files.isRegularFile(file)) {
                StreamReader.Found found = reader.at(file);
                streams.add(new Stream(found, input.shown(), Path.of("")));
                taken.addAll(found.files());
            }
        }
        List<StreamReader.Found> all = reader.among(walked);
        for (StreamReader.Found found : joined ? reader.joined(all) : all) {
            streams.add(below(found, inputs));
            taken.addAll(found.files());
        }
        List<InputFiles.Input> rest =
                inputs.stream().filter(input -> !taken.contains(whole(input))).toList();
        return new StreamInputs(List.copyOf(streams), rest);
    }

    private static Path whole(InputFiles.Input input) {
        return input.path().toAbsolutePath().normalize();
    }

    /** How a stream found in a folder is called, and where it goes below an output folder. */
    private static Stream below(StreamReader.Found found, List<InputFiles.Input> inputs) {
        Path folder = found.presentation().map(Presentation::folder).orElse(found.place());
        for (InputFiles.Input input : inputs) {
            Path file = whole(input);
            if (file.equals(found.place())) {
                return new Stream(found, input.shown(), relative(input, file, folder));
            }
            if (file.startsWith(found.place())) {
                Path parent =
                        Optional.ofNullable(Path.of(input.shown()).getParent()).orElse(Path.of("."));
                return new Stream(found, parent.toString(), relative(input, file, folder));
            }
        }
        return new Stream(found, found.place().toString(), Path.of(""));
    }

    /** What is left of the way from the folder that was named to the file, less the way from the stream's folder to it. */
    private static Path relative(InputFiles.Input input, Path file, Path folder) {
        int inside = file.startsWith(folder) ? folder.relativize(file).getNameCount() : 1;
        int count = input.relative().getNameCount() - inside;
        return count > 0 ? input.relative().subpath(0, count) : Path.of("");
    }
}
