package dev.joust.compare.plan;

import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.scenario.ArmRuntime;
import dev.joust.scenario.Pod;
import java.util.List;
import java.util.Set;

/** What a user asks a session to run. */
public interface ScenarioChoice {
    /** The limits of the command line, which are checked first. */
    List<Pod> pods();

    /**
     * Reads the scenarios and chooses what runs of them.
     *
     * @throws UsageException when a scenario or a model is unknown, or nothing is left to run
     */
    Chosen choose(Profile profile, ModelRegistry registry);

    /** The same without the controls, except those that the user names. */
    ScenarioChoice withoutControls();

    /** The runtimes that its arms choose. A session that goes on runs these, and none that its folder alone names. */
    Set<ArmRuntime> runtimes(ModelRegistry registry);
}
