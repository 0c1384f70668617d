package org.estampille.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What of one track of a stream is here and as it was.
 *
 * @param track its name in the manifest of the stream
 * @param init name of its initialization segment
 * @param listed fragments that the manifest names
 * @param bound fragments that were bound by a signature
 * @param intact fragments that are here, whole and at their place
 * @param problems everything else, in the order it would be played
 */
public record StreamCoverage(
        String track, String init, int listed, long bound, int intact, List<FragmentProblem> problems) {

    public StreamCoverage {
        problems = List.copyOf(problems);
    }

    /** What can be wrong with fragments. */
    public enum Kind {
        ALTERED("altered"),
        MOVED("moved"),
        REPEATED("repeated"),
        FOREIGN("foreign"),
        UNBOUND("unbound"),
        BROKEN("broken"),
        KEY("key"),
        MANIFEST("manifest"),
        UNREAD("unread"),
        MISSING("missing"),
        NEVER_BOUND("neverBound"),
        INIT("initialization");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word written in reports. */
        public String label() {
            return label;
        }
    }

    /**
     * A stretch of time from the start of the presentation.
     *
     * @param to empty where it runs to an end that nobody knows
     */
    public record Stretch(Duration from, Optional<Duration> to) {}

    /**
     * Something wrong with a fragment, or with several that follow one another in the same way.
     *
     * @param kind of trouble
     * @param file first of the files; empty when the manifest names none
     * @param count number of fragments
     * @param time they are played; empty when nobody can tell
     * @param signedFor when the fragment that is there was to be played, where it is at another place
     */
    public record FragmentProblem(
            Kind kind, Optional<String> file, long count, Optional<Stretch> time, Optional<Stretch> signedFor) {}

    /** The same without the fragments that are not here. */
    StreamCoverage ofWhatIsHere() {
        List<FragmentProblem> here = problems.stream()
                .filter(problem -> problem.kind() != Kind.MISSING && problem.kind() != Kind.NEVER_BOUND)
                .toList();
        return new StreamCoverage(track, init, listed, bound, intact, here);
    }

    /** Number of bound fragments that are not here. */
    public long missing() {
        long missing = 0;
        for (FragmentProblem problem : problems) {
            missing += problem.kind() == Kind.MISSING ? problem.count() : 0;
        }
        return missing;
    }
}
