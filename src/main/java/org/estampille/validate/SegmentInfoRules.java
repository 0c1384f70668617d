package org.estampille.validate;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bind.FragmentState;
import org.estampille.bind.SegmentHash;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.EventMessage;
import org.estampille.container.bmff.ProducerTime;
import org.estampille.live.SegmentInfo;
import org.estampille.live.SessionKey;

/** Rule {@code live}: a segment is the one that a session key signed, and the key was allowed to (clauses 15.5 and 15.8.3). */
final class SegmentInfoRules {

    /** What the information of one segment showed. */
    record Judged(FragmentState state, Optional<Long> number) {}

    private final ValidationContext context;
    private final LiveKeys keys;
    private final LiveFindings findings;

    SegmentInfoRules(ValidationContext context, LiveKeys keys, LiveFindings findings) {
        this.context = context;
        this.keys = keys;
        this.findings = findings;
    }

    List<EventMessage> messages(ByteSource source, BmffFile file) throws IOException, MalformedContentException {
        return EventMessage.in(source, file, SegmentInfo.SCHEME, context.limits());
    }

    /**
     * Checks the segment information of a segment.
     *
     * @param claimAlg the hash algorithm of the claim
     */
    Judged check(ByteSource source, BmffFile file, List<EventMessage> messages, Optional<String> claimAlg)
            throws IOException, LimitExceededException {
        if (messages.size() != 1) {
            return wrong(FragmentState.UNBOUND, "without exactly one event message of segment information");
        }
        try {
            SegmentInfo info = SegmentInfo.read(messages.get(0), context.limits());
            SegmentHash hash = SegmentHash.read(info.bmffHash(), SegmentInfo.SCHEME, claimAlg, context.limits());
            return check(source, file, info, hash);
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return wrong(FragmentState.BROKEN, "with unreadable segment information (" + e.problem() + ")");
        }
    }

    private Judged check(ByteSource source, BmffFile file, SegmentInfo info, SegmentHash hash)
            throws IOException, MalformedContentException {
        Optional<SessionKey> key = keys.find(info.manifestId(), info.kid());
        if (key.isEmpty()) {
            return info.elsewhere()
                    ? unread("session keys in a manifest at an address, which is not fetched")
                    : wrong(FragmentState.FOREIGN, "signed with a session key that its manifest does not have");
        }
        if (!key.get().isReadable()) {
            return unread("session keys of a kind that is not read");
        }
        if (!info.isSignedBy(key.get(), context.engine())) {
            return wrong(FragmentState.ALTERED, "whose segment information its session key did not sign");
        }
        FragmentState state = hash.compare(source, file, context.engine(), context.limits());
        if (state != FragmentState.INTACT) {
            return wrong(state, "whose octets are not those that were signed");
        }
        if (hash.additionalExclusions()) {
            findings.about(
                    StatusCode.ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT,
                    "",
                    "whose hash leaves out more than its signature");
        }
        if (info.sequenceNumber() < key.get().minSequenceNumber()) {
            return wrong(FragmentState.KEY, "with a number below the first that its session key may sign");
        }
        return timely(source, file, info, key.get());
    }

    /**
     * The validity of the key is a matter of the clock on the wall, and the time a segment is presented is not: only what the segment
     * says of that clock counts, or the time of this validation where it is inside.
     */
    private Judged timely(ByteSource source, BmffFile file, SegmentInfo info, SessionKey key)
            throws IOException, MalformedContentException {
        List<Instant> times = new ArrayList<>(ProducerTime.in(source, file, context.limits()));
        info.claimedTime().ifPresent(times::add);
        for (Instant time : times) {
            if (!key.isValidAt(time)) {
                return wrong(FragmentState.KEY, "presented outside of the validity of its session key");
            }
        }
        return times.isEmpty() && !key.isValidAt(context.at())
                ? unread(
                        "session keys that are no longer, or not yet, valid, for segments that do not say when they were made")
                : new Judged(FragmentState.INTACT, Optional.of(info.sequenceNumber()));
    }

    private Judged unread(String what) {
        findings.open(what);
        return new Judged(FragmentState.UNREAD, Optional.empty());
    }

    private Judged wrong(FragmentState state, String what) {
        findings.about(StatusCode.LIVEVIDEO_SEGMENT_INVALID, "", what);
        return new Judged(state, Optional.empty());
    }
}
