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

/** What the tests of one model share: the service, the right answers, and one started runner, since a model may pay much for its start. */
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
     * Who is tested.
     *
     * @param patience how long anything is waited for before it counts as never
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
        return Models.found().named(name());
    }

    /** That of the shared runner. */
    Ceiling ceiling() {
        return model().ceiling(CORES, SLOTS);
    }

    /** The shared runner, with {@value #SLOTS} slots, started at its first use. */
    RunningModel bench() {
        if (shared == null) {
            shared = newBench(stub.address(), SLOTS);
        }
        return shared;
    }

    /** A runner of the test's own. */
    RunningModel newBench(URI service, int slots) {
        return newBench(service, slots, subject.options());
    }

    RunningModel newBench(URI service, int slots, Map<String, String> options) {
        return new RunningModel(model(), new Setup(service, CORES, slots, body, options), patience());
    }

    /** What the unit must become. */
    Outcome right(Work work) {
        return new Outcome.Done(oracle.digest(work), Oracle.calls(work), SampleWork.bytes(work));
    }

    void assertDoesGoodWork(RunningModel bench, List<Work> works) throws InterruptedException {
        assertThat(bench.outcomes(works))
                .isEqualTo(works.stream().map(this::right).toList());
    }

    /** What a test has left broken must not break the next. */
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
