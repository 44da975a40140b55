package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Models;
import dev.joust.trial.Oracle;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.TaskBody;
import dev.joust.trial.Work;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the tests of one model share: the service, the right answers, and one running model, because starts may be slow.
 */
final class ContractFixture implements AutoCloseable {
    static final int CORES = 2;
    static final int SLOTS = 8;
    static final int MORE_THAN_SLOTS = 3 * SLOTS;

    private final Subject subject;
    private final StubService stub;
    private final TaskBody body;
    private final Oracle oracle;
    private RunningModel shared;

    /**
     * The model under test.
     *
     * @param patience how long a test waits before a missing event counts as a failure
     */
    record Subject(String name, Map<String, String> options, Duration patience) {}

    ContractFixture(Subject subject, Path scratch) throws IOException {
        this.subject = subject;
        stub = StubService.started();
        body = SampleWork.body(scratch);
        oracle = new Oracle(body);
    }

    String name() {
        return subject.name();
    }

    Duration patience() {
        return subject.patience();
    }

    StubService stub() {
        return stub;
    }

    Oracle oracle() {
        return oracle;
    }

    ConcurrencyModel model() {
        return Models.load().named(name());
    }

    /** The ceiling of the shared running model. */
    Ceiling ceiling() {
        return ceiling(CORES, SLOTS);
    }

    Ceiling ceiling(int cores, int slots) {
        return model().ceiling(cores, slots, subject.options());
    }

    /** The shared running model, with {@value #SLOTS} slots. Its first use starts it. */
    RunningModel running() {
        if (shared == null) {
            shared = start(stub.address(), SLOTS);
        }
        return shared;
    }

    /** Starts a model that one test uses alone. */
    RunningModel start(URI service, int slots) {
        return start(service, slots, subject.options());
    }

    RunningModel start(URI service, int slots, Map<String, String> options) {
        return new RunningModel(model(), new Setup(service, CORES, slots, body, options), patience());
    }

    /** The right outcome of a unit. */
    Outcome right(Work work) {
        return new Outcome.Done(oracle.digest(work), Oracle.calls(work), SampleWork.bytes(work));
    }

    void assertAnswersRight(RunningModel running, List<Work> units) throws InterruptedException {
        assertThat(running.outcomes(units))
                .isEqualTo(units.stream().map(this::right).toList());
    }

    /** Repairs what a test has left broken, so that the next test starts sound. */
    void renew() {
        stub.misbehave(Fault.NONE);
        stub.hold().open();
        if (shared != null && !shared.idle()) {
            var broken = shared;
            shared = null;
            broken.close();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (shared != null) {
                shared.close();
            }
        } finally {
            stub.close();
        }
    }
}
