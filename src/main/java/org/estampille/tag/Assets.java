package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Path;
import org.estampille.asset.Asset;
import org.estampille.bytes.ByteSource;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;

/** Opens files as assets, or says why they cannot be tagged. */
final class Assets {
    private Assets() {}

    static Asset detect(Path path, ByteSource source) throws IOException, TaggingRefusedException {
        Detection detection = AssetDetector.detect(source);
        if (detection instanceof Detection.Detected detected) {
            return new Asset(String.valueOf(path.getFileName()), source, detected.format());
        }
        String what = detection instanceof Detection.Unsupported unsupported
                ? "is " + unsupported.what()
                        + ", a format that cannot carry a manifest here; 'estampille formats' lists those that can"
                : "is empty, so there is nothing to tag";
        throw new TaggingRefusedException(TaggingRefusedException.Reason.UNSUPPORTED, what);
    }
}
