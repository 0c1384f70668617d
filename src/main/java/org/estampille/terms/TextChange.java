package org.estampille.terms;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * A place where two texts differ, block by block.
 *
 * @param position blocks of the first text before it
 * @param before blocks of the first text; empty where something was added
 * @param after blocks of the second text; empty where something was removed
 */
public record TextChange(int position, List<String> before, List<String> after) {

    public TextChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * Words that changed inside a place where both texts have something.
     *
     * @param kind whether the words stand in both, only before, or only after
     * @param words joined by one space
     */
    public record Run(Kind kind, String words) {}

    /** Where words stand. */
    public enum Kind {
        BOTH,
        REMOVED,
        ADDED
    }

    /** What changed from {@code first} to {@code second}; empty when the texts are the same. */
    public static List<TextChange> between(NormalisedText first, NormalisedText second) {
        List<TextChange> changes = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(first.blocks(), second.blocks()).getDeltas()) {
            changes.add(new TextChange(
                    delta.getSource().getPosition(),
                    delta.getSource().getLines(),
                    delta.getTarget().getLines()));
        }
        return List.copyOf(changes);
    }

    /** The change word by word. */
    public List<Run> runs() {
        List<String> old = words(before);
        List<String> young = words(after);
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, young).getDeltas()) {
            int start = delta.getSource().getPosition();
            add(runs, Kind.BOTH, old.subList(at, start));
            add(runs, Kind.REMOVED, delta.getSource().getLines());
            add(runs, Kind.ADDED, delta.getTarget().getLines());
            at = start + delta.getSource().size();
        }
        add(runs, Kind.BOTH, old.subList(at, old.size()));
        return List.copyOf(runs);
    }

    private static List<String> words(List<String> blocks) {
        return blocks.isEmpty() ? List.of() : List.of(String.join(" ", blocks).split(" "));
    }

    private static void add(List<Run> runs, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            runs.add(new Run(kind, String.join(" ", words)));
        }
    }
}
