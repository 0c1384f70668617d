package org.estampille.burn;

import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.estampille.asset.AssetFormat;
import org.w3c.dom.Node;

/** What stands beside the pixels of a picture: kept as it is, but for a manifest. */
final class PictureMetadata {

    private static final int APP1 = 0xE1;
    private static final int APP11 = 0xEB;
    private static final int ORIENTATION = 274;
    private static final int MOST_ENTRIES = 512;

    private static final Set<String> PALETTE_CHUNKS = Set.of("PLTE", "tRNS", "hIST", "sBIT");

    /** Where the box begins in a segment: after "JP", the box instance and the number of the segment (ISO/IEC 19566-5, annex D). */
    private static final int BOX = 8;

    private final IIOMetadata metadata;
    private final AssetFormat format;

    PictureMetadata(IIOMetadata metadata, AssetFormat format) {
        this.metadata = metadata;
        this.format = format;
    }

    /**
     * Refuses a JPEG whose tables divide by zero: the platform's writer would do so, in native code, and take the process with it.
     *
     * @throws BurnException when a quantization table has a zero (ITU-T T.81, B.2.4.1: the values begin at 1)
     */
    void requireQuantization() throws BurnException {
        if (format == AssetFormat.JPEG && dividesByZero(metadata.getAsTree(metadata.getNativeMetadataFormatName()))) {
            throw new BurnException(
                    BurnException.Reason.UNSUPPORTED,
                    "its quantization table has a zero, which no picture can be written with; write it anew with another program first");
        }
    }

    private static boolean dividesByZero(Node node) {
        boolean zero = node instanceof IIOMetadataNode item
                && item.getUserObject() instanceof JPEGQTable table
                && Arrays.stream(table.getTable()).anyMatch(value -> value == 0);
        for (Node child = node.getFirstChild(); child != null && !zero; child = child.getNextSibling()) {
            zero = dividesByZero(child);
        }
        return zero;
    }

    /** Takes out the segments or chunks that hold a manifest store. */
    void dropManifest() throws IOException {
        Node root = metadata.getAsTree(metadata.getNativeMetadataFormatName());
        List<Node> stores = new ArrayList<>();
        Set<Integer> instances = new HashSet<>();
        storeInstances(root, instances);
        collect(root, instances, stores);
        if (!stores.isEmpty()) {
            stores.forEach(node -> node.getParentNode().removeChild(node));
            dropEmptyLists(root);
            metadata.setFromTree(metadata.getNativeMetadataFormatName(), root);
        }
    }

    /**
     * Takes out what is said in the numbers of a table of colours, for pixels that are colours now; a background stays as the
     * colour that its number stood for. The writer would write chunks of the wrong size.
     */
    void dropPalette(IndexColorModel colours) throws IOException {
        Node root = metadata.getAsTree(metadata.getNativeMetadataFormatName());
        for (Node child = root.getFirstChild(); child != null; ) {
            Node next = child.getNextSibling();
            if (PALETTE_CHUNKS.contains(child.getNodeName())) {
                root.removeChild(child);
            } else if (child.getNodeName().equals("bKGD")) {
                background(child, colours);
            }
            child = next;
        }
        metadata.setFromTree(metadata.getNativeMetadataFormatName(), root);
    }

    private static void background(Node chunk, IndexColorModel colours) {
        Node value = chunk.getFirstChild();
        String number =
                value.getNodeName().equals("bKGD_Palette") ? attribute(value, "index") : attribute(value, "gray");
        int index = number.matches("[0-9]{1,5}") ? Integer.parseInt(number) : colours.getMapSize();
        if (index >= colours.getMapSize()) {
            chunk.getParentNode().removeChild(chunk);
            return;
        }
        IIOMetadataNode colour = new IIOMetadataNode("bKGD_RGB");
        colour.setAttribute("red", Integer.toString(colours.getRed(index)));
        colour.setAttribute("green", Integer.toString(colours.getGreen(index)));
        colour.setAttribute("blue", Integer.toString(colours.getBlue(index)));
        chunk.replaceChild(colour, value);
    }

