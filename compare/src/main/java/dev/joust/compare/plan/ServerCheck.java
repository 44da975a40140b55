package dev.joust.compare.plan;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether each arm can do what its scenario asks: answer HTTP requests, or run units within its process. */
record ServerCheck(ModelRegistry registry) {

    /**
     * Checks these scenarios.
     *
     * @throws UsageException when an arm cannot; the message names the first such scenario, and all such models of it
     */
    void check(List<Scenario> scenarios) {
        scenarios.forEach(this::check);
    }

    private void check(Scenario scenario) {
        boolean served = scenario.workload().http().isPresent();
        var unfit = scenario.arms().stream()
                .map(Arm::model)
                .filter(model -> !(served ? registry.serves(model) : registry.runsInProcess(model)))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!unfit.isEmpty()) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    served
                            ? "scenario %s is 'over: http', which %s cannot answer"
                            : "scenario %s is not 'over: http', but %s answers HTTP requests alone",
                    scenario.name(),
                    unfit));
        }
    }
}
