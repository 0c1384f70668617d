package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.estampille.declaration.Declaration;
import org.estampille.disclosure.Descent;
import org.estampille.embed.NewFolders;
import org.estampille.sign.ClaimSigner;
import org.estampille.tag.Additions;
import org.estampille.tag.Destination;
import org.estampille.tag.TaggingRequest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estampille relink}: states again what a conversion made a file forget. */
@Command(
        name = "relink",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Links a converted file that lost its manifest to the original it was made from. This is a statement "
                        + "of the signer's own: picture and sound are not compared.")
final class RelinkCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The converted file, without a manifest.")
    private Path file = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "ORIGINAL", description = "The file it was converted from.")
    private Path original = Path.of("");

    @Option(
            names = "--declare",
            required = true,
            paramLabel = "DECL.yaml",
            description = "What is declared; 'estampille declare example' prints one.")
    private Path declaration = Path.of("");

    @ArgGroup(multiplicity = "1")
    private OneTarget target = new OneTarget();

    @Mixin
    private SigningOptions signing = new SigningOptions();

    @Option(names = "--force", description = "Replace the target if it exists.")
    private boolean force;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    RelinkCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        Declaration declared = DeclarationFile.load(declaration, surroundings);
        List<InputFiles.Input> files = InputFiles.list(List.of(file.toString()), surroundings.directory());
        Path from = surroundings.directory().resolve(original);
        if (!Files.isRegularFile(from)) {
            throw new CommandFailure(ExitCode.IO, original + ": no such file.");
        }
        Workload workload = Workload.of(files, surroundings);
        ClaimSigner signer = signing.signer(surroundings, workload.engine());
        try (Progress progress = Progress.of(surroundings, "octets", workload.octets());
                NewFolders folders = new NewFolders()) {
            TagRun run = new TagRun(
                    signing.tools(signer, workload.engine(), workload.threadsWithin(), progress, surroundings),
                    surroundings,
                    json);
            run.print(run.tag(request(declared, from), file.toString(), folders));
            return run.worst().code();
        }
    }

    private TaggingRequest request(Declaration declared, Path from) throws IOException {
        Path source = surroundings.directory().resolve(file);
        Destination destination = target.file(surroundings)
                .<Destination>map(Destination.NewFile::new)
                .orElseGet(() -> new Destination.InPlace(source));
        return new TaggingRequest(
                source,
                destination,
                declared,
                Optional.of(from),
                List.of(),
                new TaggingRequest.Options(signing.vouch(), force, false, false),
                Additions.NONE,
                Optional.of(new TaggingRequest.Relink(Descent.RELINK + FileHash.sha256(from))));
    }
}
