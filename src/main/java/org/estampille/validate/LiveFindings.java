package org.estampille.validate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was found about the segments of a live track: one finding for each thing that is to be said, however many it concerns. */
final class LiveFindings {

    private record Remark(StatusCode code, String url, String what) {}

    private final Map<Remark, Integer> counts = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private boolean untrusted;

    /** Something about a segment; {@code what} goes on after "1 segment" or "2 segments". */
    void about(StatusCode code, String url, String what) {
        counts.merge(new Remark(code, url, what), 1, Integer::sum);
    }

    /** Something that is not read here, as a noun. */
    void open(String what) {
        open.add(what);
    }

    /** A segment whose own manifest holds, by a signer on no list. */
    void untrusted() {
        untrusted = true;
    }

    boolean isUntrusted() {
        return untrusted;
    }

    Optional<String> undecided() {
        return open.isEmpty() ? Optional.empty() : Optional.of(String.join(", and ", open));
    }

    void addTo(Findings findings) {
        counts.forEach((remark, count) -> findings.add(
                remark.code(), remark.url(), count + (count == 1 ? " segment " : " segments ") + remark.what()));
    }
}
