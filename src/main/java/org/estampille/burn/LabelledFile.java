package org.estampille.burn;

import java.nio.file.Path;
import org.estampille.asset.AssetFormat;

/**
 * A file that gets a label.
 *
 * @param source is only read
 * @param format what its octets say
 * @param target is written, in the same format; what was there is gone
 */
public record LabelledFile(Path source, AssetFormat format, Path target) {}
