package dev.joust.compare.run;

import dev.joust.compare.machine.ControlGroup;
import dev.joust.compare.machine.Disturbance;
import dev.joust.compare.machine.DisturbanceMonitor;
import dev.joust.compare.machine.ProcessTree;
import dev.joust.compare.machine.ReadingDetail;
import dev.joust.compare.machine.ResourceUsage;
import dev.joust.compare.machine.TreeReading;
import dev.joust.compare.process.TrialFailure;
import dev.joust.compare.process.TrialProcess;
import dev.joust.compare.service.ServiceStatsClient;
import dev.joust.compare.session.Result;
import dev.joust.scenario.Pod;
import dev.joust.trial.Measurement;
import dev.joust.trial.Message;
import dev.joust.trial.Trial;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs one trial in a fresh process and says what became of it; it never throws for what the trial does. For one thread. */
public final class TrialRunner {
    /** Beyond the patience of the driver: start-up, warm-up, the window, and checking the answers. */
    private static final Duration AROUND = Duration.ofSeconds(60);

    private final List<String> command;
    private final boolean asksService;
    private final Optional<Pod> pod;
    private final Set<Long> others;

    /**
     * @param asksService whether the service's own counts are to be compared
     * @param pod what the trial is limited to
     * @param others processes whose CPU time is ours though they do not descend from this JVM
     */
    public TrialRunner(List<String> command, boolean asksService, Optional<Pod> pod, Set<Long> others) {
        this.command = command;
        this.asksService = asksService;
        this.pod = pod;
        this.others = others;
    }

    public Result run(Trial trial) throws IOException, InterruptedException {
        var service = asksService
                ? Optional.of(new ServiceStatsClient(trial.conditions().service()))
                : Optional.<ServiceStatsClient>empty();
        var seen = new Seen();
        try (var monitor = DisturbanceMonitor.start(others)) {
            try {
                if (service.isPresent()) {
                    service.get().reset();
                }
                var measurement = measurement(trial, seen);
                var counts = service.isPresent()
                        ? Optional.of(service.get().counts())
                        : Optional.<Result.ServiceCounts>empty();
                return result(trial, Optional.of(measurement), Optional.empty(), seen.outside(counts, monitor.stop()));
            } catch (TrialFailure e) {
                return failed(trial, new Result.Failure(e.getMessage(), e.log()), seen, monitor.stop());
            } catch (IOException e) {
                return failed(trial, new Result.Failure(e.getMessage(), ""), seen, monitor.stop());
            }
        }
    }

    private Measurement measurement(Trial trial, Seen seen) throws IOException, InterruptedException, TrialFailure {
        return pod.isPresent() ? limited(trial, seen, pod.get()) : measurement(trial, seen, command);
    }

    private Measurement limited(Trial trial, Seen seen, Pod limits)
            throws IOException, InterruptedException, TrialFailure {
        try (var group = ControlGroup.with(limits.cpus(), limits.memoryBytes())) {
            Measurement measurement;
            try {
                measurement = measurement(trial, seen, group.entered(command));
            } catch (TrialFailure e) {
                var reason = killed(group, limits);
                throw reason.isEmpty() ? e : new TrialFailure(reason.get() + "; " + e.getMessage(), e.log());
            }
            var reason = killed(group, limits);
            if (reason.isPresent()) { // a worker of it, say: what was measured is not what was asked for
                throw new TrialFailure(reason.get(), "");
            }
            return measurement;
        }
    }

    private static Optional<String> killed(ControlGroup group, Pod limits) throws IOException {
        long killed = group.killedForMemory();
        return killed == 0
                ? Optional.empty()
                : Optional.of("out of memory: the kernel killed %d of its processes at the limit of %s"
                        .formatted(killed, Pod.size(limits.memoryBytes().orElseThrow())));
    }

    private static Measurement measurement(Trial trial, Seen seen, List<String> command)
            throws IOException, InterruptedException, TrialFailure {
        try (var process = TrialProcess.start(command)) {
            seen.tree = ProcessTree.of(process.pid());
            var limit = trial.conditions()
                    .timeout()
                    .plus(trial.conditions().warmUp().limit())
                    .plus(AROUND);
            var last = process.carryOut(new Message.Run(trial), limit, seen::hear);
            if (last instanceof Message.Measured(Measurement measurement)) {
                var objection = new MeasurementValidation(trial).objection(measurement);
                if (objection.isPresent()) {
                    throw new TrialFailure(objection.get(), process.log());
                }
                return measurement;
            }
            throw new TrialFailure("it answered a trial with " + last, process.log());
        }
    }

    private static Result failed(Trial trial, Result.Failure failure, Seen seen, Disturbance disturbance) {
        return result(trial, Optional.empty(), Optional.of(failure), seen.outside(Optional.empty(), disturbance));
    }

    private static Result result(
            Trial trial, Optional<Measurement> measurement, Optional<Result.Failure> failure, Result.Outside outside) {
        return new Result(Result.FORMAT, trial.id(), measurement, failure, outside);
    }

    /** What is seen from outside while the trial runs. */
    private static final class Seen {
        private final long started = System.nanoTime();
        private ProcessTree tree;
        private Optional<Double> startUp = Optional.empty();
        private Optional<TreeReading> atStart = Optional.empty();
        private Optional<ResourceUsage> resourceUsage = Optional.empty();

        void hear(Message message) {
            switch (message) {
                case Message.Answered answered -> startUp = Optional.of(millis());
                case Message.WindowMark(boolean start) -> {
                    if (start) {
                        atStart = Optional.of(tree.usage(ReadingDetail.COUNTERS));
                    } else {
                        resourceUsage = atStart.map(
                                before -> ResourceUsage.between(before, tree.usage(ReadingDetail.EVERYTHING)));
                    }
                }
                case Message.Hello h -> {}
                case Message.Ready r -> {}
                case Message.Measured m -> {}
                case Message.Calibrated c -> {}
                case Message.CacheTrained r -> {}
                case Message.OrderFailed f -> {}
                case Message.Order o -> {}
            }
        }

        Result.Outside outside(Optional<Result.ServiceCounts> counts, Disturbance disturbance) {
            return new Result.Outside(startUp, millis(), resourceUsage, counts, disturbance);
        }

        private double millis() {
            return (System.nanoTime() - started) / 1e6;
        }
    }
}
