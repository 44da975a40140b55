package dev.joust.reactive;

import dev.joust.contract.ServerContract;

final class VertxLoopsServerTest extends ServerContract {
    VertxLoopsServerTest() {
        super("vertx-loops");
    }
}
