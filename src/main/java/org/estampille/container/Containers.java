package org.estampille.container;

import org.estampille.asset.AssetFormat;
import org.estampille.container.bmff.BmffFormat;
import org.estampille.container.gif.GifFormat;
import org.estampille.container.id3.Id3Format;
import org.estampille.container.jpeg.JpegFormat;
import org.estampille.container.jxl.JxlFormat;
import org.estampille.container.ogg.OggFormat;
import org.estampille.container.opaque.OpaqueFormat;
import org.estampille.container.pdf.PdfFormat;
import org.estampille.container.png.PngFormat;
import org.estampille.container.riff.RiffFormat;
import org.estampille.container.sfnt.SfntFormat;
import org.estampille.container.svg.SvgFormat;
import org.estampille.container.tiff.TiffFormat;
import org.estampille.container.zip.ZipFormat;

/** The door to the container formats. */
public final class Containers {
    private Containers() {}

    /** What can map and lay files of {@code format}. */
    public static ContainerFormat of(AssetFormat format) {
        return switch (format.family()) {
            case JPEG -> new JpegFormat();
            case PNG -> new PngFormat();
            case RIFF -> new RiffFormat();
            case BMFF -> new BmffFormat();
            case OPAQUE -> new OpaqueFormat();
            case ID3 -> new Id3Format();
            case OGG -> new OggFormat();
            case PDF -> new PdfFormat();
            case GIF -> new GifFormat();
            case TIFF -> new TiffFormat();
            case SVG -> new SvgFormat();
            case JXL -> new JxlFormat();
            case ZIP -> new ZipFormat();
            case SFNT -> new SfntFormat();
        };
    }
}
