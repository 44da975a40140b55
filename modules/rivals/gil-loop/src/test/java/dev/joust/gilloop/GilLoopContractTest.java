package dev.joust.gilloop;

import dev.joust.contract.ModelContract;

class GilLoopContractTest extends ModelContract {
    GilLoopContractTest() {
        super("gil-loop");
    }
}
