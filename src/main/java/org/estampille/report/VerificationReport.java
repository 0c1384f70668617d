package org.estampille.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.cawg.IdentityResult;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.Descent;
import org.estampille.marks.MarkReading;
import org.estampille.policy.Verdict;
import org.estampille.validate.Finding;
import org.estampille.validate.ValidationResult;

/**
 * Everything found out about one file.
 *
 * @param path as the user named it or as it was found below a folder the user named
 * @param format media type; empty when it could not be found out
 * @param bytes size of the file; -1 when it could not be read
 * @param state one word for programs; people get the axes
 * @param source where the manifest store was found
 * @param validation the judgement of the store, where there was one to judge
 * @param storeFindings what was established about a store that could not be read
 * @param disclosure what is said about AI and rights
 * @param identities who else stands behind assertions; an axis of its own, no part of the state
 * @param problem what stood in the way
 * @param at the time the judgement is for
 * @param verdicts what the policies say that were asked for
 * @param marks what was found outside of manifests, where that was asked for
 * @param descent whether the history leads back to a file that was asked about
 * @param sidecarOf name of the file beside it that this file is the manifest of; empty for every other file
 * @param stream what of a track of a stream is here; empty for every file by itself
 */
public record VerificationReport(
        String path,
        Optional<String> format,
        long bytes,
        State state,
        Source source,
        Optional<ValidationResult> validation,
        List<Finding> storeFindings,
        ContentDisclosure disclosure,
        List<IdentityResult> identities,
        Optional<Problem> problem,
        Instant at,
        List<Verdict> verdicts,
        Optional<MarkReading> marks,
        Optional<Descent> descent,
        Optional<String> sidecarOf,
        Optional<StreamCoverage> stream) {

    /** One word for programs. */
    public enum State {
        TRUSTED("trusted"),
        VALID("valid"),
        INVALID("invalid"),
        ABSENT("absent"),
        ERROR("error");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The word written in reports. */
        public String label() {
            return label;
        }
    }

    /** Where a manifest store was found. */
    public enum Source {
        EMBEDDED("embedded"),
        SIDECAR("sidecar"),
        REMOTE("remote"),
        NONE("none");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /** The word written in reports. */
        public String label() {
            return label;
        }
    }

    public VerificationReport {
        storeFindings = List.copyOf(storeFindings);
        identities = List.copyOf(identities);
        verdicts = List.copyOf(verdicts);
    }

    /** A report no policy was asked about, on a file that is not the manifest of another one. */
    public VerificationReport(
            String path,
            Optional<String> format,
            long bytes,
            State state,
            Source source,
            Optional<ValidationResult> validation,
            List<Finding> storeFindings,
            ContentDisclosure disclosure,
            List<IdentityResult> identities,
            Optional<Problem> problem,
            Instant at) {
        this(
                path,
                format,
                bytes,
                state,
                source,
                validation,
                storeFindings,
                disclosure,
                identities,
                problem,
                at,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with verdicts. */
    public VerificationReport judgedBy(List<Verdict> policies) {
        return with(disclosure, policies, marks, descent, sidecarOf, stream);
    }

    /** The same report, as one on the manifest of {@code name}. */
    public VerificationReport asSidecarOf(String name) {
        return with(disclosure, verdicts, marks, descent, Optional.of(name), stream);
    }

    /** The same with marks, and with what is disclosed by them as well. */
    public VerificationReport marked(MarkReading found, ContentDisclosure all) {
        return with(all, verdicts, Optional.of(found), descent, sidecarOf, stream);
    }

    /** The same with an answer to the question of descent, and with what was disclosed on the way. */
    public VerificationReport descending(Descent found, ContentDisclosure all) {
        return with(all, verdicts, marks, Optional.of(found), sidecarOf, stream);
    }

    /** The same report, as one on a track of a stream. */
    public VerificationReport ofTrack(StreamCoverage coverage) {
        return with(disclosure, verdicts, marks, descent, sidecarOf, Optional.of(coverage));
    }

    /** The same of a track, without what is missing of it: nobody asked for more than what is here. */
    public VerificationReport ofWhatIsHere() {
        return stream.map(coverage -> ofTrack(coverage.ofWhatIsHere())).orElse(this);
    }

    private VerificationReport with(
            ContentDisclosure all,
            List<Verdict> policies,
            Optional<MarkReading> reading,
            Optional<Descent> descending,
            Optional<String> asset,
            Optional<StreamCoverage> track) {
        return new VerificationReport(
                path,
                format,
                bytes,
                state,
                source,
                validation,
                storeFindings,
                all,
                identities,
                problem,
                at,
                policies,
                reading,
                descending,
                asset,
                track);
    }

    /** The name in the signer's certificate, where there is one. */
    public Optional<String> signerName() {
        return validation.flatMap(result -> result.active().signer()).map(Names::subject);
    }

    /** Whether a person should decide although the state is good: odd padding, contradictions, stale terms. */
    public boolean asksForReview() {
        return validation.isPresent() && validation.get().asksForReview()
                || disclosure.asksForReview()
                || stream.isPresent() && stream.get().missing() > 0;
    }
}
