package dev.joust.compare.run;

import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Calibration;
import dev.joust.trial.NullModel;
import dev.joust.trial.Setup;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Measures the cost of the driver, with a model that does nothing, in a trial process like any other. */
record DriverCalibration(Profile profile) {
    private static final String WORK = "nothing";
    private static final int IN_FLIGHT = 8;
    private static final Duration WINDOW = Duration.ofMillis(500);

    Session.DriverCost measure() throws IOException, InterruptedException {
        var result = new TrialRunner(JvmCommand.jvm(profile.flags()), false, Optional.empty(), Set.of()).run(trial());
        if (result.measurement().isEmpty()) {
            throw new IOException("the cost of the driver cannot be measured: "
                    + result.failure().orElseThrow().reason());
        }
        return new Session.DriverCost(
                read(Metric.Quantity.THROUGHPUT, result).orElseThrow(),
                1e3 * read(Metric.Quantity.RESPONSE_P50, result).orElseThrow(),
                read(Metric.Quantity.CPU_PER_UNIT, result).map(millis -> 1e3 * millis));
    }

    private static Optional<Double> read(Metric.Quantity quantity, Result result) {
        var value = MetricReader.of(new Metric(quantity, Optional.of(WORK)), result);
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private Trial trial() {
        var nothing = new Workload(
                List.of(new WorkClass(WORK, 1, List.of())), new Load.Closed(Map.of(WORK, IN_FLIGHT), WINDOW));
        var host = new Trial.Host(
                Runtime.getRuntime().availableProcessors(),
                Path.of(System.getProperty("java.io.tmpdir")),
                new Calibration(Map.of()));
        var conditions = new Trial.Conditions(host, Setup.NOWHERE, 1, profile.warmUp(), Duration.ofSeconds(10));
        return new Trial(
                new TrialId("driver", "driver", NullModel.NAME, 1, 1), Arm.of(NullModel.NAME), nothing, conditions);
    }
}
