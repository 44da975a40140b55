package dev.joust.reactive;

import dev.joust.contract.ServerContract;

final class VertxLoopServerTest extends ServerContract {
    VertxLoopServerTest() {
        super("vertx-loop");
    }
}
