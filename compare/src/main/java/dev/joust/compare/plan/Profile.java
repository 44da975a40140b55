package dev.joust.compare.plan;

import dev.joust.compare.stats.Looks;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Workload;
import dev.joust.trial.WarmUp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How thorough a session is: who runs, how many blocks, and how long a trial may warm up. */
public enum Profile {
    /** One block of everything that quick runs: does it run at all? Judges nothing. */
    SMOKE(Looks.SMOKE, Lineup.QUICK, new WarmUp(Duration.ofMillis(200), Duration.ofMillis(50), 0.03)),
    /** What {@code mvn verify} runs. */
    QUICK(Looks.QUICK, Lineup.QUICK, new WarmUp(Duration.ofMillis(450), Duration.ofMillis(75), 0.03)),
    /** As long as quick, with every model that a scenario lists, those in other languages too. */
    ARTICLE(Looks.QUICK, Lineup.ALL, new WarmUp(Duration.ofMillis(450), Duration.ofMillis(75), 0.03)),
    /** Every model, up to 24 blocks, warm to the end. */
    FULL(Looks.FULL, Lineup.ALL, new WarmUp(Duration.ofSeconds(5), Duration.ofMillis(250), 0.03));

    private final Looks looks;
    private final Lineup lineup;
    private final WarmUp warmUp;

    Profile(Looks looks, Lineup lineup, WarmUp warmUp) {
        this.looks = looks;
        this.lineup = lineup;
        this.warmUp = warmUp;
    }

    private enum Lineup {
        QUICK(Optional.of(Set.of("vertx-loop", "gil-threads", "processes", "virtual-threads"))),
        ALL(Optional.empty());

        private final Optional<Set<String>> models;

        Lineup(Optional<Set<String>> models) {
            this.models = models;
        }
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Profile labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    public Looks looks() {
        return looks;
    }

    public WarmUp warmUp() {
        return warmUp;
    }

    /**
     * The warm-up of a trial. A closed load gets four of its longest waits on top, and iterations that are no shorter than one: as long as
     * nothing has been answered, what reads answers is not warm.
     */
    public WarmUp warmUp(Workload workload) {
        if (!(workload.load() instanceof Load.Closed)) {
            return warmUp;
        }
        var wait = workload.longestWait();
        return new WarmUp(
                warmUp.limit().plus(wait.multipliedBy(4)),
                wait.compareTo(warmUp.iteration()) > 0 ? wait : warmUp.iteration(),
                warmUp.tolerance());
    }

    /** The flags of every trial's JVM. */
    public List<String> flags() {
        return Stream.concat(JvmCommand.FLAGS.stream(), compiler().stream()).toList();
    }

    /**
     * The flags of every JVM that runs during a trial, the service's too. With the first compiler alone a trial is steady in a fraction of a
     * second; with both, a trial of two seconds spends one to three of them on compiling, on the cores that it measures.
     */
    public List<String> compiler() {
        return this == FULL ? List.of() : List.of("-XX:TieredStopAtLevel=1");
    }

    /** The arms of a scenario that run in this profile; the controls run whole in each. */
    public List<Arm> arms(Scenario scenario) {
        return scenario.arms().stream()
                .filter(arm -> scenario.judging().control().isPresent()
                        || lineup.models.map(m -> m.contains(arm.model())).orElse(true))
                .toList();
    }
}
