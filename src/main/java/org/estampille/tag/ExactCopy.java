package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.estampille.asset.Asset;
import org.estampille.bind.BindingPlan;
import org.estampille.bind.DigestPlan;
import org.estampille.bytes.FileState;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.embed.AssetWriter;
import org.estampille.embed.StagedFile;

/** Copies a file that needs no change, with the same care as one that does. */
final class ExactCopy {
    private ExactCopy() {}

    static void copy(FileState original, Asset asset, Path target, boolean replace, TaggingTools tools)
            throws IOException {
        try (StagedFile staged = tools.staging().beside(target, original)) {
            new AssetWriter(tools.engine(), 1, tools.progress())
                    .write(asset.source(), staged, BindingPlan.flat(new DigestPlan(HashAlgorithm.SHA256, List.of())));
            staged.commit(replace);
        }
    }
}
