package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.contract.ServerContract;
import dev.joust.trial.CounterNames;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Setup;
import dev.joust.trial.ThisRuntime;
import dev.joust.trial.UnitServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts threads and child processes that the model leaves behind")
final class ProcessesServerTest extends ServerContract {
    private UnitServer first;
    private int cores;

    ProcessesServerTest() {
        super("processes");
    }

    @Override
    protected UnitServer serve(Setup given, FrontDoor door) throws IOException {
        var server = super.serve(given, door);
        if (first == null) {
            first = server;
            cores = given.cores();
        }
        return server;
    }

    @Test
    void itCountsTheHeapsOfItsWorkers() {
        assertThat(first.counters()).containsEntry(CounterNames.HEAP, cores * ThisRuntime.heapMib());
    }

    @Test
    void itTellsHowLongItsWorkersCompiled() {
        assertThat(first.timesOfItsJvms()).containsOnlyKeys(CounterNames.COLLECTING, CounterNames.COMPILING);
        assertThat(first.timesOfItsJvms().get(CounterNames.COMPILING)).isPositive();
    }
}
