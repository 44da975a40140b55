package dev.joust.hybrid;

import dev.joust.contract.ModelContract;

class HybridContractTest extends ModelContract {
    HybridContractTest() {
        super("hybrid");
    }
}
