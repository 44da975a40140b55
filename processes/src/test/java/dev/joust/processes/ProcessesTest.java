package dev.joust.processes;

import dev.joust.contract.ModelContract;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it counts the threads and the children that the model leaves behind, and captures what it prints")
final class ProcessesTest extends ModelContract {
    ProcessesTest() {
        super("processes");
    }
}
