package dev.joust.processes;

import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.trial.Calibration;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.KernelWarmUp;
import dev.joust.trial.Setup;
import dev.joust.trial.TaskBody;
import dev.joust.trial.ThisRuntime;
import dev.joust.trial.UnitRequests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a worker that accepts connections for itself is told: one line of JSON. It answers with the port on which it
 * listens. Each {@link ServingQuestion} that follows has one {@link ServingAnswer}. The end of its standard input means
 * stop.
 *
 * @param port that all workers share; 0: this one chooses
 */
record ServingOrder(
        List<WorkClass> classes,
        URI service,
        Calibration calibration,
        Path scratch,
        String host,
        int port,
        int backlog,
        int connections,
        Duration headLimit) {

    /**
     * A question to a worker.
     *
     * @param warmUp what it warms: the answer is how many kernels stay cold; empty: its counters and times are asked
     */
    record ServingQuestion(Optional<KernelWarmUp> warmUp) {}

    /**
     * An answer of a worker: a number, or its counters and times.
     *
     * @param times its {@link ThisRuntime#times()}
     */
    record ServingAnswer(int value, Map<String, Double> counters, Map<String, Double> times) {
        static ServingAnswer of(int value) {
            return new ServingAnswer(value, Map.of(), Map.of());
        }

        static ServingAnswer of(Map<String, Double> counters, Map<String, Double> times) {
            return new ServingAnswer(0, counters, times);
        }
    }

    static ServingOrder of(Setup setup, FrontDoor door, int port) {
        return new ServingOrder(
                door.requests().classes(),
                setup.service(),
                setup.body().calibration(),
                setup.body().scratch(),
                door.address().getAddress().getHostAddress(),
                port,
                door.backlog(),
                door.connections(),
                door.headLimit());
    }

    /** The door in the worker. */
    FrontDoor door() throws IOException {
        return new FrontDoor(
                new InetSocketAddress(InetAddress.getByName(host), port),
                backlog,
                connections,
                headLimit,
                new UnitRequests(classes));
    }

    /** The body in the worker, with the payloads that its units need. */
    TaskBody body() {
        var body = new TaskBody(calibration, scratch);
        classes.stream()
                .flatMap(type -> type.steps().stream())
                .filter(Step.Payload.class::isInstance)
                .forEach(step -> body.payload((Step.Payload) step));
        return body;
    }
}
