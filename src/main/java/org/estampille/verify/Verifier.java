package org.estampille.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.estampille.cawg.IdentityTrust;
import org.estampille.disclosure.Ancestor;
import org.estampille.disclosure.DecodedRights;
import org.estampille.policy.Gate;
import org.estampille.report.VerificationReport;
import org.estampille.stream.StreamReader;
import org.estampille.validate.ValidationContext;

/**
 * The read side in one look: report on the manifests, add what stands beyond them, judge by policies. Safe for use by several
 * threads.
 */
public final class Verifier {

    private final ValidationContext context;
    private final IdentityTrust trust;
    private final DecodedRights known = DecodedRights.bounded(256);
    private final Optional<LongConsumer> observer;
    private final Optional<RemoteStores> remote;
    private final Policies policies;
    private final Beyond beyond;
    private final Pipeline pipeline;

    public Verifier(ValidationContext context) {
        this(context, IdentityTrust.none());
    }

    /** A verifier that also knows whom to trust to vouch for named actors. */
    public Verifier(ValidationContext context, IdentityTrust trust) {
        this(context, trust, Optional.empty(), Optional.empty(), Policies.NONE, Beyond.NOTHING);
    }

    private Verifier(
            ValidationContext context,
            IdentityTrust trust,
            Optional<LongConsumer> observer,
            Optional<RemoteStores> remote,
            Policies policies,
            Beyond beyond) {
        this.context = context;
        this.trust = trust;
        this.observer = observer;
        this.remote = remote;
        this.policies = policies;
        this.beyond = beyond;
        this.pipeline = new Pipeline(context, trust, policies.gate().basis(context.at(), known), observer, remote);
    }

    /** The same verifier, which tells {@code octetsRead} about every read of an asset. */
    public Verifier observedBy(LongConsumer octetsRead) {
        return new Verifier(context, trust, Optional.of(octetsRead), remote, policies, beyond);
    }

    /** The same verifier, which fetches stores that assets only name. */
    public Verifier fetchingFrom(RemoteStores stores) {
        return new Verifier(context, trust, observer, Optional.of(stores), policies, beyond);
    }

    /**
     * The same verifier, which also judges by policies. It then reads marks outside of manifests too, since every profile asks
     * whether they agree with what is declared.
     *
     * @param version of this program, three numbers, for the documents that rules look at
     */
    public Verifier judgingBy(Gate gate, String version) {
        Beyond needed = gate.asksForMarks() ? beyond.withMarks() : beyond;
        return new Verifier(context, trust, observer, remote, new Policies(gate, version), needed);
    }

    /** The same verifier, which also reads marks outside of manifests and holds them against what is signed. */
    public Verifier readingMarks() {
        return new Verifier(context, trust, observer, remote, policies, beyond.withMarks());
    }

    /** The same verifier, which also says whether the history of each file leads back to {@code ancestor}. */
    public Verifier descendingFrom(Ancestor ancestor) {
        return new Verifier(context, trust, observer, remote, policies, beyond.from(ancestor));
    }

    /**
     * Verifies one file.
     *
     * @param file to read
     * @param path how to name it in the report
     * @return a report in every case; trouble with the file is part of it
     */
    public VerificationReport verify(Path file, String path) {
        VerificationReport plain = pipeline.report(file, new ReportDraft(path, context.at()));
        VerificationReport complete = beyond.extend(file, plain, context.limits());
        return policies.judge(complete, known, beyond.ancestor(), Optional.of(file), context.limits());
    }

    /**
     * Verifies a stream.
     *
     * @param shown how to name it in the reports
     * @return a report for each track of which anything is here, at least one
     */
    public List<VerificationReport> verify(StreamReader.Found stream, String shown) {
        return new StreamVerification(pipeline, beyond, context)
                .verify(stream, shown).stream()
                        .map(report ->
                                policies.judge(report, known, beyond.ancestor(), Optional.empty(), context.limits()))
                        .toList();
    }
}
