package dev.joust.compare.job;

import dev.joust.compare.plan.Distribution;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ScenarioFiles;
import dev.joust.compare.plan.ScenarioRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scenarios of a job, all of which can run as written.
 *
 * @param models only these run; empty means no restriction
 */
public record JobScenarios(List<JobScenario> named, Set<String> models) {
    public JobScenarios {
        named = List.copyOf(named);
        models = Set.copyOf(models);
        models.forEach(model -> PlainWord.of("the name of a model", model));
    }

    /**
     * Reads the scenarios here, so that no task finds what is wrong with them.
     *
     * @throws dev.joust.compare.plan.UsageException when a scenario or a model is unknown, or nothing is left to run
     * @throws dev.joust.scenario.BadScenarioException when one cannot run as written
     */
    public static JobScenarios read(List<String> names, Set<String> models, Profile profile) {
        var registry = ModelRegistry.found();
        ScenarioRequest.of(names, models, List.of()).choose(profile, registry);
        var files = new ScenarioFiles(Distribution.scenarios(), registry.options());
        return new JobScenarios(
                names.stream()
                        .map(name -> new JobScenario(
                                name, files.own(name).isPresent() ? Optional.empty() : Optional.of(Path.of(name))))
                        .toList(),
                models);
    }
}
