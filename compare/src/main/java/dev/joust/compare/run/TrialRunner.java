package dev.joust.compare.run;

import dev.joust.compare.machine.ControlGroup;
import dev.joust.compare.machine.Disturbance;
import dev.joust.compare.machine.DisturbanceMonitor;
import dev.joust.compare.machine.ProcessTree;
import dev.joust.compare.process.TrialFailure;
import dev.joust.compare.process.TrialProcess;
import dev.joust.compare.service.ServiceStatsClient;
import dev.joust.compare.service.SharedServiceException;
import dev.joust.compare.session.Result;
import dev.joust.scenario.Pod;
import dev.joust.trial.Measurement;
import dev.joust.trial.Message;
import dev.joust.trial.Trial;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Runs one trial in a fresh process. What goes wrong in the trial is part of the result, never an exception. For one
 * thread.
 */
public final class TrialRunner {
    /** What a trial may take beyond its timeout, warm-up and load: to start, and to check the answers. */
    private static final Duration STARTUP_ALLOWANCE = Duration.ofSeconds(60);

    /** How long a session holds the service after a trial: a calibration of every runtime may come before the next. */
    private static final Duration HOLD_ALLOWANCE = Duration.ofMinutes(2);

    private final List<String> command;
    private final List<String> clients;
    private final boolean usesService;
    private final Optional<Pod> pod;
    private final Set<Long> serviceProcesses;
    private final TrialFollower follower;

    /**
     * @param usesService whether the trial calls the service, whose counts are then read
     * @param pod the limits of the trial
     * @param serviceProcesses processes of the service that do not descend from this JVM
     */
    public TrialRunner(List<String> command, boolean usesService, Optional<Pod> pod, Set<Long> serviceProcesses) {
        this(command, command, usesService, pod, serviceProcesses, TrialFollower.NONE);
    }

    /**
     * A runner of trials that somebody follows.
     *
     * @param command of the process of the model
     * @param clients the command of the process of the clients, where the model is a server
     */
    TrialRunner(
            List<String> command,
            List<String> clients,
            boolean usesService,
            Optional<Pod> pod,
            Set<Long> serviceProcesses,
            TrialFollower follower) {
        this.command = command;
        this.clients = clients;
        this.usesService = usesService;
        this.pod = pod;
        this.serviceProcesses = serviceProcesses;
        this.follower = follower;
    }

    public Result run(Trial trial) throws IOException, InterruptedException {
        var service = usesService
                ? Optional.of(new ServiceStatsClient(trial.conditions().service()))
                : Optional.<ServiceStatsClient>empty();
        try (var monitor = DisturbanceMonitor.start(serviceProcesses)) {
            var observer = new OutsideObserver(monitor, follower);
            try {
                if (service.isPresent()) {
                    service.get().reset(limit(trial).plus(HOLD_ALLOWANCE));
                }
                var measurement = measure(trial, observer);
                var counts = service.isPresent()
                        ? Optional.of(service.get().counts())
                        : Optional.<Result.ServiceCounts>empty();
                var outside = observer.outside(trial.workload().load(), measurement.window(), counts, monitor.stop());
                return result(trial, Optional.of(measurement), Optional.empty(), outside);
            } catch (SharedServiceException e) {
                throw e; // it concerns the session, not this trial
            } catch (TrialFailure e) {
                return failed(trial, new Result.Failure(e.getMessage(), e.log()), observer, monitor.stop());
            } catch (IOException e) {
                return failed(trial, new Result.Failure(e.getMessage(), ""), observer, monitor.stop());
            }
        }
    }

    private Measurement measure(Trial trial, OutsideObserver observer)
            throws IOException, InterruptedException, TrialFailure {
        return pod.isPresent() ? measureWithin(pod.get(), trial, observer) : measure(trial, observer, command);
    }

    private Measurement measureWithin(Pod limits, Trial trial, OutsideObserver observer)
            throws IOException, InterruptedException, TrialFailure {
        try (var group = ControlGroup.with(limits.cpus(), limits.memoryBytes())) {
            Measurement measurement;
            try {
                measurement = measure(trial, observer, group.entered(command));
            } catch (TrialFailure e) {
                var reason = outOfMemory(group, limits);
                throw reason.isEmpty() ? e : new TrialFailure(reason.get() + "; " + e.getMessage(), e.log());
            }
            var reason = outOfMemory(group, limits);
            if (reason.isPresent()) { // a worker process was killed, so the trial was not the requested one
                throw new TrialFailure(reason.get(), "");
            }
            return measurement;
        }
    }

    private static Optional<String> outOfMemory(ControlGroup group, Pod limits) throws IOException {
        long killed = group.killedForMemory();
        return killed == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "out of memory: the kernel killed %d of its processes at the limit of %s",
                        killed,
                        Pod.size(limits.memoryBytes().orElseThrow())));
    }

    private Measurement measure(Trial trial, OutsideObserver observer, List<String> modelled)
            throws IOException, InterruptedException, TrialFailure {
        var limit = limit(trial);
        if (trial.workload().http().isPresent()) {
            return new ServedTrial(modelled, clients, observer).measure(trial, STARTUP_ALLOWANCE, limit);
        }
        try (var process = TrialProcess.start(modelled)) {
            observer.observe(ProcessTree.of(process.pid()));
            var last = process.carryOut(new Message.Run(trial), limit, observer::receive);
            if (last instanceof Message.Measured(Measurement measurement)) {
                var objection = new MeasurementValidation(trial).objection(measurement);
                if (objection.isPresent()) {
                    throw new TrialFailure(objection.get(), process.log());
                }
                observer.follower().measured(process);
                return measurement;
            }
            throw new TrialFailure("it answered a trial with " + last, process.log());
        }
    }

    private static Duration limit(Trial trial) {
        return trial.conditions()
                .timeout()
                .plus(trial.conditions().warmUp().longest())
                .plus(TrialTimeout.ofLoad(trial.workload().load()))
                .plus(STARTUP_ALLOWANCE);
    }

    private static Result failed(
            Trial trial, Result.Failure failure, OutsideObserver observer, Disturbance disturbance) {
        return result(trial, Optional.empty(), Optional.of(failure), observer.outsideOfFailure(disturbance));
    }

    private static Result result(
            Trial trial, Optional<Measurement> measurement, Optional<Result.Failure> failure, Result.Outside outside) {
        return new Result(Result.FORMAT, trial.id(), measurement, failure, outside);
    }
}
