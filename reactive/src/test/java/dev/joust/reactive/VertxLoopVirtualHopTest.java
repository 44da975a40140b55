package dev.joust.reactive;

import dev.joust.contract.ModelContract;
import java.util.Map;

final class VertxLoopVirtualHopTest extends ModelContract {
    VertxLoopVirtualHopTest() {
        super("vertx-loop", Map.of("hop", "virtual"));
    }
}
