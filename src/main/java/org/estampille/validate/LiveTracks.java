package org.estampille.validate;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.estampille.asset.Asset;
import org.estampille.bind.FragmentedTrack;
import org.estampille.bind.TrackCheck;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.container.ContainerMap;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.FragmentTimes;
import org.estampille.manifest.ManifestStore;

/** Tracks whose segments are signed one by one, after an initialization segment that is bound by itself (clause 15.8). */
final class LiveTracks {

    private static final String UNSIGNED =
            "a binding of the initialization segment alone, and nothing signs the segments after it (C2PA clause 15)";

    private final ValidationContext context;
    private static final String WITHOUT_MANIFEST =
            "signed segments after an initialization segment that no signature covers (C2PA clause 15.3.3)";

    private final Validator validator;
    private final Consumer<ValidationResult> holding;

    LiveTracks(ValidationContext context, Validator validator, Consumer<ValidationResult> holding) {
        this.context = context;
        this.validator = validator;
        this.holding = holding;
    }

    TrackResult validate(
            ManifestStore store, Asset init, ContainerMap map, List<EmbeddedStore> places, FragmentedTrack track)
            throws IOException, MalformedContentException {
        ValidationResult first = validator.validate(store, init, map, places);
        BmffFile file = BmffFile.read(init.source(), context.limits());
        LiveRules rules =
                new LiveRules(context, validator, FragmentTimes.of(init.source(), file, context.limits()), holding);
        if (!file.named("mdat").isEmpty()) {
            rules.findings().add(StatusCode.LIVEVIDEO_INIT_INVALID, "", "media in the initialization segment");
        }
        rules.begin(first.active());
        TrackCheck check = rules.check(track, first.active().has(StatusCode.ASSERTION_BMFF_HASH_MATCH));
        if (!rules.isLive()) {
            return new TrackResult(first.leftOpen(UNSIGNED), Optional.empty());
        }
        boolean rejected = first.state() == ValidationState.INVALID || first.state() == ValidationState.WELL_FORMED;
        if (rejected) {
            rules.findings()
                    .add(
                            StatusCode.LIVEVIDEO_MANIFEST_INVALID,
                            "",
                            "the manifest of the initialization segment does not hold");
        }
        return new TrackResult(whole(first, rules), Optional.of(check));
    }

    /**
     * A track whose initialization segment has no manifest. Its segments can be what was signed and still be played otherwise than
     * they were meant to be.
     */
    Optional<LiveResult> validate(Asset init, FragmentedTrack track) throws IOException, MalformedContentException {
        BmffFile file = BmffFile.read(init.source(), context.limits());
        LiveRules rules =
                new LiveRules(context, validator, FragmentTimes.of(init.source(), file, context.limits()), holding);
        TrackCheck check = rules.check(track, true);
        if (!rules.isLive()) {
            return Optional.empty();
        }
        Optional<ValidationResult> first = rules.ofSegment();
        if (first.isEmpty()) {
            return Optional.of(new LiveResult(Optional.empty(), WITHOUT_MANIFEST));
        }
        ValidationResult result = whole(first.get(), rules).leftOpen(WITHOUT_MANIFEST);
        return Optional.of(new LiveResult(Optional.of(new TrackResult(result, Optional.of(check))), WITHOUT_MANIFEST));
    }

    private static ValidationResult whole(ValidationResult first, LiveRules rules) throws LimitExceededException {
        ValidatedManifest active = first.active().and(rules.findings().toList());
        Optional<String> undecided = first.undecided().or(rules.segments()::undecided);
        ValidationState state = StateRule.of(active, first.ingredients(), undecided);
        boolean lowered = state == ValidationState.TRUSTED && rules.segments().isUntrusted();
        return new ValidationResult(
                first.store(), active, first.ingredients(), lowered ? ValidationState.VALID : state, undecided);
    }
}
