package org.estampille.bind;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.bmff.BmffBox;

/** Finds the boxes that exclusions name, exactly as the standard says (C2PA 2.5 clause 16.3.2.2). */
final class ExclusionMatcher {

    private static final int FULL_BOX = 4;

    /** Boxes that hold only boxes; the path of an exclusion may lead through no others. */
    private static final Set<String> CONTAINERS = Set.of(
            "moov", "trak", "edts", "mdia", "minf", "dinf", "stbl", "mvex", "moof", "traf", "mfra", "udta", "meco",
            "strk", "sinf", "schi", "iprp", "ipco", "tref", "tapt", "gmhd", "ilst");

    /** Old lists of the reference writer name {@code /meta/iloc} although {@code meta} has fields of its own. */
    private static final String META = "meta";

    /** Boxes with version and flags (ISO/IEC 14496-12). */
    private static final Set<String> FULL_BOXES = Set.of(
            "mvhd", "tkhd", "mdhd", "hdlr", "vmhd", "smhd", "hmhd", "nmhd", "sthd", "dref", "url ", "urn ", "stsd",
            "stts", "ctts", "cslg", "stsc", "stsz", "stz2", "stco", "co64", "stss", "stsh", "stdp", "padb", "sdtp",
            "sbgp", "sgpd", "subs", "saiz", "saio", "elst", "mehd", "trex", "leva", "trep", "mfhd", "tfhd", "trun",
            "tfdt", "tfra", "mfro", "sidx", "ssix", "prft", "emsg", "pssh", "tenc", "senc", "schm", "meta", "xml ",
            "bxml", "iloc", "pitm", "ipro", "iinf", "infe", "iref", "mere", "ipma", "ispe", "pixi", "auxC", "cprt",
            "tsel", "kind", "elng", "assp", "uuid");

    private final ByteSource source;
    private final ReadLimits limits;

    ExclusionMatcher(ByteSource source, ReadLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    /**
     * What {@code exclusions} leave out of a file.
     *
     * @param roots its top-level boxes
     * @throws MalformedContentException when a box on a path is broken
     */
    ExcludedOctets match(List<BmffBox> roots, List<BoxExclusion> exclusions)
            throws IOException, MalformedContentException {
        Set<Long> whole = new HashSet<>();
        List<ByteRange> ranges = new ArrayList<>();
        for (BoxExclusion exclusion : exclusions) {
            Optional<BoxPath> path = BoxPath.read(exclusion.xpath());
            if (path.isEmpty()) {
                continue;
            }
            for (BmffBox box : at(path.get(), roots)) {
                if (matches(exclusion, box)) {
                    addRanges(exclusion, box.range(), ranges);
                    if (path.get().steps().size() == 1 && exclusion.subset().isEmpty()) {
                        whole.add(box.range().start());
                    }
                }
            }
        }
        return new ExcludedOctets(whole, ranges);
    }

    private List<BmffBox> at(BoxPath path, List<BmffBox> roots) throws IOException, MalformedContentException {
        List<BmffBox> found = selected(path.steps().get(0), roots);
        for (BoxPath.Step step : path.steps().subList(1, path.steps().size())) {
            List<BmffBox> below = new ArrayList<>();
            for (BmffBox parent : found) {
                below.addAll(selected(step, children(parent)));
            }
            found = below;
        }
        return found;
    }

    private static List<BmffBox> selected(BoxPath.Step step, List<BmffBox> siblings) {
        List<BmffBox> selected = new ArrayList<>();
        int index = 0;
        for (BmffBox box : siblings) {
            if (box.type().equals(step.type())) {
                index++;
                if (step.index() == 0 || step.index() == index) {
                    selected.add(box);
                }
            }
        }
        return selected;
    }

    private List<BmffBox> children(BmffBox parent) throws IOException, MalformedContentException {
        ByteRange payload = parent.payload();
        if (CONTAINERS.contains(parent.type())) {
            return BmffBox.in(source, payload, limits);
        }
        boolean fullMeta = parent.type().equals(META)
                && payload.length() >= FULL_BOX
                && read(payload.start(), FULL_BOX).isZero();
        return fullMeta
                ? BmffBox.in(source, ByteRange.between(payload.start() + FULL_BOX, payload.end()), limits)
                : List.of();
    }

    private boolean matches(BoxExclusion exclusion, BmffBox box) throws IOException {
        ByteRange range = box.range();
        if (exclusion.length().isPresent() && exclusion.length().get() != range.length()) {
            return false;
        }
        for (BoxExclusion.Data data : exclusion.data()) {
            int count = data.value().length();
            if (data.offset() > range.length() - count
                    || !read(range.start() + data.offset(), count).equals(data.value())) {
                return false;
            }
        }
        return exclusion.version().isEmpty() && exclusion.flags().isEmpty() || fullBoxMatches(exclusion, box);
    }

    private boolean fullBoxMatches(BoxExclusion exclusion, BmffBox box) throws IOException {
        int start = box.headerLength() + (box.type().equals("uuid") ? 16 : 0);
        if (!FULL_BOXES.contains(box.type()) || box.range().length() < start + FULL_BOX) {
            return false;
        }
        Octets versionAndFlags = read(box.range().start() + start, FULL_BOX);
        if (exclusion.version().isPresent() && exclusion.version().get() != versionAndFlags.at(0)) {
            return false;
        }
        Octets flags = versionAndFlags.from(1);
        return exclusion.flags().isEmpty()
                || (exclusion.exact()
                        ? flags.equals(exclusion.flags().get())
                        : hasAll(flags, exclusion.flags().get()));
    }

    private static boolean hasAll(Octets flags, Octets wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            if ((flags.at(i) & wanted.at(i)) != wanted.at(i)) {
                return false;
            }
        }
        return true;
    }

    private static void addRanges(BoxExclusion exclusion, ByteRange box, List<ByteRange> ranges) {
        if (exclusion.subset().isEmpty()) {
            ranges.add(box);
        }
        for (BoxExclusion.Subset subset : exclusion.subset()) {
            if (subset.offset() < box.length()) {
                long room = box.length() - subset.offset();
                long length = subset.length() == 0 ? room : Math.min(room, subset.length());
                ranges.add(new ByteRange(box.start() + subset.offset(), length));
            }
        }
    }

    private Octets read(long at, int count) throws IOException {
        byte[] bytes = new byte[count];
        source.read(at, ByteBuffer.wrap(bytes));
        return Octets.adopt(bytes);
    }
}
