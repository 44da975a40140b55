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
 * What every {@link dev.joust.trial.ConcurrencyModel} must keep, to be extended by a test of each. The model is looked up by name, so
 * that its registration is tested too. The tests themselves are in the interfaces, a subject each.
 *
 * <p>Waits are bounded by the patience, and no test expects anything to be fast; the bounds on time are lower ones, and arithmetic.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModelContract
        implements AnswersContract, CallerContract, SlotsContract, FailuresContract, LifecycleContract {
    private final ContractFixture.Subject subject;
    private ContractFixture stand;

    /** The contract of the model of that name, without options. */
    protected ModelContract(String name) {
        this(name, Map.of());
    }

    /** The contract of the model of that name, with options of its own. */
    protected ModelContract(String name, Map<String, String> options) {
        this(name, options, Duration.ofSeconds(20));
    }

    /**
     * The same with another patience.
     *
     * @param patience how long anything is waited for before it counts as never
     */
    protected ModelContract(String name, Map<String, String> options, Duration patience) {
        subject = new ContractFixture.Subject(name, options, patience);
    }

    @Override
    public final ContractFixture stand() {
        return stand;
    }

    @BeforeAll
    final void begin(@TempDir Path scratch) throws IOException {
        stand = new ContractFixture(subject, scratch);
    }

    @AfterEach
    final void renew() {
        stand.renew();
    }

    @AfterAll
    final void end() throws IOException {
        stand.close();
    }
}
