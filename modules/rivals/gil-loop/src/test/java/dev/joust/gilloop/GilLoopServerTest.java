package dev.joust.gilloop;

import dev.joust.contract.ServerContract;

final class GilLoopServerTest extends ServerContract {
    GilLoopServerTest() {
        super("gil-loop");
    }
}
