package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Path;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.asset.PendingChange;
import org.estampille.bytes.ByteSource;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;

/** Opens files as assets, or says why they cannot be tagged. */
final class Assets {
    private Assets() {}

    private static final String STORE = "application/c2pa";

    /** Any file that is not empty and no manifest itself, for a manifest that goes beside it. */
    static Asset anything(Path path, ByteSource source) throws IOException, TaggingRefusedException {
        refusePending(path);
        return AssetDetector.detect(source) instanceof Detection.Unsupported other
                        && !other.what().equals(STORE)
                ? new Asset(String.valueOf(path.getFileName()), source, AssetFormat.OPAQUE, other.what())
                : detect(path, source);
    }

    /** As {@link #detect}, for what is done to a manifest that is there: {@code otherwise} says what to do with other files. */
    static Asset withPlaceInside(Path path, ByteSource source, String otherwise)
            throws IOException, TaggingRefusedException {
        if (AssetDetector.detect(source) instanceof Detection.Unsupported other
                && !other.what().equals(STORE)
                && !PendingChange.concerns(path)) {
            throw new TaggingRefusedException(
                    TaggingRefusedException.Reason.UNSUPPORTED,
                    "is " + other.what() + ", a format that cannot carry a manifest inside; " + otherwise);
        }
        return detect(path, source);
    }

    static Asset detect(Path path, ByteSource source) throws IOException, TaggingRefusedException {
        refusePending(path);
        Detection detection = AssetDetector.detect(source);
        if (detection instanceof Detection.Detected detected) {
            return new Asset(String.valueOf(path.getFileName()), source, detected.format());
        }
        if (detection instanceof Detection.Unsupported store && store.what().equals(STORE)) {
            throw new TaggingRefusedException(
                    TaggingRefusedException.Reason.UNSUPPORTED,
                    "is a manifest itself (" + STORE + "), not media; name the file it stands for");
        }
        String what = detection instanceof Detection.Unsupported unsupported
                ? "is " + unsupported.what()
                        + ", a format that cannot carry a manifest inside; --sidecar writes one beside it"
                : "is empty, so there is nothing to tag";
        throw new TaggingRefusedException(TaggingRefusedException.Reason.UNSUPPORTED, what);
    }

    /** Whatever is found in a file that is half changed is not what it will be. */
    private static void refusePending(Path path) throws TaggingRefusedException {
        if (PendingChange.concerns(path)) {
            throw new TaggingRefusedException(
                    TaggingRefusedException.Reason.UNSUPPORTED,
                    "an earlier change of it was cut short; 'estampille recover' brings it back");
        }
    }
}
