package org.estampille.marks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;
import org.estampille.extract.Extraction;
import org.estampille.extract.ManifestStoreExtractor;

/** The door of the package: file in, marks out. A file that is damaged gives the marks that can be reached. */
public final class MarkReader {

    /** No metadata block is looked at beyond this; picture and sound are not read at all, except for hidden text. */
    private static final int LARGEST_BLOCK = 32 << 20;

    private static final int MESSAGE = 8 << 20;

    private final ByteSource source;
    private final ReadLimits limits;
    private final MetadataItems items = new MetadataItems();
    private boolean judged;

    private MarkReader(ByteSource source, ReadLimits limits) {
        this.source = source;
        this.limits = new ReadLimits(
                limits.depth(),
                limits.items(),
                Math.min(limits.buffer(), LARGEST_BLOCK),
                limits.manifestStore(),
                limits.merkleLeaves(),
                limits.manifests());
    }

    /**
     * Reads the marks of a file, and those of a DDEX message beside it that has the file's name with {@code .xml}.
     *
     * @throws IOException when the file cannot be read; what is wrong inside is part of the result
     */
    public static MarkReading read(Path file, ReadLimits limits) throws IOException {
        try (ByteSource source = FileSource.open(file)) {
            MarkReader reader = new MarkReader(source, limits);
            String format = reader.whole(Optional.of(file));
            reader.message(file);
            return reader.reading(format);
        }
    }

    /** Reads the marks of {@code source} alone. */
    public static MarkReading read(ByteSource source, ReadLimits limits) throws IOException {
        MarkReader reader = new MarkReader(source, limits);
        return reader.reading(reader.whole(Optional.empty()));
    }

    private MarkReading reading(String format) {
        return new MarkReading(format, Recognition.marks(items.items()), items.unread());
    }

    private String whole(Optional<Path> file) throws IOException {
        Detection detection = AssetDetector.detect(source);
        if (detection instanceof Detection.Detected detected) {
            media(detected, file);
            return detected.mediaType();
        }
        if (detection instanceof Detection.Unsupported other) {
            other(other.what(), file);
            return other.what();
        }
        return "";
    }

    private void media(Detection.Detected detected, Optional<Path> file) throws IOException {
        AssetFormat format = detected.format();
        Asset asset = new Asset("asset", source, format);
        if (format.family() == AssetFormat.Family.BMFF) {
            new BmffItems(source, items, limits).read();
        }
        items.attempt("structure of the file", () -> {
            ContainerMap map = Containers.of(format).map(asset, limits);
            Extraction extraction = new ManifestStoreExtractor(limits).extract(asset, map, file);
            judged = extraction instanceof Extraction.Embedded;
            switch (format.family()) {
                case JPEG -> new JpegItems(source, items, limits).read(map);
                case PNG -> new PngItems(source, items, limits).read(map);
                case RIFF -> new RiffItems(source, items, limits).read(map);
                case BMFF -> {}
                default -> other(detected.mediaType(), file);
            }
            softBindings(extraction);
        });
    }

    private void softBindings(Extraction extraction) throws MalformedContentException {
        if (extraction instanceof Extraction.Embedded embedded) {
            ManifestItems.softBindings(embedded.stores(), "C2PA manifest", items);
        } else if (extraction instanceof Extraction.Sidecar beside) {
            ManifestItems.softBindings(List.of(beside.store()), "C2PA manifest beside the file", items);
        }
    }

    private void other(String type, Optional<Path> file) throws IOException {
        OtherFiles files = new OtherFiles(source, items, limits);
        String name = file.map(path -> path.getFileName().toString().toLowerCase(Locale.ROOT))
                .orElse("");
        switch (type) {
            case "image/gif" -> items.attempt("GIF", files::gif);
            case "image/tiff", "image/x-adobe-dng", "image/dng" ->
                items.attempt("TIFF", () -> ExifItems.tiff(source, "TIFF", items));
            case "image/jxl" -> new BmffItems(source, items, limits).read();
            case "audio/mpeg" -> items.attempt("ID3", () -> Id3Items.read(source, "", items, limits, judged));
            case "audio/x-flac", "audio/flac" -> {
                items.attempt("ID3", () -> Id3Items.read(source, "", items, limits, judged));
                items.attempt("FLAC", () -> VorbisItems.flac(source, items, limits));
            }
            case "audio/aiff", "audio/x-aiff" -> items.attempt("AIFF", new AiffItems(source, items, limits)::read);
            case "image/svg+xml" -> items.attempt("SVG", files::svg);
            case "video/x-flv" -> {
                items.attempt("FLV", files::flv);
                items.attempt(SeiUnits.PLACE, new FlvPictures(source, items, limits)::read);
            }
            case "video/mp2t" -> items.attempt(SeiUnits.PLACE, new TransportPictures(source, items, limits)::read);
            case "application/mxf" -> items.attempt("MXF", new MxfItems(source, items, limits)::read);
            case "application/pdf" -> items.attempt("PDF", files::pdf);
            case "application/zip" -> items.attempt("office document", files::office);
            default -> family(type, files);
        }
        if (type.endsWith("xml") && source.length() <= MESSAGE) {
            items.attempt("XML", () -> DdexItems.read(source.octets(source.range(), limits), "DDEX message", items));
        }
        // The packet of JPEG XL stands in a box, which was read.
        if (!type.equals("image/jxl") && (!type.equals("application/pdf") || !name.endsWith(".pdf"))) {
            items.attempt("XMP packets", files::packets);
        }
    }

    private void family(String type, OtherFiles files) throws IOException {
        if (type.contains("ogg") || type.contains("opus") || type.contains("vorbis")) {
            items.attempt("Ogg", () -> VorbisItems.ogg(source, items, limits));
        } else if (type.contains("matroska") || type.contains("webm")) {
            items.attempt("Matroska", new MatroskaItems(source, items, limits)::read);
        } else if (isOffice(type)) {
            items.attempt("office document", files::office);
        } else if (type.startsWith("text/")) {
            items.attempt("text", files::text);
        } else if (type.matches("(video|audio|image)/.*")) {
            items.unread(type, Gap.ONLY_PACKETS);
        }
    }

    /** Documents of Office Open XML, with macros or without: ZIP files. */
    private static boolean isOffice(String type) {
        return type.startsWith("application/vnd.openxmlformats-officedocument.") || type.endsWith(".macroEnabled.12");
    }

    private void message(Path file) throws IOException {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        for (String candidate : dot <= 0 ? List.of(name) : List.of(name, name.substring(0, dot))) {
            Path message = file.resolveSibling(candidate + ".xml");
            if (!(message.equals(file) && wasRead(Location.DDEX))
                    && Files.isRegularFile(message)
                    && Files.size(message) <= MESSAGE) {
                String where = "DDEX message " + message.getFileName();
                items.attempt(where, () -> DdexItems.read(Octets.adopt(Files.readAllBytes(message)), where, items));
            }
        }
    }

    /** A message named {@code song.xml} is beside {@code song}, and would be beside itself. */
    private boolean wasRead(Location location) {
        return items.items().stream().anyMatch(item -> item.location() == location);
    }
}
