package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.joust.trial.ConcurrencyModel;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the poms cannot check. Each rule is applied twice: to the project, where it holds, and to something known to
 * break it. That is a class of package {@code dev.joust.broken}, or an arrow that really exists.
 */
final class ArchitectureTest {
    private static final String BASE = "dev.joust.";
    private static final String BROKEN = "dev.joust.broken..";

    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.joust");
    private static final JavaClasses BROKEN_CLASSES = new ClassFileImporter().importPackages("dev.joust.broken");

    /** Each rival and the rivals that it is built from. */
    private static final Map<String, Set<String>> RIVALS = Map.of(
            "reactive", Set.of(),
            "threaded", Set.of(),
            "processes", Set.of(),
            "gilloop", Set.of("reactive", "threaded"),
            "hybrid", Set.of("reactive", "processes"),
            "example", Set.of(),
            "cpython", Set.of(),
            "quarkus", Set.of(),
            "load", Set.of());

    private static final String[] MODELS = Stream.concat(RIVALS.keySet().stream(), Stream.of("blocking"))
            .map(name -> BASE + name + "..")
            .toArray(String[]::new);

    @Test
    void everyRoomIsSeen() {
        assertThat(packages())
                .contains(BASE + "scenario", BASE + "trial", BASE + "blocking", BASE + "fidelity", BASE + "compare")
                .containsAll(RIVALS.keySet().stream().map(name -> BASE + name).toList())
                .containsAll(PackageArrows.ALLOWED.keySet().stream()
                        .map(name -> BASE + "compare." + name)
                        .toList());
    }

    @Test
    void everyPackageWithAModelIsARivalThatTheRulesName() {
        var withModels = PROJECT.stream()
                .filter(c -> c.isAssignableTo(ConcurrencyModel.class) && !c.isInterface())
                .map(JavaClass::getPackageName)
                .filter(name -> !name.startsWith(BASE + "contract") && !name.startsWith(BASE + "trial"))
                .map(name -> name.substring(BASE.length()))
                .collect(Collectors.toSet());
        assertThat(withModels).hasSizeGreaterThanOrEqualTo(5);
        assertThat(RIVALS).containsKeys(withModels.toArray(String[]::new));
    }

    @Test
    void rivalsKnowOnlyTheRivalsThatTheyAreBuiltFrom() {
        RIVALS.forEach((rival, parts) -> {
            var others = RIVALS.keySet().stream()
                    .filter(other -> !other.equals(rival) && !parts.contains(other))
                    .map(other -> BASE + other + "..")
                    .toArray(String[]::new);
            ArchitectureRules.noDependency(BASE + rival + "..", others).check(PROJECT);
        });
        RIVALS.forEach((rival, parts) -> parts.forEach(part -> assertBroken(
                ArchitectureRules.noDependency(BASE + rival + "..", BASE + part + ".."), PROJECT, BASE + rival)));
    }

    @Test
    void inATrialOnlyTheDriversClockReadsTheTime() {
        ArchitectureRules.onlyTheClockReadsTheTime(BASE + "trial..", BASE + "scenario..")
                .check(PROJECT);
        assertBroken(ArchitectureRules.onlyTheClockReadsTheTime(BROKEN), BROKEN_CLASSES, "ReadsTheTime");
    }

    @Test
    void modelsNeverMeasureThemselves() {
        ArchitectureRules.modelsDoNotMeasure(MODELS).check(PROJECT);
        assertBroken(ArchitectureRules.modelsDoNotMeasure(BROKEN), BROKEN_CLASSES, "MeasuresItself");
    }

    /** The interpreter lock tells how long it was held and waited for: figures of the lock and not of units. */
    @Test
    void noModelButTheLockKeepsHistograms() {
        ArchitectureRules.onlyTheLockKeepsHistograms(MODELS).check(PROJECT);
        assertBroken(ArchitectureRules.onlyTheLockKeepsHistograms(BROKEN), BROKEN_CLASSES, "MeasuresItself");
    }

    @Test
    void nobodyKnowsTheReferee() {
        ArchitectureRules.onlyWithin(BASE + "compare..", BASE + "compare..").check(PROJECT);
        assertBroken(
                ArchitectureRules.onlyWithin(BASE + "compare..", BASE + "compare.."),
                BROKEN_CLASSES,
                "KnowsTheReferee");
    }

    /** Its classes take long to load, and its jars are on the class path of every trial. */
    @Test
    void onlyTheServicesPackageKnowsTestcontainers() {
        var rule = ArchitectureRules.onlyWithin(
                BASE + "compare.service", "org.testcontainers..", "com.github.dockerjava..");
        rule.check(PROJECT);
        assertBroken(rule, BROKEN_CLASSES, "KnowsContainers");
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        var rule = ArchitectureRules.onlyTheCommandLineKnowsPicocli();
        rule.check(PROJECT);
        assertBroken(rule, BROKEN_CLASSES, "KnowsTheCommandLine");
    }

    @Test
    void onlyTheServiceAndTheRivalKnowQuarkusExceptForItsTemplateEngine() {
        var rival = BASE + "quarkus..";
        ArchitectureRules.noNames("io\\.quarkus\\.(?!qute).*", rival).check(PROJECT);
        assertBroken(ArchitectureRules.noNames("io\\.quarkus\\..*", rival), PROJECT, BASE + "compare.report");
    }

    @Test
    void thePackagesOfTheRefereeKnowOnlyThoseBelowThem() {
        PackageArrows.ALLOWED.forEach((name, allowed) ->
                PackageArrows.only(BASE + "compare.", name, allowed).check(PROJECT));
    }

    @Test
    void everyArrowOfTheDrawingIsFoundToBreakARuleWithoutIt() {
        PackageArrows.ALLOWED.forEach((name, allowed) -> {
            if (!allowed.isEmpty()) {
                assertBroken(PackageArrows.only(BASE + "compare.", name, Set.of()), PROJECT, BASE + "compare." + name);
            }
        });
    }

    @Test
    void aLowerPackageThatKnowsAHigherOneIsFound() {
        assertBroken(PackageArrows.only("dev.joust.broken.", "stats", Set.of()), BROKEN_CLASSES, "KnowsSessions");
    }

    @Test
    void thePackagesOfTheRefereeHaveNoCycle() {
        PackageArrows.noCycles(BASE + "compare.(**)").check(PROJECT);
        assertBroken(PackageArrows.noCycles("dev.joust.broken.(*).."), BROKEN_CLASSES, "KnowsSessions");
    }

    private static Set<String> packages() {
        return PROJECT.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    }

    private static void assertBroken(ArchRule rule, JavaClasses classes, String by) {
        assertThat(rule.evaluate(classes).getFailureReport().getDetails())
                .as(rule.getDescription())
                .anyMatch(detail -> detail.contains(by));
    }
}
