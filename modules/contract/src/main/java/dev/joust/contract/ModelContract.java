package dev.joust.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of every {@link dev.joust.trial.ConcurrencyModel}. The test of each model extends this class. The model
 * is looked up by name, which tests its registration too. The tests are in the interfaces, one subject each.
 *
 * <p>No test expects anything to be fast: all bounds on measured times are lower bounds. The patience limits each wait.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModelContract
        implements AnswersContract, CallerContract, SlotsContract, FailuresContract, LifecycleContract {
    private final ContractFixture.Subject subject;
    private ContractFixture fixture;

    /** The contract of the model with this name, without options. */
    protected ModelContract(String name) {
        this(name, Map.of());
    }

    /** The contract of the model with this name and these options. */
    protected ModelContract(String name, Map<String, String> options) {
        this(name, options, Duration.ofSeconds(20));
    }

    /**
     * The contract with another patience.
     *
     * @param patience how long a test waits before a missing event counts as a failure
     */
    protected ModelContract(String name, Map<String, String> options, Duration patience) {
        subject = new ContractFixture.Subject(name, options, patience);
    }

    @Override
    public final ContractFixture fixture() {
        return fixture;
    }

    @BeforeAll
    final void begin(@TempDir Path scratch) throws IOException {
        fixture = new ContractFixture(subject, scratch);
    }

    @AfterEach
    final void renew() {
        fixture.renew();
    }

    @AfterAll
    final void end() throws IOException {
        fixture.close();
    }
}
