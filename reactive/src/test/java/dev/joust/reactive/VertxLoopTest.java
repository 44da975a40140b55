package dev.joust.reactive;

import dev.joust.contract.ModelContract;

final class VertxLoopTest extends ModelContract {
    VertxLoopTest() {
        super("vertx-loop");
    }
}
