package dev.joust.reactive;

import dev.joust.contract.ServerContract;

final class ReactorLoopServerTest extends ServerContract {
    ReactorLoopServerTest() {
        super("reactor-loop");
    }
}
