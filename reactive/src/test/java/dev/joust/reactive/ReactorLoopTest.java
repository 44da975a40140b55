package dev.joust.reactive;

import dev.joust.contract.ModelContract;

final class ReactorLoopTest extends ModelContract {
    ReactorLoopTest() {
        super("reactor-loop");
    }
}
