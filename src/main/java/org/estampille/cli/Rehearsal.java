package org.estampille.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/** Runs the usual commands once, silently, so that Java can note for its class-data archive which classes they need. */
public final class Rehearsal {
    private Rehearsal() {}

    /** Works in the folder that is the only argument. */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Surroundings silent = new Surroundings(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                Path.of(""),
                Clock.systemUTC(),
                Map.of(),
                false);
        CommandLineRunner.run(new String[] {"demo", "--out", args[0]}, silent);
        for (String name : new String[] {"picture.jpg", "picture.png", "film.mp4", "sound.wav"}) {
            String tagged = folder.resolve("tagged").resolve(name).toString();
            CommandLineRunner.run(new String[] {"verify", tagged}, silent);
            CommandLineRunner.run(new String[] {"verify", "--json", tagged}, silent);
        }
        CommandLineRunner.run(new String[] {"--help"}, silent);
        Objects.requireNonNull(Main.class); // no command needs it, nor where it writes
        Objects.requireNonNull(StandardOutput.class);
    }
}
