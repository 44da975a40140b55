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

/** Measures the instrument itself: the driver, with a model that does nothing, in a trial process like any other. */
record DriverCalibration(Profile profile) {
    private static final String WORK = "nothing";
    private static final int IN_FLIGHT = 8;
    private static final Duration TIME = Duration.ofMillis(500);

    Session.DriverCost cost() throws IOException, InterruptedException {
        var result = new TrialRunner(JvmCommand.jvm(profile.flags()), false, Optional.empty(), Set.of()).run(trial());
        if (result.measurement().isEmpty()) {
            throw new IOException("the driver cannot be measured: "
                    + result.failure().orElseThrow().reason());
        }
        return new Session.DriverCost(
                figure(Metric.Quantity.THROUGHPUT, result).orElseThrow(),
                1e3 * figure(Metric.Quantity.RESPONSE_P50, result).orElseThrow(),
                figure(Metric.Quantity.CPU_PER_UNIT, result).map(millis -> 1e3 * millis));
    }

    private static Optional<Double> figure(Metric.Quantity quantity, Result result) {
        var figure = MetricReader.of(new Metric(quantity, Optional.of(WORK)), result);
        return figure.isPresent() ? Optional.of(figure.getAsDouble()) : Optional.empty();
    }

    private Trial trial() {
        var nothing = new Workload(
                List.of(new WorkClass(WORK, 1, List.of())), new Load.Closed(Map.of(WORK, IN_FLIGHT), TIME));
        var host = new Trial.Host(
                Runtime.getRuntime().availableProcessors(),
                Path.of(System.getProperty("java.io.tmpdir")),
                new Calibration(Map.of()));
        var conditions = new Trial.Conditions(host, Setup.NOWHERE, 1, profile.warmUp(), Duration.ofSeconds(10));
        return new Trial(
                new TrialId("driver", "driver", "null-model", 1, 1), Arm.of("null-model"), nothing, conditions);
    }
}
