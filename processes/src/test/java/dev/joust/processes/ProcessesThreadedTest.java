package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.contract.ModelContract;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Setup;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Two workers with four threads each, in place of eight workers. */
@Isolated("counts threads and child processes that the model leaves behind, and captures its output")
final class ProcessesThreadedTest extends ModelContract {
    private static final Map<String, String> FOUR = Map.of("threads", "4");

    ProcessesThreadedTest() {
        super("processes", FOUR);
    }

    @Test
    void aCoreHasOneWorkerWithAllItsThreadsUnlessTheScenarioSaysOtherwise() {
        var model = new Processes();
        assertThat(model.slots(2, 100, Map.of())).isEqualTo(2);
        assertThat(model.slots(2, 100, Map.of("threads", "64"))).isEqualTo(128);
        assertThat(model.ceiling(2, 128)).isEqualTo(new Ceiling(2, 128));
    }

    @Test
    void theSlotsAreSharedByAsFewWorkersAsTheThreadsAllow() {
        assertThat(options(8).workers(8)).isEqualTo(2);
        assertThat(options(4).workers(4)).isEqualTo(1);
        assertThat(options(3).workers(3)).as("a worker with three threads").isEqualTo(1);
        assertThat(options(3).capacity().threads()).isEqualTo(3);
    }

    @Test
    void slotsThatTheThreadsDoNotDivideAreRefused() {
        assertThatThrownBy(() -> options(6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("slots of processes must be a multiple of option 'threads', which is 4, found 6");
    }

    private static PoolOptions options(int slots) {
        return PoolOptions.of("processes", ProtocolSamples.setup(Setup.NOWHERE, slots, Path.of("."), FOUR));
    }
}
