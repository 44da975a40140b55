package dev.joust.example;

import dev.joust.contract.ModelContract;

final class SequentialTest extends ModelContract {
    SequentialTest() {
        super("sequential");
    }
}
