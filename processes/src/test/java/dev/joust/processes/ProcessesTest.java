package dev.joust.processes;

import dev.joust.contract.ModelContract;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts threads and child processes that the model leaves behind, and captures its output")
final class ProcessesTest extends ModelContract {
    ProcessesTest() {
        super("processes");
    }
}
