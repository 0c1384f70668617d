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
import org.estampille.stream.Track;

/** Says of each fragment that is not as it was which one it is and when it is played. */
final class FragmentProblems {

    private final Path folder;
    private final Track track;
    private final TrackCheck check;
    private final TrackTimes times;
    private final List<FragmentProblem> problems = new ArrayList<>();

    private FragmentProblems(Path folder, Track track, TrackCheck check) {
        this.folder = folder;
        this.track = track;
        this.check = check;
        this.times = new TrackTimes(track, check);
    }

    /** @param folder that names are relative to */
    static StreamCoverage coverage(Path folder, Track track, TrackCheck check) {
        FragmentProblems found = new FragmentProblems(folder, track, check);
        String init = folder.relativize(track.init()).toString();
        if (!check.initialized()) {
            found.problems.add(
                    new FragmentProblem(Kind.INIT, Optional.of(init), 1, Optional.empty(), Optional.empty()));
        }
        found.collect();
        int listed = track.segments().isEmpty()
                ? check.fragments().size()
                : track.segments().size();
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
                        times.between(i - 1, i),
                        Optional.empty()));
            }
            if (i < check.fragments().size() && check.fragments().get(i).state() != FragmentState.INTACT) {
                add(problem(i, check.fragments().get(i)));
            }
        }
    }

    private FragmentProblem problem(int index, TrackCheck.FragmentCheck fragment) {
        Optional<Stretch> signedFor = fragment.proves() ? times.signedFor(fragment) : Optional.empty();
        return new FragmentProblem(kind(fragment.state()), Optional.of(name(fragment)), 1, times.at(index), signedFor);
    }

    private String name(TrackCheck.FragmentCheck fragment) {
        return track.flat()
                ? "fragment " + (fragment.entry() + 1) + " of " + folder.relativize(track.init())
                : folder.relativize(track.segments().get(fragment.entry()).file())
                        .toString();
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
                            Optional.empty()));
        } else {
            problems.add(problem);
        }
    }

    private static boolean follows(FragmentProblem before, FragmentProblem next) {
        return before.kind() == next.kind()
                && before.file().isPresent() == next.file().isPresent()
                && before.time().isPresent()
                && next.time().isPresent()
                && before.time().get().to().equals(Optional.of(next.time().get().from()));
    }

    private static Kind kind(FragmentState state) {
        return switch (state) {
            case ALTERED -> Kind.ALTERED;
            case MOVED -> Kind.MOVED;
            case REPEATED -> Kind.REPEATED;
            case FOREIGN -> Kind.FOREIGN;
            case UNBOUND -> Kind.UNBOUND;
            case BROKEN -> Kind.BROKEN;
            case KEY -> Kind.KEY;
            case MANIFEST -> Kind.MANIFEST;
            case UNREAD -> Kind.UNREAD;
            case MISSING -> Kind.MISSING;
            case NEVER_BOUND -> Kind.NEVER_BOUND;
            case INTACT -> throw new IllegalArgumentException("an intact fragment is no problem");
        };
    }
}
