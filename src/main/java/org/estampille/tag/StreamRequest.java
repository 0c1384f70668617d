package org.estampille.tag;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.estampille.declaration.Declaration;
import org.estampille.stream.Presentation;

/**
 * One stream to tag.
 *
 * @param presentation its tracks and files
 * @param out folder that receives everything, each file where it lies below the stream's own folder
 * @param declaration what is said about it
 * @param parent the file it was made from
 * @param ingredients files that were placed in it
 * @param options how to go about it
 * @param additions what its manifests get beside the declaration
 */
public record StreamRequest(
        Presentation presentation,
        Path out,
        Declaration declaration,
        Optional<Path> parent,
        List<Path> ingredients,
        TaggingRequest.Options options,
        Additions additions) {

    public StreamRequest {
        ingredients = List.copyOf(ingredients);
    }

    /** Where a file of the stream goes. */
    Path target(Path file) {
        return out.resolve(presentation.folder().relativize(file).toString());
    }

    /** The manifest of the stream, or its folder, among what is written. */
    public Path written() {
        return presentation.documents().isEmpty()
                ? out
                : target(presentation.documents().get(0).file());
    }

    /** The same wishes for one of its files. */
    TaggingRequest of(Path file) {
        return new TaggingRequest(
                file, new Destination.NewFile(target(file)), declaration, parent, ingredients, options, additions);
    }
}
