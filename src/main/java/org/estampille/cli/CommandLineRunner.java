package org.estampille.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.estampille.report.SafeText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Finds the command an argument list names, runs it, and turns whatever goes wrong into one sentence and an exit code. */
public final class CommandLineRunner {

    private static final List<String> COMMANDS = List.of(
            "tag",
            "amend",
            "relink",
            "verify",
            "inspect",
            "declare",
            "cuesheet",
            "label",
            "terms",
            "keys",
            "trust",
            "policy",
            "strip",
            "recover",
            "formats",
            "demo");

    private CommandLineRunner() {}

    /** Runs {@code args}; never throws. */
    public static int run(String[] args, Surroundings surroundings) {
        boolean named = args.length > 0 && COMMANDS.contains(args[0]);
        if (args.length > 0 && !named && !args[0].startsWith("-")) {
            surroundings
                    .err()
                    .println("estampille: no command '" + SafeText.line(args[0]) + "'; there are "
                            + String.join(", ", COMMANDS) + ".\nTry 'estampille --help'.");
            surroundings.err().flush();
            return ExitCode.USAGE.code();
        }
        CommandLine commandLine = named ? only(args[0], surroundings) : all(surroundings);
        commandLine.setOut(surroundings.out());
        commandLine.setErr(surroundings.err());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(
                (exception, arguments) -> usage(named(exception, arguments), surroundings));
        commandLine.setExecutionExceptionHandler(
                (exception, command, result) -> failure(exception, surroundings).code());
        if (OverwrittenInput.isConceivable(args)) {
            commandLine.setExecutionStrategy(parsed -> unlessOverwriting(parsed, surroundings));
        }
        int code = commandLine.execute(named ? Arrays.copyOfRange(args, 1, args.length) : args);
        surroundings.out().flush();
        surroundings.err().flush();
        return code;
    }

    private static int unlessOverwriting(CommandLine.ParseResult parsed, Surroundings surroundings) {
        boolean helping = CommandLine.printHelpIfRequested(parsed);
        try {
            if (!helping) {
                OverwrittenInput.refuse(parsed, surroundings);
            }
        } catch (CommandFailure e) {
            return failure(e, surroundings).code();
        }
        return helping ? ExitCode.OK.code() : new CommandLine.RunLast().execute(parsed);
    }

    /** Only the command that was asked for is built: describing the others would cost more than running it. */
    private static CommandLine only(String name, Surroundings surroundings) {
        return new CommandLine(command(name, surroundings)).setCommandName("estampille " + name);
    }

    private static CommandLine all(Surroundings surroundings) {
        CommandLine root = new CommandLine(new RootCommand(surroundings));
        for (String name : COMMANDS) {
            root.addSubcommand(name, command(name, surroundings));
        }
        return root;
    }

    private static Object command(String name, Surroundings surroundings) {
        return switch (name) {
            case "tag" -> new TagCommand(surroundings);
            case "amend" -> new AmendCommand(surroundings);
            case "relink" -> new RelinkCommand(surroundings);
            case "verify" -> new VerifyCommand(surroundings);
            case "inspect" -> new InspectCommand(surroundings);
            case "declare" -> new DeclareCommand(surroundings);
            case "terms" -> new TermsCommand(surroundings);
            case "cuesheet" -> new CuesheetCommand(surroundings);
            case "label" -> LabelCommand.spec(surroundings);
            case "keys" -> new KeysCommand(surroundings);
            case "trust" -> new TrustCommand(surroundings);
            case "policy" -> PolicyCommand.spec(surroundings);
            case "strip" -> new StripCommand(surroundings);
            case "recover" -> new RecoverCommand(surroundings);
            case "formats" -> new FormatsCommand(surroundings);
            case "demo" -> new DemoCommand(surroundings);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** An option that does not exist explains more than an argument that is missing. */
    private static ParameterException named(ParameterException exception, String[] arguments) {
        if (!(exception instanceof CommandLine.MissingParameterException)) {
            return exception;
        }
        CommandLine command = exception.getCommandLine();
        List<String> unknown = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (name.startsWith("--")
                    && name.length() > 2
                    && command.getCommandSpec().findOption(name) == null) {
                unknown.add(argument);
            }
        }
        return unknown.isEmpty() ? exception : new CommandLine.UnmatchedArgumentException(command, unknown);
    }

    private static int usage(ParameterException exception, Surroundings surroundings) {
        CommandSpec command = exception.getCommandLine().getCommandSpec();
        surroundings.err().println("estampille: " + SafeText.line(UsageSentence.of(exception)));
        CommandLine.UnmatchedArgumentException.printSuggestions(exception, surroundings.err());
        surroundings.err().println("Try '" + command.qualifiedName() + " --help'.");
        return ExitCode.USAGE.code();
    }

    /** The sentence and the code for a command that could not go on. */
    static ExitCode failure(Exception exception, Surroundings surroundings) {
        if (exception instanceof CommandFailure failure) {
            surroundings.err().println("estampille: " + SafeText.line(String.valueOf(failure.getMessage())));
            return failure.exitCode();
        }
        if (exception instanceof IOException io) {
            surroundings.err().println("estampille: " + SafeText.line(sentence(io)));
            return ExitCode.IO;
        }
        surroundings
                .err()
                .println("estampille: internal error, please report it: " + SafeText.line(String.valueOf(exception)));
        if (surroundings.environment().containsKey("ESTAMPILLE_DEBUG")) {
            exception.printStackTrace(surroundings.err());
        }
        return ExitCode.INTERNAL;
    }

    /** What an I/O failure means for the person at the terminal. */
    static String sentence(IOException exception) {
        if (exception instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file or folder.";
        }
        if (exception instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied.";
        }
        if (exception instanceof FileAlreadyExistsException existing) {
            return existing.getFile() + ": exists already and is not replaced.";
        }
        if (exception instanceof NotDirectoryException file) {
            return file.getFile() + ": is not a folder.";
        }
        if (exception instanceof FileSystemException link
                && String.valueOf(link.getReason()).contains("symbolic link")) {
            return link.getFile() + ": is a symbolic link that leads in a circle; name the file itself.";
        }
        if (exception instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason() + ".";
        }
        return exception.getMessage() == null ? exception.getClass().getSimpleName() : exception.getMessage() + ".";
    }

    /** The bare command: says what there is. */
    @Command(
            name = "estampille",
            mixinStandardHelpOptions = true,
            versionProvider = ProductVersion.class,
            synopsisSubcommandLabel = "COMMAND",
            description = "Says, and checks, what AI did to a piece of media: signed C2PA manifests.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:everything asked for holds",
                "1:rejected: invalid, or a policy says reject",
                "2:usage error",
                "3:no manifest where one is required",
                "4:review: valid, but a person must decide",
                "5:could not judge: unsupported, evidence missing, limit hit",
                "6:input/output failure",
                "7:cannot sign: key, certificate, time-stamp",
                "70:internal error, please report",
                "75:temporary, a retry may succeed"
            })
    static final class RootCommand implements java.util.concurrent.Callable<Integer> {
        private final Surroundings surroundings;

        @CommandLine.Spec
        @org.jspecify.annotations.Nullable
        private CommandSpec spec;

        RootCommand(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            if (spec != null) {
                spec.commandLine().usage(surroundings.err());
            }
            return ExitCode.USAGE.code();
        }
    }
}
