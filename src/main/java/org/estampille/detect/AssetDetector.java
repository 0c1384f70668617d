package org.estampille.detect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.Octets;

/** The door of the package: octets in, format out. */
public final class AssetDetector {

    /** What signatures are looked for in; a file type box of a hundred brands fits. */
    private static final int HEAD = 512;

    /** What is handed to the general detection of everything else. */
    private static final int LONG_HEAD = 64 << 10;

    private AssetDetector() {}

    /** Reads the start of {@code source} and says what the file is. */
    public static Detection detect(ByteSource source) throws IOException {
        if (source.length() == 0) {
            return new Detection.Empty();
        }
        Octets head = head(source, HEAD);
        Optional<AssetFormat> format = Signatures.formatOf(head);
        if (format.isEmpty()) {
            format = FileTypeBox.formatOf(head);
        }
        if (format.isEmpty() && Signatures.maybeSound(head)) {
            format = TaggedSound.formatOf(source);
        }
        if (format.isEmpty() && SvgStart.isMarkup(head)) {
            format = SvgStart.formatOf(head(source, LONG_HEAD));
        }
        if (format.isPresent()) {
            boolean negative = format.get().family() == AssetFormat.Family.TIFF && DngVersion.isStatedIn(source, head);
            return new Detection.Detected(negative ? AssetFormat.DNG : format.get());
        }
        if (Signatures.isArchive(head)) {
            return new Detection.Detected(AssetFormat.ZIP, OtherTypes.mediaTypeOf(head(source, LONG_HEAD)));
        }
        if (Signatures.isFont(head)) {
            return new Detection.Detected(AssetFormat.SFNT, Signatures.fontTypeOf(head));
        }
        Optional<String> known = Signatures.otherOf(head);
        return new Detection.Unsupported(
                known.isPresent() ? known.get() : OtherTypes.mediaTypeOf(head(source, LONG_HEAD)));
    }

    private static Octets head(ByteSource source, int atMost) throws IOException {
        byte[] bytes = new byte[(int) Math.min(atMost, source.length())];
        source.read(0, ByteBuffer.wrap(bytes));
        return Octets.adopt(bytes);
    }
}
