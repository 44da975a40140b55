package dev.joust.threaded;

import dev.joust.contract.ServerContract;

final class PlatformThreadsServerTest extends ServerContract {
    PlatformThreadsServerTest() {
        super("platform-threads");
    }
}
