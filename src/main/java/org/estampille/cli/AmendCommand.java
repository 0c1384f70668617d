package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.estampille.declaration.Declaration;
import org.estampille.sign.ClaimSigner;
import org.estampille.tag.AmendmentRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estampille amend}: adds to what is signed without rewriting it. */
@Command(
        name = "amend",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Corrects, completes or re-checks the declaration of a tagged file, or redacts details of it. "
                + "What was signed stays; the media are not touched.")
final class AmendCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "A media file with a manifest in it or beside it: whichever holds it is what --in-place replaces.")
    private Path file = Path.of("");

    @Option(names = "--declare", paramLabel = "NEW.yaml", description = "The whole declaration as it stands now.")
    private @Nullable Path declaration;

    @Option(
            names = "--as",
            paramLabel = "corrects|completes|rechecks",
            description = "What the new declaration does to the earlier one. Default: ${DEFAULT-VALUE}.")
    private AmendmentRequest.Kind kind = AmendmentRequest.Kind.CORRECTS;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in plain words; signed with the rest.")
    private @Nullable String reason;

    @Option(
            names = "--redact",
            paramLabel = "LABEL|prompt|persons|rights",
            split = ",",
            description = "Remove the content of these assertions from all earlier manifests, for good.")
    private List<String> redactions = new ArrayList<>();

    @ArgGroup(multiplicity = "1")
    private OneTarget target = new OneTarget();

    @Mixin
    private SigningOptions signing = new SigningOptions();

    @Option(names = "--force", description = "Replace the target if it exists.")
    private boolean force;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    AmendCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        if (declaration == null && redactions.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "nothing to amend: give --declare, --redact or both.");
        }
        Optional<Declaration> declared =
                declaration == null ? Optional.empty() : Optional.of(DeclarationFile.load(declaration, surroundings));
        List<InputFiles.Input> files = InputFiles.list(List.of(file.toString()), surroundings.directory());
        Workload workload = Workload.of(files, surroundings);
        ClaimSigner signer = signing.signer(surroundings, workload.engine());
        try (Progress progress = Progress.of(surroundings, "octets", workload.octets())) {
            TagRun run = new TagRun(
                    signing.tools(signer, workload.engine(), workload.threadsWithin(), progress, surroundings),
                    surroundings,
                    json);
            run.print(run.amend(request(declared), file.toString()));
            return run.worst().code();
        }
    }

    private AmendmentRequest request(Optional<Declaration> declared) {
        return new AmendmentRequest(
                surroundings.directory().resolve(file),
                target.file(surroundings),
                declared,
                kind,
                Optional.ofNullable(reason),
                redactions,
                signing.vouch(),
                force);
    }
}
