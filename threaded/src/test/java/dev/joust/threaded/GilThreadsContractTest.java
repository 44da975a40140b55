package dev.joust.threaded;

import dev.joust.contract.ModelContract;

class GilThreadsContractTest extends ModelContract {
    GilThreadsContractTest() {
        super("gil-threads");
    }
}
