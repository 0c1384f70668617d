package org.estampille.manifest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.brotli.dec.BrotliInputStream;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.JumbfReader;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;

/** Unpacks {@code c2cm} boxes: one {@code brob} box that holds a whole manifest, Brotli compressed (C2PA 2.5 clause 11.2.4). */
final class CompressedManifest {

    private static final String FORMAT = "compressed manifest";
    private static final int BLOCK = 1 << 14;

    private CompressedManifest() {}

    /**
     * The manifest inside.
     *
     * @param budget octets it may have at most, so that many small boxes do not unpack to more than one large one may
     * @throws MalformedContentException when there is none, or it is none that may stand there
     * @throws LimitExceededException when it is too large, or too large for what it is made of
     */
    static SuperBox open(SuperBox stored, ReadLimits limits, long budget) throws MalformedContentException {
        Optional<Octets> packed = stored.content("brob");
        boolean alone = stored.children().size() == 1 && stored.children().get(0) instanceof ContentBox;
        if (packed.isEmpty() || !alone) {
            throw malformed("not exactly one brob box");
        }
        Octets unpacked = unpack(packed.get(), limits, budget);
        SuperBox inner = JumbfReader.read(unpacked, limits);
        if (inner.octets().length() != unpacked.length()) {
            throw malformed("octets after the manifest");
        }
        if (!inner.is(JumbfType.STANDARD_MANIFEST) && !inner.is(JumbfType.UPDATE_MANIFEST)) {
            throw malformed("neither a standard nor an update manifest");
        }
        if (!inner.label().equals(stored.label())) {
            throw malformed("the manifest inside has another label");
        }
        return inner;
    }

    private static Octets unpack(Octets packed, ReadLimits limits, long budget) throws MalformedContentException {
        long ratio = (long) packed.length() * limits.expansion();
        String bound = ratio <= budget ? "expansion" : "decompressed size";
        int allowed = (int) Math.min(Integer.MAX_VALUE, Math.min(budget, ratio));
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        try (InputStream in = new BrotliInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            for (int count = in.read(block); count > 0; count = in.read(block)) {
                unpacked.write(block, 0, count);
                LimitExceededException.check(bound, unpacked.size(), allowed);
            }
        } catch (IOException | IllegalStateException e) {
            throw malformed("no Brotli data");
        }
        return Octets.adopt(unpacked.toByteArray());
    }

    private static MalformedContentException malformed(String cause) {
        return new MalformedContentException(FORMAT, new ByteRange(0, 0), cause);
    }
}
