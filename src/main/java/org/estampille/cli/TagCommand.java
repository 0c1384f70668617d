package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.estampille.bytes.ReadLimits;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationProfile;
import org.estampille.embed.NewFolders;
import org.estampille.report.SafeText;
import org.estampille.sign.ClaimSigner;
import org.estampille.tag.Additions;
import org.estampille.tag.CollectionRequest;
import org.estampille.tag.StreamRequest;
import org.estampille.tag.TaggingRequest;
import org.estampille.tag.TaggingTools;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estampille tag}: embeds signed statements of AI use. */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Signs a declaration of AI use and of the AI tools' output rights into media files.")
final class TagCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE|DIR|PATTERN", arity = "0..*", description = "Media files, folders, quoted patterns.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--declare",
            required = true,
            paramLabel = "DECL.yaml",
            description = "What is declared; 'estampille declare example' prints one.")
    private Path declaration = Path.of("");

    @ArgGroup(multiplicity = "0..1")
    private TagTargets.@Nullable Where where;

    @Mixin
    private CollectionOptions many = new CollectionOptions();

    @Mixin
    private SigningOptions signing = new SigningOptions();

    @Option(names = "--parent", paramLabel = "FILE", description = "The file this one was made from.")
    private @Nullable Path parent;

    @Option(names = "--ingredient", paramLabel = "FILE", description = "A file that was placed in this one.")
    private List<Path> ingredients = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "full|studio-minimal",
            description =
                    "studio-minimal leaves out prompts, names, code names and free text. Default: ${DEFAULT-VALUE}.")
    private DeclarationProfile profile = DeclarationProfile.FULL;

    @Option(
            names = "--xmp",
            description = "Also write the IPTC AI properties into the file's XMP, for programs without C2PA.")
    private boolean xmp;

    @Mixin
    private HouseIdentityOptions house = new HouseIdentityOptions();

    @Option(names = "--force", description = "Replace targets that exist.")
    private boolean force;

    @Option(names = "--reread", description = "Hash each written file once more before it takes its place.")
    private boolean reread;

    @Option(names = "--dry-run", description = "Check everything, write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "One JSON object a line and file.")
    private boolean json;

    TagCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        many.check(!inputs.isEmpty(), where != null && where.out().isEmpty());
        return many.asked() ? tagMany() : tagEach(required());
    }

    /** What tagging files one by one cannot do without. */
    private TagTargets.Where required() throws CommandFailure {
        if (inputs.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "nothing to tag: name files or folders, or --sequence, or --collection.");
        }
        if (where == null) {
            throw new CommandFailure(
                    ExitCode.USAGE, "where to? One of --out DIR|FILE, --in-place, --sidecar must be given.");
        }
        return where;
    }

    private int tagMany() throws CommandFailure, IOException {
        Declaration declared = profile.apply(DeclarationFile.load(declaration, surroundings));
        if (parent != null || !ingredients.isEmpty() || xmp) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--parent, --ingredient and --xmp are for single files, not for a collection.");
        }
        CollectionOptions.Chosen chosen =
                many.choose(Optional.ofNullable(where).flatMap(TagTargets.Where::out), surroundings.directory());
        CollectionRun.requireRoom(chosen, force || dryRun);
        Workload workload = Workload.ofOne(chosen.members().stream()
                .map(member -> chosen.folder().resolve(String.join("/", member)))
                .toList());
        ClaimSigner signer = signing.signer(surroundings, workload.engine());
        CollectionRequest request = new CollectionRequest(
                chosen.folder(),
                chosen.members(),
                chosen.sequence(),
                chosen.target(),
                declared,
                new TaggingRequest.Options(signing.vouch(), force, reread, dryRun),
                new Additions(house.identity(surroundings, workload.engine()), false, false),
                chosen.delivered(),
                many.updatesHashList());
        try (Progress progress = Progress.of(surroundings, "octets", workload.octets())) {
            TaggingTools tools =
                    signing.tools(signer, workload.engine(), workload.threadsWithin(), progress, surroundings);
            return new CollectionRun(surroundings, json).run(request, chosen.shown(), tools);
        }
    }

    private int tagEach(TagTargets.Where where) throws CommandFailure, IOException {
        Declaration declared = profile.apply(DeclarationFile.load(declaration, surroundings));
        List<InputFiles.Input> all = TagTargets.taggable(listed(where));
        StreamInputs split = StreamInputs.of(all, true, ReadLimits.standard());
        List<InputFiles.Input> files = split.files();
        TagTargets targets = TagTargets.of(where, split.streams().isEmpty() ? files : all, surroundings.directory());
        Workload workload = Workload.of(all, surroundings);
        ClaimSigner signer = signing.signer(surroundings, workload.engine());
        Additions additions =
                new Additions(house.identity(surroundings, workload.engine()), xmp, profile != DeclarationProfile.FULL);
        try (Progress progress = Progress.of(surroundings, "octets", workload.octets());
                NewFolders folders = new NewFolders()) {
            TaggingTools tools =
                    signing.tools(signer, workload.engine(), workload.threadsWithin(), progress, surroundings);
            TagRun run = new TagRun(tools, surroundings, json);
            for (StreamInputs.Stream stream : split.streams()) {
                run.print(tag(stream, targets, declared, additions, tools, run));
            }
            OrderedWork.run(
                    files,
                    workload.threadsAcross(),
                    file -> run.tag(request(file, targets, declared, additions), file.shown(), folders),
                    run::print);
            return run.worst().code();
        }
    }

    private List<InputFiles.Input> listed(TagTargets.Where where) throws IOException {
        Optional<String> out = where.out();
        InputFiles.Listed listed =
                InputFiles.list(inputs, surroundings.directory(), out.map(surroundings.directory()::resolve));
        if (listed.leftOut()) {
            surroundings
                    .err()
                    .println(SafeText.line("estampille: --out " + out.orElse("")
                            + " lies in a folder to be tagged; what is in it already is left out."));
        }
        return listed.inputs();
    }

    private TagRun.Line tag(
            StreamInputs.Stream stream,
            TagTargets targets,
            Declaration declared,
            Additions additions,
            TaggingTools tools,
            TagRun run)
            throws CommandFailure {
        if (stream.found().presentation().isEmpty()) {
            return run.line(stream.shown(), () -> {
                throw stream.found().problem().orElseThrow();
            });
        }
        TaggingRequest.Options options = new TaggingRequest.Options(signing.vouch(), force, reread, dryRun);
        StreamRequest request = new StreamRequest(
                stream.found().presentation().get(),
                targets.streamFolder().resolve(stream.below().toString()),
                declared,
                Optional.ofNullable(parent).map(path -> surroundings.directory().resolve(path)),
                ingredients.stream()
                        .map(path -> surroundings.directory().resolve(path))
                        .toList(),
                options,
                additions);
        return StreamRun.tag(request, stream.shown(), tools, run);
    }

    private TaggingRequest request(
            InputFiles.Input file, TagTargets targets, Declaration declared, Additions additions) {
        return new TaggingRequest(
                file.path(),
                targets.destination(file),
                declared,
                Optional.ofNullable(parent).map(path -> surroundings.directory().resolve(path)),
                ingredients.stream()
                        .map(path -> surroundings.directory().resolve(path))
                        .toList(),
                new TaggingRequest.Options(signing.vouch(), force, reread, dryRun),
                additions);
    }
}
