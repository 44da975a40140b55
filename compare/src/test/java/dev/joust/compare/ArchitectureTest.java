package dev.joust.compare;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.joust.trial.ConcurrencyModel;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the poms cannot see. */
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.joust");

    private static final String[] MODELS = {
        "dev.joust.reactive..",
        "dev.joust.threaded..",
        "dev.joust.gilloop..",
        "dev.joust.processes..",
        "dev.joust.blocking.."
    };

    @Test
    void theRulesSeeEveryRoom() {
        var packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(packages)
                .contains(
                        "dev.joust.scenario",
                        "dev.joust.trial",
                        "dev.joust.blocking",
                        "dev.joust.reactive",
                        "dev.joust.threaded",
                        "dev.joust.processes",
                        "dev.joust.compare",
                        "dev.joust.compare.stats",
                        "dev.joust.compare.machine");
        assertThat(CLASSES.stream()
                        .filter(c -> c.isAssignableTo(ConcurrencyModel.class))
                        .count())
                .isGreaterThanOrEqualTo(6);
    }

    @Test
    void inATrialOnlyTheDriversClockReadsTheTime() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.joust.trial..", "dev.joust.scenario..")
                .and()
                .doNotHaveFullyQualifiedName("dev.joust.trial.NanoClock")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void modelsNeverMeasureThemselves() {
        noClasses()
                .that()
                .resideInAnyPackage(MODELS)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "dev\\.joust\\.trial\\.(Recorder|Driver|Dispatch|Measurement|Message|Trial|TrialMain)(\\$.*)?")
                .check(CLASSES);
    }

    /** The interpreter lock says how long it was held and waited for: figures of the lock, not of units. */
    @Test
    void noModelButTheLockKeepsHistograms() {
        noClasses()
                .that()
                .resideInAnyPackage(MODELS)
                .and()
                .haveNameNotMatching("dev\\.joust\\.threaded\\.(LockTally|LockStatistics|InterpreterLock)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.HdrHistogram\\..*")
                .check(CLASSES);
    }

    @Test
    void nobodyKnowsTheReferee() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.joust.compare..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.joust.compare..")
                .check(CLASSES);
    }

    @Test
    void theJudgesArithmeticKnowsNothingOfSessionsAndMachines() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.joust.compare.stats..", "dev.joust.compare.machine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.joust.compare.session..", "dev.joust.trial..", "dev.joust.scenario..")
                .check(CLASSES);
    }

    /** Its classes take their time to load, and every trial has its jars on the class path. */
    @Test
    void onlyTheServicesPackageKnowsTestcontainers() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.joust.compare.service")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.testcontainers..", "com.github.dockerjava..")
                .check(CLASSES);
    }

    @Test
    void modelsDoNotKnowEachOther() {
        for (var model : new String[] {"reactive", "threaded", "processes"}) {
            noClasses()
                    .that()
                    .resideInAPackage("dev.joust." + model + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(java.util.stream.Stream.of("reactive", "threaded", "processes")
                            .filter(other -> !other.equals(model))
                            .map(other -> "dev.joust." + other + "..")
                            .toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    @Test
    void onlyTheServiceKnowsQuarkusButForItsTemplateEngine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.quarkus\\.(?!qute).*")
                .check(CLASSES);
    }
}
