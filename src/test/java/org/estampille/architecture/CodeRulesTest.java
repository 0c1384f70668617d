package org.estampille.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.channels.FileChannel;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** What no class may do, wherever it stands. */
@AnalyzeClasses(packages = "org.estampille", importOptions = DoNotIncludeTests.class)
final class CodeRulesTest {

    private static final String CLI = "org.estampille.cli..";

    @ArchTest
    static final ArchRule only_the_command_line_prints_and_exits = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(java.io.FileDescriptor.class, "out")
            .orShould()
            .accessField(java.io.FileDescriptor.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule the_time_is_handed_in = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould(callMethod(Clock.class, "systemUTC"))
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(java.util.Date.class);

    @ArchTest
    static final ArchRule randomness_is_handed_in = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .callConstructor(SecureRandom.class)
            .orShould()
            .callMethod(SecureRandom.class, "getInstanceStrong")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule names_that_must_be_unique_are_made_where_manifests_are_made = noClasses()
            .that()
            .resideOutsideOfPackages(CLI, "org.estampille.tag..")
            .should()
            .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule the_environment_is_read_by_the_command_line_alone = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule assets_are_never_memory_mapped = noClasses()
            .should()
            .callMethod(FileChannel.class, "map", FileChannel.MapMode.class, long.class, long.class);

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)(\\$.*)?");

    @ArchTest
    static final ArchRule nothing_static_can_change =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule there_are_no_setters =
            methods().should(notBeSetters()).because("models are immutable");

    @ArchTest
    static final ArchRule bytes_do_not_cross_packages_naked = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("org.estampille.bytes..")
            .should(notShowByteArrays())
            .because("Octets, Digest, ByteSource or ByteBuffer say what the bytes are");

    @ArchTest
    static final ArchRule only_the_edge_catches_everything = classes()
            .that()
            .resideOutsideOfPackage(CLI)
            .should(notCatch(Set.of(Exception.class.getName(), RuntimeException.class.getName())))
            .because("a programming error is not a property of a file");

    private static ArchCondition<JavaMethod> notBeSetters() {
        return new ArchCondition<>("not be setters") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String name = method.getName();
                boolean setter = name.length() > 3 && name.startsWith("set") && Character.isUpperCase(name.charAt(3));
                if (setter) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is a setter"));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> notShowByteArrays() {
        return new ArchCondition<>("not take or give byte[] in public") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean visible = method.getModifiers().contains(JavaModifier.PUBLIC)
                        && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !overridesForeignMethod(method);
                boolean naked = Stream.concat(
                                Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .anyMatch(type -> type.isEquivalentTo(byte[].class));
                if (visible && naked) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " shows a byte[]"));
                }
            }
        };
    }

    /** A stream's {@code write(byte[], int, int)} has the form the platform gave it. */
    private static boolean overridesForeignMethod(JavaMethod method) {
        return Stream.concat(
                        method.getOwner().getAllRawSuperclasses().stream(),
                        method.getOwner().getAllRawInterfaces().stream())
                .filter(type -> !type.getPackageName().startsWith("org.estampille"))
                .anyMatch(type -> declares(type, method));
    }

    private static boolean declares(JavaClass type, JavaMethod method) {
        return type.getMethods().stream()
                .anyMatch(candidate -> candidate.getName().equals(method.getName())
                        && candidate.getRawParameterTypes().equals(method.getRawParameterTypes()));
    }

    private static ArchCondition<JavaClass> notCatch(Set<String> everything) {
        return new ArchCondition<>("not catch " + everything) {
            @Override
            public void check(JavaClass owner, ConditionEvents events) {
                owner.getCodeUnits().stream()
                        .flatMap(unit -> unit.getTryCatchBlocks().stream())
                        .filter(block -> catches(block, everything))
                        .forEach(block -> events.add(
                                SimpleConditionEvent.violated(owner, "catch-all in " + block.getSourceCodeLocation())));
            }
        };
    }

    private static boolean catches(TryCatchBlock block, Set<String> everything) {
        return block.getCaughtThrowables().stream().anyMatch(type -> everything.contains(type.getName()));
    }
}
