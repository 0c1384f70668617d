package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.asset.PendingChange;
import org.estampille.bytes.ByteSource;
import org.estampille.container.Containers;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;

/** Opens files as assets, or says why they cannot be tagged. */
final class Assets {
    private Assets() {}

    private static final String STORE = "application/c2pa";

    /** Any file that is not empty and no manifest itself, for a manifest that goes beside it. */
    static Asset anything(Path path, ByteSource source) throws IOException, TaggingRefusedException {
        refusePending(path);
        Optional<String> other = notWritten(AssetDetector.detect(source));
        return other.isPresent() && !other.get().equals(STORE)
                ? new Asset(String.valueOf(path.getFileName()), source, AssetFormat.OPAQUE, other.get())
                : detect(path, source);
    }

    /** A file that a manifest can be put into. */
    static Asset writable(Path path, ByteSource source) throws IOException, TaggingRefusedException {
        return withPlaceInside(path, source, "--sidecar writes one beside it");
    }

    /** As {@link #detect}, for what is done to a manifest in a file: {@code otherwise} says what to do with other files. */
    static Asset withPlaceInside(Path path, ByteSource source, String otherwise)
            throws IOException, TaggingRefusedException {
        refusePending(path);
        Optional<String> other = notWritten(AssetDetector.detect(source));
        if (other.isPresent() && !other.get().equals(STORE)) {
            throw unsupported("is " + other.get() + ", a format that no manifest is put into; " + otherwise);
        }
        return detect(path, source);
    }

    /** What kind of file it is, when no manifest can be written into it here. */
    private static Optional<String> notWritten(Detection detection) {
        if (detection instanceof Detection.Detected detected) {
            boolean written =
                    Containers.of(detected.format()).traits(detected.format()).embeds();
            return written ? Optional.empty() : Optional.of(detected.mediaType());
        }
        return detection instanceof Detection.Unsupported other ? Optional.of(other.what()) : Optional.empty();
    }

    /** A file that is read here, whether a manifest can be put into it or not. */
    static Asset detect(Path path, ByteSource source) throws IOException, TaggingRefusedException {
        refusePending(path);
        Detection detection = AssetDetector.detect(source);
        if (detection instanceof Detection.Detected detected) {
            return new Asset(String.valueOf(path.getFileName()), source, detected.format(), detected.mediaType());
        }
        if (detection instanceof Detection.Unsupported store && store.what().equals(STORE)) {
            throw unsupported("is a manifest itself (" + STORE + "), not media; name the file it stands for");
        }
        throw unsupported(
                detection instanceof Detection.Unsupported unsupported
                        ? "is " + unsupported.what()
                                + ", a format that cannot carry a manifest inside; --sidecar writes one beside it"
                        : "is empty, so there is nothing to tag");
    }

    private static TaggingRefusedException unsupported(String what) {
        return new TaggingRefusedException(TaggingRefusedException.Reason.UNSUPPORTED, what);
    }

    /** Whatever is found in a file that is half changed is not what it will be. */
    private static void refusePending(Path path) throws TaggingRefusedException {
        if (PendingChange.concerns(path)) {
            throw unsupported("an earlier change of it was cut short; 'estampille recover' brings it back");
        }
    }
}
