package org.estampille.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bind.FragmentState;
import org.estampille.bind.TrackCheck;
import org.estampille.report.StreamCoverage;
import org.estampille.report.StreamCoverage.FragmentProblem;
import org.estampille.report.StreamCoverage.Kind;
import org.estampille.report.StreamCoverage.Stretch;
import org.estampille.stream.TimeRange;
import org.estampille.stream.Track;

/** Says of each fragment that is not as it was which one it is and when it is played. */
final class FragmentProblems {

    private final Path folder;
    private final Track track;
    private final TrackCheck check;
    private final TrackTimes times;
    private final List<FragmentProblem> problems = new ArrayList<>();

    private FragmentProblems(Path folder, Track track, TrackCheck check, TrackTimes times) {
        this.folder = folder;
        this.track = track;
        this.check = check;
        this.times = times;
    }

    /** @param folder that names are relative to */
    static StreamCoverage coverage(Path folder, Track track, TrackCheck check, TrackTimes times, boolean initFits) {
        FragmentProblems found = new FragmentProblems(folder, track, check, times);
        String init = folder.relativize(track.init()).toString();
        if (!initFits) {
            found.problems.add(
                    new FragmentProblem(Kind.INIT, Optional.of(init), 1, Optional.empty(), Optional.empty(), ""));
        }
        found.collect();
        int listed = track.flat() ? check.fragments().size() : track.segments().size();
        return new StreamCoverage(track.name(), init, listed, check.bound(), check.intact(), found.problems);
    }

    private void collect() {
        int gap = 0;
        for (int i = 0; i <= check.fragments().size(); i++) {
            while (gap < check.gaps().size() && check.gaps().get(gap).before() == i) {
                add(new FragmentProblem(
                        Kind.MISSING,
                        Optional.empty(),
                        check.gaps().get(gap++).count(),
                        stretch(times.between(i - 1, i)),
                        Optional.empty(),
                        i == check.fragments().size() ? "at the end" : ""));
            }
            if (i < check.fragments().size() && check.fragments().get(i).state() != FragmentState.INTACT) {
                add(problem(i, check.fragments().get(i)));
            }
        }
    }

    private FragmentProblem problem(int index, TrackCheck.FragmentCheck fragment) {
        Optional<Stretch> belongs =
                fragment.state() == FragmentState.MOVED || fragment.state() == FragmentState.REPEATED
                        ? belongs(fragment.location().orElse(-1L))
                        : Optional.empty();
        return new FragmentProblem(
                kind(fragment.state()), Optional.of(name(index)), 1, stretch(times.at(index)), belongs, "");
    }

    /** Entry and leaf of one number belong together where there are as many of either. */
    private Optional<Stretch> belongs(long location) {
        boolean one = check.fragments().size() == check.bound();
        return one && location >= 0 && location < check.bound() ? stretch(times.at((int) location)) : Optional.empty();
    }

    private String name(int index) {
        return track.flat()
                ? "fragment " + (index + 1) + " of " + folder.relativize(track.init())
                : folder.relativize(track.segments().get(index).file()).toString();
    }

    /** What is not here and follows on what is not here is one thing to be told. */
    private void add(FragmentProblem problem) {
        int last = problems.size() - 1;
        boolean absent = problem.kind() == Kind.MISSING || problem.kind() == Kind.NEVER_BOUND;
        if (absent && last >= 0 && follows(problems.get(last), problem)) {
            FragmentProblem before = problems.get(last);
            problems.set(
                    last,
                    new FragmentProblem(
                            problem.kind(),
                            before.file(),
                            before.count() + problem.count(),
                            Optional.of(new Stretch(
                                    before.time().orElseThrow().from(),
                                    problem.time().orElseThrow().to())),
                            Optional.empty(),
                            ""));
        } else {
            problems.add(problem);
        }
    }

    private static boolean follows(FragmentProblem before, FragmentProblem next) {
        return before.kind() == next.kind()
                && before.file().isPresent() == next.file().isPresent()
                && before.time().isPresent()
                && next.time().isPresent()
                && before.time().get().to().equals(next.time().get().from());
    }

    private static Kind kind(FragmentState state) {
        return switch (state) {
            case ALTERED -> Kind.ALTERED;
            case MOVED -> Kind.MOVED;
            case REPEATED -> Kind.REPEATED;
            case FOREIGN -> Kind.FOREIGN;
            case UNBOUND -> Kind.UNBOUND;
            case BROKEN -> Kind.BROKEN;
            case MISSING -> Kind.MISSING;
            case NEVER_BOUND -> Kind.NEVER_BOUND;
            case INTACT -> throw new IllegalArgumentException("an intact fragment is no problem");
        };
    }

    static Optional<Stretch> stretch(Optional<TimeRange> time) {
        return time.map(range -> new Stretch(range.start(), range.end()));
    }
}
