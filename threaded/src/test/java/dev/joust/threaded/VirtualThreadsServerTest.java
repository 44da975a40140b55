package dev.joust.threaded;

import dev.joust.contract.ServerContract;

final class VirtualThreadsServerTest extends ServerContract {
    VirtualThreadsServerTest() {
        super("virtual-threads");
    }
}
