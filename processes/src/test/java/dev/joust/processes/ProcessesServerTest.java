package dev.joust.processes;

import dev.joust.contract.ServerContract;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts threads and child processes that the model leaves behind")
final class ProcessesServerTest extends ServerContract {
    ProcessesServerTest() {
        super("processes");
    }
}
