package dev.joust.compare;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;

/**
 * The packages of compare, and the packages that each may know. Only {@code Joust} itself knows {@code cli}, which may
 * know all.
 */
final class PackageArrows {
    static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("stats", Set.of()),
            Map.entry("machine", Set.of()),
            Map.entry("process", Set.of("machine")),
            Map.entry("plan", Set.of("stats")),
            Map.entry("session", Set.of("plan", "machine", "stats")),
            Map.entry("service", Set.of("session", "process", "machine", "plan")),
            Map.entry("fidelity", Set.of("process", "machine", "plan")),
            Map.entry("verdict", Set.of("session", "plan", "stats", "machine")),
            Map.entry("cause", Set.of("verdict", "session", "stats", "machine")),
            Map.entry("advise", Set.of("report", "report.build", "verdict", "session", "plan")),
            Map.entry("export", Set.of("verdict", "session", "plan", "stats")),
            Map.entry("merge", Set.of("session", "plan", "stats", "machine")),
            Map.entry("timeline", Set.of("plan")),
            Map.entry("job", Set.of("plan")),
            Map.entry("report", Set.of("stats", "fidelity", "timeline", "plan")),
            Map.entry("versus", Set.of("verdict", "session", "plan", "stats", "machine")),
            Map.entry("remote", Set.of("run", "merge", "session", "process", "plan", "machine")),
            Map.entry("report.build", Set.of("report", "cause", "verdict", "session", "plan", "stats", "machine")),
            Map.entry("adr", Set.of("report", "stats", "plan")),
            Map.entry("diff", Set.of("verdict", "session", "report", "stats", "plan", "machine")),
            Map.entry("run", Set.of("verdict", "session", "plan", "service", "process", "machine", "stats")));

    private PackageArrows() {}

    /** That a package knows these others of its base and no more. */
    static ArchRule only(String base, String name, Set<String> allowed) {
        return noClasses()
                .that()
                .resideInAPackage(base + name)
                .should()
                .dependOnClassesThat(describe("are of another package of " + base + "* than " + allowed, other -> {
                    var there = other.getPackageName();
                    return (there + ".").startsWith(base)
                            && !there.equals(base + name)
                            && allowed.stream().noneMatch(each -> there.equals(base + each));
                }));
    }

    /** That packages do not know each other in a circle. Joust itself is no part of it. */
    static ArchRule noCycles(String slices) {
        return SlicesRuleDefinition.slices().matching(slices).should().beFreeOfCycles();
    }
}
