package org.estampille.validate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was found about the segments of a live track: one finding for each thing that is wrong, however many it concerns. */
final class LiveFindings {

    private record Wrong(StatusCode code, String url, String what) {}

    private final Map<Wrong, Integer> counts = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private boolean untrusted;

    /** A segment that breaks a rule; {@code what} goes on after "1 segment" or "2 segments". */
    void wrong(StatusCode code, String url, String what) {
        counts.merge(new Wrong(code, url, what), 1, Integer::sum);
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
        counts.forEach((wrong, count) -> findings.add(
                wrong.code(), wrong.url(), count + (count == 1 ? " segment " : " segments ") + wrong.what()));
    }
}
