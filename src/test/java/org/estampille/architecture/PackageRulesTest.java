package org.estampille.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;

/** Who may use whom. The picture in {@code specs/packages.puml} is the rule; the others name what the picture cannot. */
@AnalyzeClasses(packages = "org.estampille", importOptions = DoNotIncludeTests.class)
final class PackageRulesTest {

    @ArchTest
    static final ArchRule packages_use_only_what_the_diagram_draws = classes()
            .should(adhereToPlantUmlDiagram(
                    Path.of("specs/packages.puml"), consideringOnlyDependenciesInAnyPackage("org.estampille..")));

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("org.estampille.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule container_formats_do_not_see_each_other = slices().matching("org.estampille.container.(*)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_read_side_cannot_reach_the_write_side = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.estampille.detect..",
                    "org.estampille.container..",
                    "org.estampille.extract..",
                    "org.estampille.validate..",
                    "org.estampille.cawg..",
                    "org.estampille.marks..",
                    "org.estampille.disclosure..",
                    "org.estampille.policy..",
                    "org.estampille.report..",
                    "org.estampille.verify..")
            .should()
            .transitivelyDependOnClassesThat(
                    resideInAnyPackage("org.estampille.sign..", "org.estampille.embed..", "org.estampille.tag.."));

    @ArchTest
    static final ArchRule status_codes_are_given_by_validate_alone = noClasses()
            .that(not(resideInAnyPackage(
                    "org.estampille.validate..",
                    "org.estampille.disclosure..",
                    "org.estampille.policy..",
                    "org.estampille.report..",
                    "org.estampille.verify..",
                    "org.estampille.tag..", // writes down what validation said of an ingredient
                    "org.estampille.cli..")))
            .should()
            .dependOnClassesThat()
            .haveSimpleName("StatusCode");

    @ArchTest
    static final ArchRule picocli_stays_in_the_command_line = only("org.estampille.cli..", "picocli..");

    @ArchTest
    static final ArchRule tika_stays_in_detect = only("org.estampille.detect..", "org.apache.tika..");

    @ArchTest
    static final ArchRule yaml_is_read_in_one_place = only("org.estampille.yaml..", "org.snakeyaml..");

    @ArchTest
    static final ArchRule json_stays_where_json_is_spoken = noClasses()
            .that(not(resideInAnyPackage(
                    "org.estampille.cut..",
                    "org.estampille.formula..",
                    "org.estampille.rubric..",
                    "org.estampille.marks..",
                    "org.estampille.report..",
                    "org.estampille.service..",
                    "org.estampille.batch..",
                    "org.estampille.policy..",
                    "org.estampille.cli..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..");

    @ArchTest
    static final ArchRule certificates_and_time_stamps_are_the_only_users_of_bouncy_castle = noClasses()
            .that(not(resideInAnyPackage(
                    "org.estampille.crypto..",
                    "org.estampille.trust..",
                    "org.estampille.timestamp..",
                    "org.estampille.revocation..",
                    "org.estampille.cose..",
                    "org.estampille.sign..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule providers_are_asked_by_instance_never_registered =
            noClasses().should().callMethod(java.security.Security.class, "addProvider", java.security.Provider.class);

    @ArchTest
    static final ArchRule the_network_is_reached_only_through_named_adapters = noClasses()
            .that(not(resideInAPackage("org.estampille.service.."))
                    .and(not(com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith("Http"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "com.sun.net.httpserver..", "javax.net.."))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(Server)?Socket|java\\.net\\.(Http)?URLConnection")
            .orShould()
            .callMethod(java.net.URL.class, "openStream");

    private static ArchRule only(String home, String library) {
        return noClasses()
                .that(not(resideInAPackage(home)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
