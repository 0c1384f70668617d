package org.estampille.bind;

import java.util.List;
import java.util.Optional;
import org.estampille.container.bmff.FragmentTimes;

/**
 * What comparing a fragmented track with its Merkle trees showed.
 *
 * @param outcome for the track as a whole; that fragments are not here breaks nothing
 * @param initialized whether what precedes the fragments is what was bound
 * @param bound number of fragments that were bound
 * @param intact number of fragments that are here and as they were
 * @param fragments in the order of the playlist, or of the file
 * @param gaps bound fragments that no entry of the playlist stands for
 */
public record TrackCheck(
        BindingOutcome outcome,
        boolean initialized,
        long bound,
        int intact,
        List<FragmentCheck> fragments,
        List<Gap> gaps) {

    public TrackCheck {
        fragments = List.copyOf(fragments);
        gaps = List.copyOf(gaps);
    }

    /**
     * One fragment.
     *
     * @param state what it turned out to be
     * @param location the leaf that its octets prove to be
     * @param entry index in the playlist, or in a file whose fragments nobody lists
     * @param played when, by what the fragment says itself; signed when the fragment is
     */
    public record FragmentCheck(
            FragmentState state, Optional<Long> location, int entry, Optional<FragmentTimes.Span> played) {

        /** Whether the location is proved, not only claimed. */
        public boolean proves() {
            return state == FragmentState.INTACT || state == FragmentState.MOVED || state == FragmentState.REPEATED;
        }
    }

    /**
     * Bound fragments that are not here and that nothing in the playlist stands for.
     *
     * @param before the index of the fragment they preceded; the number of fragments for those at the end
     * @param count how many
     */
    public record Gap(int before, long count) {}

    /** Number of bound fragments that are not here. */
    public long missing() {
        long missing = gaps.stream().mapToLong(Gap::count).sum();
        for (FragmentCheck fragment : fragments) {
            missing += fragment.state() == FragmentState.MISSING ? 1 : 0;
        }
        return missing;
    }
}
