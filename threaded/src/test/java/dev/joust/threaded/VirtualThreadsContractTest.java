package dev.joust.threaded;

import dev.joust.contract.ModelContract;

class VirtualThreadsContractTest extends ModelContract {
    VirtualThreadsContractTest() {
        super("virtual-threads");
    }
}
