package org.estampille.burn;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.estampille.asset.AssetFormat;

/** Labels in still pictures. What stands beside the pixels is kept; a manifest is not, since it would no longer hold. */
public final class PictureLabels {

    private static final long MOST_PIXELS = 200_000_000;

    private final LabelledFile file;
    private final WorkFolder folder;

    public PictureLabels(LabelledFile file, WorkFolder folder) throws BurnException {
        if (file.format() != AssetFormat.JPEG && file.format() != AssetFormat.PNG) {
            throw new BurnException(
                    BurnException.Reason.UNSUPPORTED,
                    "labels are drawn into JPEG and PNG pictures, not into "
                            + file.format().name() + "; convert it first");
        }
        this.file = file;
        this.folder = folder;
    }

    /** Draws a mark into the picture, upright as the picture is displayed. */
    public Burned mark(MarkWords words, MarkShape shape) throws IOException, BurnException {
        ImageReader reader = reader();
        try (ImageInputStream stream = open(file.source())) {
            reader.setInput(stream, true, false);
            requireRoom(reader);
            IIOMetadata metadata = reader.getImageMetadata(0);
            PictureMetadata beside = new PictureMetadata(metadata, file.format());
            beside.requireQuantization();
            Turn turn = beside.turn();
            BufferedImage read = reader.read(0);
            BufferedImage picture = plain(read);
            if (read.getColorModel() instanceof IndexColorModel colours) {
                beside.dropPalette(colours);
            }
            int width = turn.swaps() ? picture.getHeight() : picture.getWidth();
            int height = turn.swaps() ? picture.getWidth() : picture.getHeight();
            PictureSize size = PictureSize.square(width, height);
            Mark mark = Mark.draw(words, shape, size, 255);
            draw(mark, picture, turn);
            beside.dropManifest();
            write(new IIOImage(picture, null, metadata));
            return checked(mark, turn, size);
        } catch (IIOException | IllegalArgumentException e) {
            throw unreadable(e);
        } finally {
            reader.dispose();
        }
    }

    private static void requireRoom(ImageReader reader) throws IOException, BurnException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw new BurnException(BurnException.Reason.UNSUPPORTED, "its picture is larger than 200 million pixels");
        }
    }

    private static void draw(Mark mark, BufferedImage picture, Turn turn) {
        Graphics2D pen = picture.createGraphics();
        pen.transform(turn.toStored(picture.getWidth(), picture.getHeight()));
        pen.drawImage(mark.image(), mark.box().x(), mark.box().y(), null);
        pen.dispose();
    }

    private static BurnException unreadable(Exception cause) {
        return new BurnException(
                BurnException.Reason.UNSUPPORTED,
                "its picture cannot be read or written here (" + cause.getMessage()
                        + "); convert it to an RGB picture first");
    }

    private ImageReader reader() {
        return ImageIO.getImageReadersByFormatName(file.format() == AssetFormat.JPEG ? "jpeg" : "png")
                .next();
    }

    private static ImageInputStream open(Path path) throws IOException {
        return Optional.ofNullable(ImageIO.createImageInputStream(path.toFile()))
                .orElseThrow(() -> new IOException(path + " cannot be opened"));
    }

    /** Pictures with a table of colours have no room for the colours of the mark. */
    private static BufferedImage plain(BufferedImage picture) {
        if (!(picture.getColorModel() instanceof IndexColorModel colours)) {
            return picture;
        }
        BufferedImage plain = new BufferedImage(
                picture.getWidth(),
                picture.getHeight(),
                colours.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return plain;
    }

    private void write(IIOImage image) throws IOException {
        boolean photograph = file.format() == AssetFormat.JPEG;
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(photograph ? "jpeg" : "png").next();
        Files.deleteIfExists(file.target());
        try (ImageOutputStream stream = Optional.ofNullable(
                        ImageIO.createImageOutputStream(file.target().toFile()))
                .orElseThrow(() -> new IOException(file.target() + " cannot be written"))) {
            writer.setOutput(stream);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (how instanceof JPEGImageWriteParam codes) {
                // The tables of the source hold codes for its own pixels only: the mark could not be written with them.
                codes.setOptimizeHuffmanTables(true);
            }
            writer.write(null, image, how);
        } finally {
            writer.dispose();
        }
    }

    private Burned checked(Mark mark, Turn turn, PictureSize size) throws IOException, BurnException {
        ImageReader reader = reader();
        try (ImageInputStream stream = open(file.target())) {
            reader.setInput(stream, true, true);
            BufferedImage result = turn.upright(plain(reader.read(0)));
            Box box = mark.box();
            Contrast.require(mark.image(), (x, y) -> result.getRGB(box.x() + x, box.y() + y), "the picture");
            Path still = folder.file("still.png");
            ImageIO.write(result, "png", still.toFile());
            Burned.Place place = new Burned.Place(box, size, mark.letterHeight());
            return new Burned(List.of(), Optional.empty(), Optional.of(place), still);
        } finally {
            reader.dispose();
        }
    }
}
