package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.collection.FrameSequence;
import org.estampille.collection.MemberUri;
import org.estampille.crypto.CryptoEngine;

/**
 * Our own assertion {@code org.estampille.complete-set}: the members of the collection hash in the same manifest are all there
 * is, so that a file which came later can be told. It states the members once more, as frame numbers and as a hash over all
 * names, which costs a few octets for any number of files.
 *
 * @param folder where the files are, below the place of the manifest; a reference, empty for that place itself
 * @param sequence the pattern of the frames; empty when every file in and below the folder is a member
 * @param frames runs of frame numbers, ascending; none without a sequence
 * @param count members
 * @param names SHA-256 of the decoded paths of all members, sorted, each with a zero octet after it
 */
public record CompleteSet(String folder, Optional<FrameSequence> sequence, List<Run> frames, long count, Octets names) {

    public static final String LABEL = "org.estampille.complete-set";

    private static final long VERSION = 1;

    public CompleteSet {
        frames = List.copyOf(frames);
    }

    /**
     * Frames one after the other.
     *
     * @param first number
     * @param last number, included
     */
    public record Run(long first, long last) {}

    /**
     * Describes a collection.
     *
     * @param paths decoded paths of the members
     */
    public static CompleteSet of(
            List<String> folder, Optional<FrameSequence> sequence, List<List<String>> paths, CryptoEngine engine) {
        List<Run> runs = new ArrayList<>();
        if (sequence.isPresent()) {
            TreeSet<Long> numbers = new TreeSet<>();
            paths.forEach(path -> sequence.get().number(last(path)).ifPresent(numbers::add));
            for (long number : numbers) {
                int end = runs.size() - 1;
                if (end >= 0 && runs.get(end).last() + 1 == number) {
                    runs.set(end, new Run(runs.get(end).first(), number));
                } else {
                    runs.add(new Run(number, number));
                }
            }
        }
        return new CompleteSet(MemberUri.of(folder), sequence, runs, paths.size(), names(paths, engine));
    }

    private static String last(List<String> path) {
        return path.get(path.size() - 1);
    }

    private static Octets names(List<List<String>> paths, CryptoEngine engine) {
        Set<String> sorted = new TreeSet<>();
        paths.forEach(path -> sorted.add(String.join("/", path)));
        StringBuilder all = new StringBuilder();
        sorted.forEach(name -> all.append(name).append('\0'));
        return engine.hash(HashAlgorithm.SHA256, Octets.ofUtf8(all.toString())).value();
    }

    /** The content of the assertion. */
    public CborValue.Map write() {
        List<CborValue> runs = new ArrayList<>();
        frames.forEach(run -> runs.add(CborValue.array(List.of(CborValue.of(run.first()), CborValue.of(run.last())))));
        return CborValue.map()
                .put("version", VERSION)
                .put("folder", folder)
                .putText("pattern", sequence.map(FrameSequence::pattern))
                .putValue("frames", runs.isEmpty() ? Optional.empty() : Optional.of(CborValue.array(runs)))
                .put("count", count)
                .put("names", names)
                .build();
    }

    /**
     * Reads the content of the assertion. The runs of frames are not read: the collection hash states the members.
     *
     * @throws MalformedContentException when it breaks its rules
     */
    public static CompleteSet read(CborValue.Map assertion) throws MalformedContentException {
        Fields fields = new Fields(LABEL, assertion);
        if (fields.requiredCount("version") != VERSION) {
            throw malformed("a version other than " + VERSION);
        }
        Optional<String> pattern = fields.text("pattern");
        Optional<FrameSequence> sequence = pattern.flatMap(FrameSequence::parse);
        if (pattern.isPresent() && sequence.isEmpty()) {
            throw malformed("'pattern' has no place for a number");
        }
        return new CompleteSet(
                fields.text("folder").orElse(""),
                sequence,
                List.of(),
                fields.requiredCount("count"),
                fields.present(fields.octets("names"), "names"));
    }

    private static MalformedContentException malformed(String cause) {
        return new MalformedContentException(LABEL, new ByteRange(0, 0), cause);
    }

    /**
     * Finds what was added.
     *
     * @param collection of the same manifest, all of whose references lead inside
     * @return an outcome for each file that is there and not a member
     * @throws LimitExceededException when there are more files than the limits allow
     */
    public List<BindingOutcome> check(CollectionHash collection, CollectionMembers files, CryptoEngine engine)
            throws IOException, LimitExceededException {
        List<List<String>> members = new ArrayList<>();
        for (CollectionHash.Member member : collection.members()) {
            members.add(MemberUri.path(member.uri()).orElse(List.of()));
        }
        Optional<List<String>> place = folder.isEmpty() ? Optional.of(List.of()) : MemberUri.path(folder);
        if (place.isEmpty() || count != members.size() || !names.equals(names(members, engine))) {
            return List.of(new BindingOutcome.MalformedSet("the set is not that of the collection hash"));
        }
        Optional<List<List<String>>> there = files.list(place.get(), sequence.isEmpty());
        Set<List<String>> known = new HashSet<>(members);
        known.addAll(respelled(members, there.orElse(List.of())));
        List<BindingOutcome> added = new ArrayList<>();
        for (List<String> file : there.orElse(List.of())) {
            boolean counts =
                    sequence.isEmpty() || sequence.get().number(last(file)).isPresent();
            if (counts && !known.contains(file)) {
                added.add(new BindingOutcome.Added(String.join("/", file)));
            }
        }
        return added;
    }

    /** Files that stand for a member that is not there by its own spelling; none where two look alike. */
    private static List<List<String>> respelled(List<List<String>> members, List<List<String>> there) {
        Set<List<String>> present = new HashSet<>(there);
        Map<List<String>, List<List<String>>> alike = new HashMap<>();
        there.forEach(file -> alike.computeIfAbsent(RespelledPath.composed(file), name -> new ArrayList<>())
                .add(file));
        return members.stream()
                .filter(member -> !present.contains(member))
                .map(member -> alike.getOrDefault(RespelledPath.composed(member), List.of()))
                .filter(files -> files.size() == 1)
                .map(files -> files.get(0))
                .toList();
    }
}