    private void collect(Node node, Set<Integer> instances, List<Node> stores) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (isStore(child, instances)) {
                stores.add(child);
            }
            collect(child, instances, stores);
        }
    }

    private boolean isStore(Node node, Set<Integer> instances) {
        return format == AssetFormat.JPEG
                ? boxSegment(node)
                        .flatMap(PictureMetadata::instance)
                        .filter(instances::contains)
                        .isPresent()
                : node.getNodeName().equals("UnknownChunk")
                        && attribute(node, "type").equals("caBX");
    }

    /** The box instance of a segment whose box is a manifest store; segments that go on with a box say its number only. */
    private static Optional<Integer> storeInstance(byte[] segment) {
        String text = new String(segment, StandardCharsets.ISO_8859_1);
        int extended = text.startsWith("\0\0\0\1", BOX) ? 8 : 0;
        boolean store = text.startsWith("jumb", BOX + 4) && text.startsWith("c2pa", BOX + 16 + extended);
        return store ? instance(segment) : Optional.empty();
    }

    private static Optional<Integer> instance(byte[] segment) {
        boolean box = segment.length > BOX && segment[0] == 'J' && segment[1] == 'P';
        return box ? Optional.of((segment[2] & 0xFF) << 8 | segment[3] & 0xFF) : Optional.empty();
    }

    private static Optional<byte[]> boxSegment(Node node) {
        return node.getNodeName().equals("unknown")
                        && attribute(node, "MarkerTag").equals(Integer.toString(APP11))
                        && node instanceof IIOMetadataNode segment
                        && segment.getUserObject() instanceof byte[] octets
                ? Optional.of(octets)
                : Optional.empty();
    }

    private static void storeInstances(Node node, Set<Integer> instances) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            boxSegment(child).flatMap(PictureMetadata::storeInstance).ifPresent(instances::add);
            storeInstances(child, instances);
        }
    }

    private static void dropEmptyLists(Node root) {
        for (Node child = root.getFirstChild(); child != null; ) {
            Node next = child.getNextSibling();
            if (child.getNodeName().equals("UnknownChunks") && !child.hasChildNodes()) {
                root.removeChild(child);
            }
            child = next;
        }
    }

    private static String attribute(Node node, String name) {
        Node attribute =
                node.getAttributes() == null ? null : node.getAttributes().getNamedItem(name);
        return attribute == null ? "" : attribute.getNodeValue();
    }

    /** How the picture is turned when it is displayed, as its Exif says. */
    Turn turn() {
        if (format != AssetFormat.JPEG) {
            return new Turn(1);
        }
        return turn(metadata.getAsTree(metadata.getNativeMetadataFormatName()));
    }

    private static Turn turn(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            boolean exif = child.getNodeName().equals("unknown")
                    && attribute(child, "MarkerTag").equals(Integer.toString(APP1));
            if (exif && child instanceof IIOMetadataNode segment && segment.getUserObject() instanceof byte[] octets) {
                int orientation = orientation(octets);
                if (orientation != 0) {
                    return new Turn(orientation);
                }
            }
            Turn below = turn(child);
            if (below.orientation() != 1) {
                return below;
            }
        }
        return new Turn(1);
    }

    /** The tag in the first directory of an Exif segment; 0 where there is none. */
    private static int orientation(byte[] segment) {
        if (segment.length < 14 || segment[0] != 'E' || segment[1] != 'x' || segment[2] != 'i' || segment[3] != 'f') {
            return 0;
        }
        ByteBuffer tiff = ByteBuffer.wrap(segment, 6, segment.length - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xFFFF_FFFFL;
        if (directory + 2 > tiff.limit()) {
            return 0;
        }
        int count = tiff.getShort((int) directory) & 0xFFFF;
        for (int i = 0; i < Math.min(count, MOST_ENTRIES); i++) {
            long entry = directory + 2 + 12L * i;
            if (entry + 12 > tiff.limit()) {
                return 0;
            }
            if ((tiff.getShort((int) entry) & 0xFFFF) == ORIENTATION) {
                return tiff.getShort((int) entry + 8) & 0xFFFF;
            }
        }
        return 0;
    }
}
