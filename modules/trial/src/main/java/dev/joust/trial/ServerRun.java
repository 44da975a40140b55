package dev.joust.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Runs one model as a server in this process, from its start until the referee has heard what it counted. */
final class ServerRun {
    private final Message.Serve order;
    private final RefereeInput referee;
    private final Consumer<Message> answers;
    private final ModelStart start;

    /** @param answers to the referee */
    ServerRun(Message.Serve order, RefereeInput referee, Consumer<Message> answers) {
        this.order = order;
        this.referee = referee;
        this.answers = answers;
        this.start = ModelStart.of(order.trial());
    }

    /**
     * Serves until the referee says that no more requests follow.
     *
     * @throws TrialFailedException when the model is no server
     */
    Message.Served run(ConcurrencyModel model) throws IOException, InterruptedException {
        if (!model.serves()) {
            throw new TrialFailedException(model.name() + " cannot be a server");
        }
        start.prepareFiles();
        var workload = order.trial().workload();
        var access = workload.http().orElseThrow(() -> new TrialFailedException("the scenario is not over HTTP"));
        var door = new FrontDoor(
                new InetSocketAddress(InetAddress.getByName(order.host()), order.port()),
                access.backlog(),
                access.connections(),
                order.headLimit(),
                new UnitRequests(workload.classes()));
        try (var server = model.serve(start.setup(model), door);
                var housekeeping = HousekeepingWatch.ofThisRuntime(workload.load(), TrialListener.NONE)) {
            int cold = start.warm(server);
            var activity = new WindowActivity(server, NanoClock.SYSTEM, housekeeping);
            answers.accept(new Message.Serving(server.address().getPort(), server.base()));
            follow(activity);
            Map<String, Double> counters = ModelStart.counters(server, cold);
            counters.putAll(activity.figures());
            return new Message.Served(start.info(model), counters, housekeeping.found());
        }
    }

    private void follow(WindowActivity activity) throws InterruptedException {
        while (true) {
            switch (referee.next()) {
                case Message.MarkWindow(boolean begins) -> {
                    if (begins) {
                        activity.windowStarts();
                        activity.awaitReading(Duration.ZERO);
                    } else {
                        activity.windowEnds();
                    }
                    answers.accept(new Message.Marked());
                }
                case Message.Finish _ -> {
                    return;
                }
                default -> {} // of another conversation
            }
        }
    }
}
