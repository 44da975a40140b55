package dev.joust.threaded;

import dev.joust.contract.ServerContract;

final class GilThreadsServerTest extends ServerContract {
    GilThreadsServerTest() {
        super("gil-threads");
    }
}
