package org.estampille.tag;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.estampille.collection.FrameSequence;
import org.estampille.declaration.Declaration;
import org.estampille.delivery.DeliveryPackage;

/**
 * Many files to tag as one.
 *
 * @param folder that holds them
 * @param members paths below the folder, sorted
 * @param sequence the pattern of the frames; empty when every file in and below the folder is a member
 * @param target the file that will hold the manifest, in the folder or in one above it
 * @param declaration what is said about them
 * @param options how to go about it
 * @param additions what the manifest gets beside the declaration
 * @param delivered what the package says of itself; empty for a plain folder
 * @param mhl whether the folder's media hash list gets a new generation
 */
public record CollectionRequest(
        Path folder,
        List<List<String>> members,
        Optional<FrameSequence> sequence,
        Path target,
        Declaration declaration,
        TaggingRequest.Options options,
        Additions additions,
        Optional<DeliveryPackage> delivered,
        boolean mhl) {

    public CollectionRequest {
        members = List.copyOf(members);
    }
}
