package dev.joust.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Runs a model as a server and its clients in one process, which no trial does: it loads the classes of both for a
 * start-up cache.
 */
record ServerRehearsal(Models models, Trial trial) {
    private static final int BACKLOG = 16;

    /**
     * Runs the trial, if its model can be a server.
     *
     * @param listener of the clients' trial
     */
    void run(TrialListener listener) throws IOException, InterruptedException {
        var model = models.named(trial.arm().model());
        if (!model.serves()) {
            return;
        }
        var door = new FrontDoor(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                BACKLOG,
                trial.workload().http().orElseThrow().connections(),
                FrontDoor.USUAL_HEAD_LIMIT,
                new UnitRequests(trial.workload().classes()));
        try (var server = model.serve(ModelStart.of(trial).setup(model), door)) {
            var address = server.address();
            var target = new HttpTarget(address.getAddress().getHostAddress(), address.getPort(), server.base(), true);
            new TrialRun(target.driving(trial)).run(models.named(HttpTarget.CLIENT), listener);
        }
    }
}
