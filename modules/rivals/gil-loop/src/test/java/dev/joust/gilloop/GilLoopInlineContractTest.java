package dev.joust.gilloop;

import dev.joust.contract.ModelContract;
import java.util.Map;

class GilLoopInlineContractTest extends ModelContract {
    GilLoopInlineContractTest() {
        super("gil-loop", Map.of("offload", "none"));
    }
}
