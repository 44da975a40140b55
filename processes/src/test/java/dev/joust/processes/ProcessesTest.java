package dev.joust.processes;

import dev.joust.contract.ModelContract;

final class ProcessesTest extends ModelContract {
    ProcessesTest() {
        super("processes");
    }
}
