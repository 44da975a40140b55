package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.cause.KnownCauses;
import dev.joust.compare.plan.ScenarioFiles;
import org.junit.jupiter.api.Test;

/** A scenario is not finished before the cause of each of its arms is written down. */
final class CausesOfOwnScenariosTest {

    @Test
    void everyArmHasAKnownCause() {
        var known = KnownCauses.own();
        var files = new ScenarioFiles(SourceTree.top().resolve("compare/scenarios"), DocumentedScenariosTest.models());
        assertThat(files.readOwn()).hasSizeGreaterThan(20).allSatisfy(scenario -> assertThat(scenario.arms())
                .allSatisfy(arm -> assertThat(known.of(scenario.name(), arm.name()))
                        .as("%s of %s: add it to known-causes.txt", arm.name(), scenario.name())
                        .isPresent()));
    }
}
