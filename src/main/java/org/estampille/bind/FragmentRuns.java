package org.estampille.bind;

import java.util.ArrayList;
import java.util.List;
import org.estampille.container.bmff.BmffBox;

/** How a file of many fragments is cut. */
final class FragmentRuns {

    private FragmentRuns() {}

    /** First what precedes the fragments, then each {@code moof} with what follows it up to the next. */
    static List<List<BmffBox>> of(List<BmffBox> boxes) {
        List<List<BmffBox>> runs = new ArrayList<>();
        runs.add(new ArrayList<>());
        for (BmffBox box : boxes) {
            if (box.type().equals("moof")) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(box);
        }
        return runs;
    }
}
