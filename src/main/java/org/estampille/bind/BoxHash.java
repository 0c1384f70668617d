package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.cbor.CborValue;
import org.estampille.container.BoxNames;
import org.estampille.container.BoxNames.Restarts;
import org.estampille.container.Containers;
import org.estampille.container.Part;

/**
 * The assertion {@code c2pa.hash.boxes}: the boxes of a file by name and order, hashed one by one or in runs (C2PA 2.5 clauses
 * 14.12.3 and 16.3.3).
 *
 * @param boxes in file order
 * @param alg hash algorithm of entries that state none, else the claim's
 */
public record BoxHash(List<BoxEntry> boxes, Optional<String> alg) implements HardBinding {

    public static final String LABEL = "c2pa.hash.boxes";

    public BoxHash {
        boxes = List.copyOf(boxes);
    }

    /**
     * Reads the content of the assertion.
     *
     * @throws MalformedContentException when an entry has no names, or exclusions break their order, or a field has a wrong type
     */
    public static BoxHash read(CborValue.Map assertion) throws MalformedContentException {
        Fields fields = new Fields(LABEL, assertion);
        List<BoxEntry> boxes = new ArrayList<>();
        for (Fields entry : fields.maps("boxes")) {
            if (!boxes.isEmpty() && boxes.get(boxes.size() - 1).isAfter()) {
                throw fields.malformed("'c2pa.after' is not the last entry");
            }
            boxes.add(BoxEntry.read(entry));
        }
        if (boxes.isEmpty()) {
            throw fields.malformed("no boxes");
        }
        return new BoxHash(boxes, fields.text("alg"));
    }

    @Override
    public BindingOutcome check(Context context) throws IOException, LimitExceededException {
        AssetFormat format = context.asset().format();
        if (!Containers.of(format).traits(format).namesBoxes()) {
            return new BindingOutcome.Mismatch("boxes of this format have no names in a box hash");
        }
        List<HashAlgorithm> algorithms = new ArrayList<>();
        for (BoxEntry entry : boxes) {
            Optional<String> stated = entry.alg().or(() -> alg);
            Optional<HashAlgorithm> algorithm = context.algorithm(stated);
            if (algorithm.isEmpty() && !entry.isStore()) {
                return context.unsupported(stated);
            }
            algorithms.add(algorithm.orElse(HashAlgorithm.SHA256));
        }
        if (context.map().stores().stream().anyMatch(store -> !store.padding().isZero())) {
            return new BindingOutcome.Mismatch("the padding after the manifest store is not zero");
        }
        try {
            return check(context, algorithms);
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return new BindingOutcome.Mismatch("the boxes are broken: " + e.problem());
        }
    }

    /** The standard's reading of restart markers comes first; what the reference SDK wrote instead covers as much. */
    private BindingOutcome check(Context context, List<HashAlgorithm> algorithms)
            throws IOException, MalformedContentException {
        if (!lists("RST")) {
            return check(context, algorithms, Restarts.IN_SCAN);
        }
        BindingOutcome outcome = check(context, algorithms, Restarts.APART);
        if (outcome instanceof BindingOutcome.Match) {
            return outcome;
        }
        BindingOutcome older = check(context, algorithms, Restarts.MARKERS_ONLY);
        return older instanceof BindingOutcome.Match ? older : outcome;
    }

    private BindingOutcome check(Context context, List<HashAlgorithm> algorithms, Restarts restarts)
            throws IOException, MalformedContentException {
        List<Part> found = Containers.of(context.asset().format())
                .boxes(context.asset(), context.map(), new BoxNames.Reading(images(), restarts), context.limits());
        BoxLayout layout = BoxLayout.of(context.asset().format().family(), context.map());
        BoxAlignment alignment =
                new BoxAlignment(layout, boxes, found, context.map().length());
        Optional<BindingOutcome> problem = alignment.problem();
        if (problem.isPresent()) {
            return problem.get();
        }
        BindingPlan plan = new BindingPlan(new DigestPlan(algorithms.get(0), List.of()), alignment.plans(algorithms));
        BindingDigests digests = DigestRunner.run(context.asset().source(), plan, context.engine(), context.threads());
        for (int i = 0; i < boxes.size(); i++) {
            BoxEntry entry = boxes.get(i);
            if (entry.hash().isEmpty()) {
                return new BindingOutcome.Mismatch("an entry states no hash");
            }
            boolean compared = !entry.isStore() && !entry.excluded();
            if (compared && !entry.hash().get().equals(digests.leaves().get(i))) {
                return new BindingOutcome.Mismatch(
                        "the hash of " + String.join(", ", entry.names()) + " is another one");
            }
        }
        return new BindingOutcome.Match(alignment.leavesOut());
    }

    private boolean lists(String prefix) {
        for (BoxEntry entry : boxes) {
            for (String name : entry.names()) {
                if (name.startsWith(prefix)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many images of a Multi-Picture file are listed box by box. */
    private int images() {
        int images = 0;
        for (BoxEntry entry : boxes) {
            for (String name : entry.names()) {
                images += name.equals("SOI") ? 1 : 0;
            }
        }
        return Math.max(1, images);
    }
}
