package dev.joust.threaded;

import dev.joust.contract.ModelContract;

class PlatformThreadsContractTest extends ModelContract {
    PlatformThreadsContractTest() {
        super("platform-threads");
    }
}
