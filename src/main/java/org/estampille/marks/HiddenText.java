package org.estampille.marks;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/**
 * Text in the lowest bits of a PNG's samples, column by column: the form NovelAI and tools after it write. Fifteen octets of magic,
 * the length in bits, the text, which is packed with gzip where the magic says so.
 */
final class HiddenText {

    private static final int MAGIC = 15;
    private static final int HEADER = MAGIC + 4;
    private static final int OCTET = 8;
    private static final long MOST_PIXELS = 100_000_000;
    private static final int LONGEST = 1 << 20;

    private final BufferedImage image;
    private final boolean alpha;

    private HiddenText(BufferedImage image, boolean alpha) {
        this.image = image;
        this.alpha = alpha;
    }

    static void read(ByteSource source, MetadataItems items) throws IOException, MalformedContentException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        if (!readers.hasNext()) {
            items.unread("PNG samples", Gap.NO_DECODER);
            return;
        }
        ImageReader reader = readers.next();
        try (ImageInputStream stream = new Stream(source)) {
            reader.setInput(stream, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                items.unread("PNG samples", Gap.TOO_LARGE, String.valueOf(pixels));
                return;
            }
            decode(reader, items);
        } catch (javax.imageio.IIOException e) {
            items.unread("PNG samples", Gap.UNDECODABLE);
        } finally {
            reader.dispose();
        }
    }

    private static void decode(ImageReader reader, MetadataItems items) throws IOException {
        BufferedImage first = columns(reader, HEADER * OCTET);
        if (first.getColorModel().getPixelSize() > 32 || first.getColorModel().getNumComponents() < 3) {
            return;
        }
        for (boolean alpha : new boolean[] {true, false}) {
            if (alpha && !first.getColorModel().hasAlpha()) {
                continue;
            }
            Optional<Octets> header = new HiddenText(first, alpha).octets(0, HEADER);
            String magic = header.map(octets -> octets.slice(0, MAGIC).latin1()).orElse("");
            if (isMagic(magic, alpha)) {
                message(reader, alpha, magic, header.orElseThrow().uint32At(MAGIC), items);
            }
        }
    }

    private static boolean isMagic(String magic, boolean alpha) {
        return alpha
                ? magic.equals("stealth_pnginfo") || magic.equals("stealth_pngcomp")
                : magic.equals("stealth_rgbinfo") || magic.equals("stealth_rgbcomp");
    }

    private static void message(ImageReader reader, boolean alpha, String magic, long bits, MetadataItems items)
            throws IOException {
        int length = (int) Math.min(bits / OCTET, LONGEST);
        BufferedImage needed = columns(reader, (long) (HEADER + length) * OCTET);
        Optional<Octets> text = new HiddenText(needed, alpha).octets(HEADER, length);
        String value = text.isEmpty()
                ? ""
                : magic.endsWith("comp") ? unpacked(text.get()) : text.get().utf8();
        String where = alpha ? "lowest bits of the alpha channel" : "lowest bits of red, green and blue";
        items.add(Location.PIXELS, where, magic, value.isBlank() ? magic : value);
    }

    private static String unpacked(Octets packed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            out.write(in.readNBytes(LONGEST));
        } catch (IOException e) {
            return ""; // The magic alone says whose it is.
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** As many whole columns from the left as hold that many samples' bits, one a pixel. */
    private static BufferedImage columns(ImageReader reader, long bits) throws IOException {
        int height = reader.getHeight(0);
        long wanted = (bits + height - 1) / height;
        int width = (int) Math.min(reader.getWidth(0), Math.max(1, wanted));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(new Rectangle(0, 0, width, height));
        return reader.read(0, param);
    }

    /** Octets from the bit stream; empty when the picture has fewer. */
    private Optional<Octets> octets(int from, int count) {
        int perPixel = alpha ? 1 : 3;
        long pixels = (long) image.getWidth() * image.getHeight();
        if ((long) (from + count) * OCTET > pixels * perPixel) {
            return Optional.empty();
        }
        byte[] bytes = new byte[count];
        for (int i = 0; i < count * OCTET; i++) {
            int bit = bit((long) from * OCTET + i, perPixel);
            bytes[i / OCTET] |= (byte) (bit << (OCTET - 1 - i % OCTET));
        }
        return Optional.of(Octets.adopt(bytes));
    }

    private int bit(long index, int perPixel) {
        long pixel = index / perPixel;
        int argb = image.getRGB((int) (pixel / image.getHeight()), (int) (pixel % image.getHeight()));
        int shift = alpha ? 24 : 16 - OCTET * (int) (index % perPixel);
        return argb >> shift & 1;
    }

    /** A source as the decoder reads it. */
    private static final class Stream extends ImageInputStreamImpl {

        private final ByteSource source;

        private Stream(ByteSource source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            bitOffset = 0;
            long left = source.length() - streamPos;
            if (left <= 0) {
                return -1;
            }
            int length = (int) Math.min(left, count);
            source.read(streamPos, ByteBuffer.wrap(target, offset, length));
            streamPos += length;
            return length;
        }

        @Override
        public long length() {
            return source.length();
        }
    }
}
