package org.estampille.detect;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.estampille.bytes.Octets;

/** Tells documents of Office Open XML apart by the content type of their main part (ECMA-376 part 2, 10.1.2.2). */
final class OfficeTypes {

    private static final String LIST = "[Content_Types].xml";
    private static final Pattern MAIN =
            Pattern.compile("ContentType\\s*=\\s*[\"'](application/vnd\\.[A-Za-z0-9.-]{1,100})\\.main\\+xml[\"']");

    /** Files at the start of the package that are looked through, and octets of the list. */
    private static final int ENTRIES = 16;

    private static final int LIST_LENGTH = 256 << 10;

    private OfficeTypes() {}

    /** The registered media type; empty when the list of content types is not in {@code head}, or says nothing known. */
    static Optional<String> mediaTypeOf(Octets head) throws IOException {
        // Names of files may be in any encoding, and this one reads all of them.
        try (ZipInputStream files =
                new ZipInputStream(new ByteArrayInputStream(head.toByteArray()), StandardCharsets.ISO_8859_1)) {
            Optional<ZipEntry> file = Optional.ofNullable(files.getNextEntry());
            for (int read = 1; read < ENTRIES && file.isPresent(); read++) {
                if (file.get().getName().equals(LIST)) {
                    return main(new String(files.readNBytes(LIST_LENGTH), StandardCharsets.UTF_8));
                }
                file = Optional.ofNullable(files.getNextEntry());
            }
            return Optional.empty();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // Damaged (the last: a name that says it is UTF-8 and is not), or longer than the head: a ZIP file all the
            // same.
            return Optional.empty();
        }
    }

    private static Optional<String> main(String list) {
        Matcher main = MAIN.matcher(list);
        if (!main.find()) {
            return Optional.empty();
        }
        String type = main.group(1);
        return Optional.of(type.endsWith(".macroEnabled") ? type + ".12" : type);
    }
}
