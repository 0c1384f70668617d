package org.estampille.container;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;

/**
 * A source that breaks at one octet.
 *
 * @param octets before and behind it
 * @param failAt every read that touches this octet fails
 * @param shrunk whether the failure is an early end, as of a file that was cut while it was read
 */
public record FailingSource(Octets octets, long failAt, boolean shrunk) implements ByteSource {

    /** What a read that touches the octet throws. */
    public static final class BrokenDisk extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public long length() {
        return octets.length();
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        if (failAt >= position && failAt < position + target.remaining()) {
            throw shrunk ? new EOFException("cut") : new BrokenDisk();
        }
        new OctetsSource(octets).read(position, target);
    }
}
