package dev.joust.compare;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** The rules of {@link ArchitectureTest}, to be applied to the project and to classes that break them. */
final class ArchitectureRules {
    private ArchitectureRules() {}

    static ArchRule noDependency(String from, String... to) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to);
    }

    static ArchRule onlyWithin(String room, String... known) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(known);
    }

    static ArchRule onlyTheClockReadsTheTime(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .and()
                .doNotHaveFullyQualifiedName("dev.joust.trial.NanoClock")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
    }

    /** The main class of a runtime of its own is no model: it hands over to the one of every trial. */
    static ArchRule modelsDoNotMeasure(String... models) {
        return noClasses()
                .that()
                .resideInAnyPackage(models)
                .and()
                .haveSimpleNameNotEndingWith("TrialMain")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "dev\\.joust\\.trial\\.(Recorder|Driver|Dispatch|Measurement|Message|Trial|TrialMain)(\\$.*)?");
    }

    static ArchRule onlyTheLockKeepsHistograms(String... models) {
        return noClasses()
                .that()
                .resideInAnyPackage(models)
                .and()
                .haveNameNotMatching("dev\\.joust\\.threaded\\.(LockTally|LockStatistics|InterpreterLock)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.HdrHistogram\\..*");
    }

    static ArchRule onlyTheCommandLineKnowsPicocli() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.joust.compare.cli..")
                .and()
                .haveNameNotMatching("dev\\.joust\\.compare\\.Joust(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..");
    }

    static ArchRule noNames(String pattern, String butIn) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(butIn)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(pattern);
    }
}
