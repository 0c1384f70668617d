package org.estampille.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;

/** The text of a manifest whose files have changed. */
public final class ManifestText {

    private ManifestText() {}

    /** Says which octets of a changed file hold what a range of the unchanged file held. */
    public interface Relocation {
        ByteRange moved(StatedRange range) throws IOException, MalformedContentException;
    }

    /** The text with its ranges of octets moved and nothing else changed. */
    public static String of(Presentation.Document document, Relocation relocation)
            throws IOException, MalformedContentException {
        String text = Files.readString(document.file());
        List<StatedRange> ranges = document.ranges().stream()
                .sorted(Comparator.comparingInt(StatedRange::at))
                .toList();
        StringBuilder moved = new StringBuilder();
        int at = 0;
        for (StatedRange range : ranges) {
            moved.append(text, at, range.at()).append(range.written(relocation.moved(range)));
            at = range.at() + range.length();
        }
        return moved.append(text.substring(at)).toString();
    }
}
