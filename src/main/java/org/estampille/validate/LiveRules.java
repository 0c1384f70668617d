package org.estampille.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.estampille.bind.FragmentState;
import org.estampille.bind.FragmentedTrack;
import org.estampille.bind.SignedSequence;
import org.estampille.bind.SignedSequence.Link;
import org.estampille.bind.SignedSequence.Segment;
import org.estampille.bind.TrackCheck;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.EventMessage;
import org.estampille.container.bmff.FragmentTimes;
import org.estampille.manifest.Claim;

/**
 * Rule {@code live}: the segments of a live track, each signed by itself (clause 15.8). For one track, in one thread.
 */
final class LiveRules {

    private final ValidationContext context;
    private final FragmentTimes times;
    private final LiveFindings live = new LiveFindings();
    private final Findings findings = new Findings();
    private final LiveKeys keys;
    private final SegmentInfoRules information;
    private final SegmentManifestRules manifests;
    private Optional<String> claimAlg = Optional.empty();
    private boolean signed;

    /**
     * @param times of the track the initialization segment describes
     * @param holding receives what was established about each manifest of a segment that holds
     */
    LiveRules(ValidationContext context, Validator validator, FragmentTimes times, Consumer<ValidationResult> holding) {
        this.context = context;
        this.times = times;
        this.keys = new LiveKeys(context);
        this.information = new SegmentInfoRules(context, keys, live);
        this.manifests = new SegmentManifestRules(context, validator, live, holding);
    }

    Findings findings() {
        return findings;
    }

    /** What was established about a manifest of a segment: the first that holds, else the first. */
    Optional<ValidationResult> ofSegment() {
        return manifests.first();
    }

    LiveFindings segments() {
        return live;
    }

    /** Whether anything says that segments are signed. */
    boolean isLive() {
        return signed || !keys.isEmpty();
    }

    /** Takes what the manifest of the initialization segment brings for the segments after it. */
    void begin(ValidatedManifest active) throws LimitExceededException {
        manifests.expectSigner(active);
        learn(active);
    }

    private void learn(ValidatedManifest active) throws LimitExceededException {
        keys.learn(active, findings);
        claimAlg = active.manifest().claim().flatMap(Claim::alg).or(() -> claimAlg);
    }

    /**
     * Judges every segment.
     *
     * @param initialized whether what precedes them is what was signed
     */
    TrackCheck check(FragmentedTrack track, boolean initialized) throws IOException, LimitExceededException {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < track.size(); i++) {
            Optional<ByteSource> fragment = track.fragment(i);
            if (fragment.isEmpty()) {
                segments.add(without(FragmentState.MISSING, i));
            } else {
                try (ByteSource source = fragment.get()) {
                    segments.add(segment(source, i));
                }
            }
        }
        TrackCheck check = SignedSequence.order(segments, initialized);
        tellOrder(segments, check);
        live.addTo(findings);
        return check;
    }

    private static Segment without(FragmentState state, int entry) {
        return new Segment(state, Optional.empty(), Optional.empty(), entry, Optional.empty());
    }

    private Segment segment(ByteSource source, int entry) throws IOException, LimitExceededException {
        try {
            BmffFile file = BmffFile.read(source, context.limits());
            if (file.trailing().isPresent()) {
                return broken(entry, "with octets after the last box");
            }
            Optional<SegmentManifestRules.Judged> own = manifests.check(source);
            if (own.isPresent() && own.get().result().isPresent() && own.get().state() == FragmentState.INTACT) {
                learn(own.get().result().get().active());
            }
            List<EventMessage> messages = information.messages(source, file);
            signed |= own.isPresent() || !messages.isEmpty();
            Optional<SegmentInfoRules.Judged> info = messages.isEmpty()
                    ? Optional.empty()
                    : Optional.of(information.check(source, file, messages, claimAlg));
            return both(own, info, entry, times.first(source, file.boxes(), context.limits()));
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return broken(entry, "that cannot be read (" + e.problem() + ")");
        }
    }

    private Segment broken(int entry, String what) {
        live.about(StatusCode.LIVEVIDEO_SEGMENT_INVALID, "", what);
        return without(FragmentState.BROKEN, entry);
    }

    /** Where both methods sign a segment, both must hold, and number it alike (clause 15.5.1). */
    private Segment both(
            Optional<SegmentManifestRules.Judged> own,
            Optional<SegmentInfoRules.Judged> info,
            int entry,
            Optional<FragmentTimes.Span> played) {
        if (own.isEmpty() && info.isEmpty()) {
            live.about(
                    StatusCode.LIVEVIDEO_SEGMENT_INVALID, "", "with neither a manifest nor signed segment information");
            return without(FragmentState.UNBOUND, entry);
        }
        FragmentState first = own.map(SegmentManifestRules.Judged::state).orElse(FragmentState.INTACT);
        FragmentState second = info.map(SegmentInfoRules.Judged::state).orElse(FragmentState.INTACT);
        if (first != FragmentState.INTACT || second != FragmentState.INTACT) {
            return without(first.isWrong() || second == FragmentState.INTACT ? first : second, entry);
        }
        Optional<Long> stated = own.flatMap(SegmentManifestRules.Judged::number);
        Optional<Long> signed = info.flatMap(SegmentInfoRules.Judged::number);
        if (stated.isPresent() && signed.isPresent() && !stated.equals(signed)) {
            live.about(
                    StatusCode.LIVEVIDEO_SEGMENT_INVALID, "", "with one number in its manifest and another beside it");
            return without(FragmentState.MANIFEST, entry);
        }
        if (stated.isEmpty() && signed.isEmpty()) {
            live.open("segments with manifests that do not say where in the stream they belong");
            return without(FragmentState.UNREAD, entry);
        }
        Optional<Link> link = own.flatMap(SegmentManifestRules.Judged::link);
        return new Segment(FragmentState.INTACT, stated.or(() -> signed), link, entry, played);
    }

    /** The segments that are whole and stand where they should not. */
    private void tellOrder(List<Segment> segments, TrackCheck check) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).state() == FragmentState.INTACT) {
                StatusCode code = segments.get(i).link().isPresent()
                        ? StatusCode.LIVEVIDEO_ASSERTION_INVALID
                        : StatusCode.LIVEVIDEO_SEGMENT_INVALID;
                switch (check.fragments().get(i).state()) {
                    case MOVED -> live.about(code, "", "out of order");
                    case REPEATED -> live.about(code, "", "with the number of another one");
                    case FOREIGN ->
                        live.about(
                                StatusCode.LIVEVIDEO_SEGMENT_INVALID,
                                "",
                                "whose manifest does not follow that of the segment before");
                    default -> {}
                }
            }
        }
    }
}
