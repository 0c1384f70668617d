package org.estampille.container;

import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;

/** Writes a planned file into memory. */
public final class LayoutWriter {
    private LayoutWriter() {}

    /** The file of {@code layout} with {@code store} in its slot. */
    public static Octets write(ByteSource source, Layout layout, Octets store) throws Exception {
        List<Octets> out = new ArrayList<>();
        for (Segment segment : layout.segments()) {
            if (segment instanceof Segment.Copied copied) {
                out.add(source.octets(copied.range(), ReadLimits.standard()));
            } else if (segment instanceof Segment.Fresh fresh) {
                out.add(fresh.octets());
            } else {
                Octets wrapped = layout.wrap().apply(store);
                if (wrapped.length() != segment.length()) {
                    throw new AssertionError(
                            "the slot has " + segment.length() + " octets, the wrapped store " + wrapped.length());
                }
                out.add(wrapped);
            }
        }
        return Octets.concat(out);
    }

    /** The file of {@code layout}, which has no slot. */
    public static Octets write(Octets source, Layout layout) throws Exception {
        return write(new OctetsSource(source), layout, Octets.empty());
    }
}
