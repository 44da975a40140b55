package dev.joust.reactive;

import dev.joust.contract.ModelContract;
import java.util.Map;

final class VertxLoopWorkerHopTest extends ModelContract {
    VertxLoopWorkerHopTest() {
        super("vertx-loop", Map.of("hop", "worker"));
    }
}
