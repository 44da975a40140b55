package dev.joust.compare.plan;

import dev.joust.compare.stats.Looks;
import dev.joust.scenario.Load;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Workload;
import dev.joust.trial.WarmUp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How thorough a session is: which arms run, how many blocks, and how long a trial may warm up. */
public enum Profile {
    /** One block of everything that quick runs, to see that it runs. Judges nothing. */
    SMOKE(Looks.SMOKE, new WarmUp(Duration.ofMillis(200), Duration.ofMillis(50), 0.03)),
    /** What {@code mvn verify} runs. */
    QUICK(Looks.QUICK, new WarmUp(Duration.ofMillis(450), Duration.ofMillis(75), 0.03)),
    /** As quick, with every arm that a scenario lists, also those in other languages. */
    ARTICLE(Looks.QUICK, new WarmUp(Duration.ofMillis(450), Duration.ofMillis(75), 0.03)),
    /** Every arm, up to 24 blocks, fully compiled. */
    FULL(Looks.FULL, new WarmUp(Duration.ofSeconds(5), Duration.ofMillis(250), 0.03));

    /**
     * How many times as long a server warms up as a model in the process of its load. It has much more code, and
     * clients that are cold keep it from warming.
     */
    private static final int SERVED = 8;

    /**
     * How many times its limit the warm-up of a model may last that is still cold then. Decision 40 names the
     * commands that found models cold after one limit.
     */
    private static final int LONGEST = 4;

    /**
     * How long each unit in flight may keep a cold model busy before the first answers: it opens a connection to the
     * service. At 10,000 in flight {@code vertx-loop} took up to 0.3 ms for each: decision 40.
     */
    private static final Duration CONNECTING = Duration.ofNanos(500_000);

    private static final Duration CONTROL_LIMIT = Duration.ofMillis(150);

    private final Looks looks;
    private final WarmUp warmUp;

    Profile(Looks looks, WarmUp warmUp) {
        this.looks = looks;
        this.warmUp = warmUp;
    }

    /** The name that users write. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The label: for help, completion and JSON. */
    @Override
    public String toString() {
        return label();
    }

    public Looks looks() {
        return looks;
    }

    /** The blocks of each scenario before the first look. */
    public int leastBlocks() {
        return looks.atLeast();
    }

    public WarmUp warmUp() {
        return warmUp;
    }

    /**
     * The warm-up of a trial. A closed load adds four of its longest waits, and an iteration lasts at least one of
     * them: code that reads answers is not warm before the first answers. It lasts no longer than four times its limit
     * and the time to open the connections.
     */
    public WarmUp warmUp(Workload workload) {
        int times = workload.http().isPresent() ? SERVED : 1;
        var iteration = warmUp.iteration().multipliedBy(times);
        if (workload.load() instanceof Load.Batch) {
            return new WarmUp(warmUp.limit().multipliedBy(times), iteration, warmUp.tolerance());
        }
        var wait = workload.longestWait();
        var limit = warmUp.limit().multipliedBy(times).plus(wait.multipliedBy(4));
        return new WarmUp(
                limit,
                wait.compareTo(iteration) > 0 ? wait : iteration,
                warmUp.tolerance(),
                limit.multipliedBy(LONGEST).plus(connecting(workload)));
    }

    private static Duration connecting(Workload workload) {
        return workload.load() instanceof Load.Closed closed && workload.needsService()
                ? CONNECTING.multipliedBy(closed.total())
                : Duration.ZERO;
    }

    /**
     * The warm-up of a scenario's trial. The arms of a control are one model, equally warm, so a short warm-up favours
     * none. It bounds what the controls cost: compare/decisions/0019.
     *
     * @param workload of the arm
     */
    public WarmUp warmUp(Scenario scenario, Workload workload) {
        var usual = warmUp(workload);
        boolean control = scenario.judging().control().isPresent();
        return control && !looks.family()
                ? new WarmUp(
                        usual.limit().minus(warmUp.limit()).plus(CONTROL_LIMIT), usual.iteration(), usual.tolerance())
                : usual;
    }

    /** The flags of every trial's JVM. */
    public List<String> flags() {
        return Stream.concat(JvmCommand.FLAGS.stream(), compiler().stream()).toList();
    }

    /**
     * The compiler flags of every JVM that runs during a trial, also of the service. With the first compiler alone a
     * trial is steady in a fraction of a second. With both, a trial of two seconds spends one to three seconds of CPU
     * time on compiling.
     */
    public List<String> compiler() {
        return this == FULL ? List.of() : List.of("-XX:TieredStopAtLevel=1");
    }

    /** Whether a scenario runs the arms that it lists under {@code quick}, and not all of them. */
    public boolean isQuick() {
        return this == SMOKE || this == QUICK;
    }
}
