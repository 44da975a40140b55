package dev.joust.compare.run;

import dev.joust.compare.plan.AvailableRuntimes;
import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.RuntimeVariants;
import dev.joust.compare.plan.ScenarioRequest;
import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.compare.plan.TrialCommands;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.process.TrialFailure;
import dev.joust.scenario.Arm;
import dev.joust.scenario.HttpAccess;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Workload;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The work of a scenario, and the arm that answers requests for it.
 *
 * @param scenario with that arm alone
 * @param workload over HTTP, also where the scenario's is not
 */
record ServedWork(Scenario scenario, Arm arm, Workload workload) {

    /**
     * Reads what a request names.
     *
     * @throws UsageException when there is no such scenario or model, or the model is no server
     */
    static ServedWork of(ModelServerRequest request, ModelRegistry registry) {
        var chosen = ScenarioRequest.of(List.of(request.scenario()), Set.of(), List.of())
                .withoutControls()
                .choose(request.profile(), registry)
                .scenarios();
        var scenario = chosen.get(chosen.size() / 2); // of a sweep the one in the middle
        var arm = arm(scenario, request.model(), registry);
        if (!registry.serves(arm.model())) {
            throw new UsageException(String.format(Locale.ROOT, "%s cannot be a server", arm.model()));
        }
        var workload = scenario.workload().on(arm);
        var access = workload.http().orElse(HttpAccess.USUAL);
        return new ServedWork(scenario.with(List.of(arm)), arm, workload.over(access));
    }

    private static Arm arm(Scenario scenario, String name, ModelRegistry registry) {
        return scenario.arms().stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    registry.checkModels(List.of(name));
                    return Arm.of(name);
                });
    }

    /**
     * How the server is started, with the calibration that sizes its work.
     *
     * @throws UsageException when the runtime of the arm is not available
     * @throws TrialFailure when the calibration fails
     */
    TrialCommands commands(ModelServerRequest request, ModelRegistry registry)
            throws IOException, InterruptedException, TrialFailure {
        var flags = request.profile().flags();
        var chosen = new Chosen(List.of(scenario), List.of(), List.of());
        var found = AvailableRuntimes.find(registry, request.dependencies().executables(), flags, chosen);
        var usual = RuntimeStatus.running(arm, found.runtimes());
        usual.flatMap(runtime -> runtime.getValue().missing()).ifPresent(reason -> {
            throw new UsageException(String.format(Locale.ROOT, "%s is not available: %s", arm.model(), reason));
        });
        var runtime = usual.map(Map.Entry::getKey).orElse(TrialCommands.JVM);
        var variants = RuntimeVariants.find(registry, flags, List.of(scenario));
        var jvm = JvmCommand.jvm(flags);
        var command = new TrialCommands(jvm, found.runtimes(), Map.of(), variants).command(runtime);
        var calibration = new Calibrator(List.of(scenario)).calibrate(command, _ -> true);
        return new TrialCommands(jvm, found.runtimes(), Map.of(runtime, calibration), variants);
    }
}
