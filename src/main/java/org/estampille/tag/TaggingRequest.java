package org.estampille.tag;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.estampille.declaration.Declaration;

/**
 * One file to tag.
 *
 * @param source the media file
 * @param destination where the result goes
 * @param declaration what is said about it
 * @param parent the file it was made from, where that is another file
 * @param ingredients files that were placed in it
 * @param options how to go about it
 * @param additions what the file gets beside the declaration
 * @param relink a parent whose manifest a conversion dropped is linked again
 */
public record TaggingRequest(
        Path source,
        Destination destination,
        Declaration declaration,
        Optional<Path> parent,
        List<Path> ingredients,
        Options options,
        Additions additions,
        Optional<Relink> relink) {

    public TaggingRequest {
        ingredients = List.copyOf(ingredients);
    }

    /** The declaration and nothing more. */
    public TaggingRequest(
            Path source,
            Destination destination,
            Declaration declaration,
            Optional<Path> parent,
            List<Path> ingredients,
            Options options) {
        this(source, destination, declaration, parent, ingredients, options, Additions.NONE);
    }

    /** A parent that was never lost. */
    public TaggingRequest(
            Path source,
            Destination destination,
            Declaration declaration,
            Optional<Path> parent,
            List<Path> ingredients,
            Options options,
            Additions additions) {
        this(source, destination, declaration, parent, ingredients, options, additions, Optional.empty());
    }

    /**
     * A statement of the signer's own that the file was converted from its parent.
     *
     * @param description written into the ingredient
     */
    public record Relink(String description) {}

    /**
     * How to go about tagging.
     *
     * @param vouch the signer stands behind everything that was declared, not only behind the actions
     * @param replace an existing destination may be replaced
     * @param reread hash the written file once more instead of trusting the copy
     * @param dryRun do everything but write
     */
    public record Options(boolean vouch, boolean replace, boolean reread, boolean dryRun) {}
}
