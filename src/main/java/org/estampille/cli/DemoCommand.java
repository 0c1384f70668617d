package org.estampille.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.estampille.declaration.DeclarationExample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code estampille demo}: the whole way on four real files. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Makes a demo authority, tags one JPEG, PNG, MP4 and WAV with an example declaration, and verifies them.")
final class DemoCommand implements Callable<Integer> {

    private static final List<String> MEDIA = List.of("picture.jpg", "picture.png", "film.mp4", "sound.wav");

    private final Surroundings surroundings;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "estampille-demo",
            description = "Where everything goes (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("estampille-demo");

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Path folder = OutputFolder.require(surroundings.directory().resolve(out), "the demo writes several files");
        Path authority = folder.resolve("authority");
        if (!Files.exists(authority.resolve("leaf.key.pem"))) {
            KeysCommand.create(authority, surroundings);
        }
        Path media = folder.resolve("media");
        Files.createDirectories(media);
        for (String name : MEDIA) {
            copy(name, media.resolve(name));
        }
        Path declaration = folder.resolve("declaration.yaml");
        if (!Files.exists(declaration)) {
            Files.writeString(declaration, DeclarationExample.yaml());
        }
        say("Demo authority (signs for this demo, nobody else trusts it)", "  " + authority);
        say("Declaration", "  " + declaration, "");
        say("Tagging");
        Path tagged = folder.resolve("tagged");
        int code = tag(media, declaration, authority, tagged);
        if (code != ExitCode.OK.code()) {
            return code;
        }
        say("", "Verifying, with the demo authority as the trusted root");
        return run(
                "verify",
                tagged.toString(),
                "--trust",
                authority.resolve("root.pem").toString());
    }

    private int tag(Path media, Path declaration, Path authority, Path tagged) {
        return run(
                "tag",
                media.toString(),
                "--declare",
                declaration.toString(),
                "--out",
                tagged.toString(),
                "--key",
                authority.resolve("leaf.key.pem").toString(),
                "--cert",
                authority.resolve("chain.pem").toString(),
                "--force");
    }

    private int run(String... arguments) {
        return CommandLineRunner.run(arguments, surroundings);
    }

    private void say(String... lines) {
        for (String line : lines) {
            surroundings.out().println(line);
        }
    }

    private static void copy(String name, Path target) throws IOException {
        try (InputStream octets = DemoCommand.class.getResourceAsStream("/org/estampille/demo/" + name)) {
            if (octets == null) {
                throw new IOException("this build has no demo media; build it again");
            }
            Files.copy(octets, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
