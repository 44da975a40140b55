package dev.joust.hybrid;

import dev.joust.contract.ServerContract;

final class HybridServerTest extends ServerContract {
    HybridServerTest() {
        super("hybrid");
    }
}
