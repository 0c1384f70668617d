package org.estampille.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script with stand-ins for Java, which prints its arguments, and for Maven, which makes an empty jar. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");
    private Path tools = Path.of("");

    private record Run(int exit, String out, String err) {}

    @BeforeEach
    void lay_out_a_checkout() throws IOException {
        home = Files.createDirectories(folder.toRealPath().resolve("a checkout"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.createDirectories(home.resolve("src/main"));
        old(Files.writeString(home.resolve("pom.xml"), "<project/>"));
        old(home.resolve("src/main"));
        script(home.resolve("estampille"), Files.readString(Path.of("estampille")));
        script(tools.resolve("mvn"), "#!/bin/sh\necho \"building with $MAVEN_OPTS\"; : >target/estampille.jar\n");
        jdk("jdk-21", "21.0.2");
    }

    @Test
    void builds_when_the_jar_is_missing_and_says_so_on_standard_error_only() throws Exception {
        Run run = run(List.of("verify"), Map.of("MAVEN_OPTS", "-Dpassed=on"));
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("estampille: building", "building with -Dpassed=on");
        assertThat(run.out()).doesNotContain("building").endsWith("estampille.jar verify\n");
    }

    @Test
    void builds_again_when_a_source_is_newer_than_the_jar_and_else_not() throws Exception {
        run(List.of(), Map.of());
        assertThat(run(List.of(), Map.of()).err()).isEmpty();
        Path source = Files.writeString(home.resolve("src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(run(List.of(), Map.of()).err()).contains("building");
    }

    @Test
    void finds_its_folder_through_symbolic_links_and_paths_with_spaces() throws Exception {
        Path links = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(links.resolve("first"), Path.of("../a checkout/estampille"));
        Files.createSymbolicLink(links.resolve("second"), links.resolve("first"));
        Run run = execute(links.resolve("second"), List.of("formats"), Map.of(), folder);
        assertThat(run.out()).contains("-jar " + home + "/target/estampille.jar formats");
        assertThat(run.out()).contains("-Destampille.lib=" + home + "/target/lib");
    }

    @Test
    void takes_the_newest_java_of_those_it_finds() throws Exception {
        Path newest = jdk("jdk-99", "99-ea");
        Path tooOld = jdk("jdk-8", "1.8.0_402");
        Run run = run(List.of(), Map.of("JAVA_HOME", newest.toString()));
        assertThat(run.out())
                .startsWith("jdk-99 ")
                .contains("-XX:AOTCache=" + home + "/target/archives/jdk-99-99-ea.aot");
        assertThat(run(List.of(), Map.of("ESTAMPILLE_JAVA_HOME", tooOld.toString()))
                        .err())
                .contains("is not a Java of 17 or later");
    }

    @Test
    void gives_one_small_file_a_quick_start_and_much_work_both_compilers() throws Exception {
        Path small = Files.writeString(folder.resolve("small file.jpg"), "small");
        assertThat(run(List.of("verify", small.toString(), "--out", folder.toString()), Map.of())
                        .out())
                .contains("-XX:TieredStopAtLevel=1");
        assertThat(run(List.of("verify", folder.toString()), Map.of()).out()).doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void hands_java_options_and_arguments_on_untouched() throws Exception {
        Run run = run(List.of("verify", "a  b", "*"), Map.of("JAVA_OPTS", "-Xmx1g -Da=b"));
        assertThat(run.out()).contains(" -Xmx1g -Da=b -jar ").endsWith("estampille.jar verify a  b *\n");
    }

    @Test
    void makes_the_class_data_archive_once_for_each_build() throws Exception {
        run(List.of(), Map.of());
        Path rehearsals = folder.resolve("rehearsals");
        assertThat(Files.readAllLines(rehearsals)).hasSize(1);
        run(List.of(), Map.of());
        assertThat(Files.readAllLines(rehearsals)).hasSize(1);
        assertThat(run(List.of(), Map.of()).out()).contains("-XX:SharedArchiveFile=" + home + "/target/archives/");
        assertThat(home.resolve("target/archives")).isDirectoryNotContaining("glob:**/.draft*");
    }

    @Test
    void says_what_is_missing_when_nothing_can_be_built() throws IOException, InterruptedException {
        Files.delete(tools.resolve("mvn"));
        Run run = run(List.of("verify"), Map.of("PATH", tools + ":" + essentials()));
        assertThat(run.exit()).isEqualTo(6);
        assertThat(run.err()).startsWith("estampille: needs Maven").doesNotContain("not found");
    }

    /** A folder with the few commands the script needs and no Maven. */
    private Path essentials() throws IOException {
        Path essentials = Files.createDirectories(folder.resolve("essentials"));
        for (String command : List.of("sh", "find", "readlink", "mkdir", "rm", "mv", "touch", "sleep", "cat")) {
            for (String place : List.of("/bin/", "/usr/bin/")) {
                if (Files.exists(Path.of(place + command))) {
                    script(essentials.resolve(command), "#!/bin/sh\nexec " + place + command + " \"$@\"\n");
                }
            }
        }
        return essentials;
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(jdk.resolve("bin/java"), """
                #!/bin/sh
                case $1 in
                -XX:DumpLoadedClassList=*) echo class >"${1#*=}"; echo one >>'REHEARSALS' ;;
                -XX:AOTCacheOutput=*) echo archive >"${1#*=}"; echo one >>'REHEARSALS' ;;
                -Xshare:dump) for option; do case $option in -XX:SharedArchiveFile=*) echo archive >"${option#*=}" ;; esac; done ;;
                *) echo "NAME $*" ;;
                esac
                """.replace(
                "REHEARSALS", folder.resolve("rehearsals").toString()).replace("NAME", name));
        script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        return jdk;
    }

    private Run run(List<String> arguments, Map<String, String> environment) throws IOException, InterruptedException {
        return execute(home.resolve("estampille"), arguments, environment, folder);
    }

    private Run execute(Path script, List<String> arguments, Map<String, String> environment, Path directory)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(arguments);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("JAVA_OPTS");
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment()
                .put("ESTAMPILLE_JAVA_HOME", folder.resolve("jdk-21").toString());
        if (environment.containsKey("JAVA_HOME")) {
            builder.environment().remove("ESTAMPILLE_JAVA_HOME");
        }
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        return new Run(exit, Files.readString(out), Files.readString(err));
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(THEN));
    }
}
