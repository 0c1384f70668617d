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

    static Asset detect(Path path, ByteSource source) throws IOException, TaggingRefusedException {
        refusePending(path);
        Detection detection = AssetDetector.detect(source);
        if (detection instanceof Detection.Detected detected) {
            return new Asset(String.valueOf(path.getFileName()), source, detected.format());
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
