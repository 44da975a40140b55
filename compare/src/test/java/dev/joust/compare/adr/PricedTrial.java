package dev.joust.compare.adr;

import dev.joust.compare.SampleResult;
import dev.joust.compare.machine.ContextSwitches;
import dev.joust.compare.machine.MemoryUse;
import dev.joust.compare.machine.ResourceUsage;
import dev.joust.compare.session.Result;
import dev.joust.trial.Ceiling;
import dev.joust.trial.TrialId;
import java.util.Optional;

/**
 * A trial with costs of its own.
 *
 * @param cpuMillis per unit
 * @param mebibytes of peak resident memory
 * @param switches per unit
 */
record PricedTrial(SampleResult trial, double cpuMillis, long mebibytes, double switches, double startMillis)
        implements SampleResult {

    @Override
    public Result of(TrialId id, Ceiling ceiling) {
        var result = trial.of(id, ceiling);
        var outside = result.outside();
        long units = result.measurement()
                .orElseThrow()
                .classes()
                .get("task")
                .counts()
                .done();
        return new Result(
                result.format(),
                result.id(),
                result.measurement(),
                result.failure(),
                new Result.Outside(
                        Optional.of(startMillis),
                        outside.wallMillis(),
                        outside.resourceUsage().map(usage -> priced(usage, units)),
                        outside.service(),
                        outside.disturbance()));
    }

    private ResourceUsage priced(ResourceUsage usage, long units) {
        double seconds = cpuMillis * units / 1e3;
        return new ResourceUsage(
                new ResourceUsage.CpuSeconds(seconds, Optional.empty(), Optional.empty()),
                Optional.of(new ContextSwitches(Math.round(switches * units), 0)),
                usage.calls(),
                new MemoryUse(Optional.of(mebibytes << 20), Optional.of(mebibytes << 20), Optional.empty()),
                usage.children(),
                usage.census(),
                usage.changes());
    }
}
