package dev.joust.compare;

// past 250 lines: each method is one line or two of one session

import dev.joust.compare.machine.DisturbanceLimits;
import dev.joust.compare.plan.NotAsked;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.Shard;
import dev.joust.compare.plan.UnavailableArm;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.build.ReportBuilder;
import dev.joust.compare.session.DisturbanceNote;
import dev.joust.compare.session.Recalibration;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.RoundTrips;
import dev.joust.compare.session.ServiceInfo;
import dev.joust.compare.session.ServiceRoundTrip;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.verdict.Judge;
import dev.joust.compare.verdict.Judgement;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Control;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Calibration;
import dev.joust.trial.Ceiling;
import dev.joust.trial.TrialId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds sessions for tests: scenarios of one class of work, {@code task}, and the results of their trials. */
public final class SessionFixture {
    public static final int BLOCKS = 6;
    private static final double MIX = 4_123.4;

    private final Profile profile;
    private Optional<Shard> shard = Optional.empty();
    private String host = "";
    private List<String> serviceFlags = List.of();
    private Optional<ServiceInfo.Container> container = Optional.empty();
    private Map<String, String> ignoredVariables = Map.of();
    private DisturbanceLimits disturbanceLimits = new DisturbanceLimits(SampleEnvironment.REST, 0.01, 0.1, 10_000_000);
    private final List<Scenario> scenarios = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private final List<Recalibration> recalibrations = new ArrayList<>();
    private final List<DisturbanceNote> notes = new ArrayList<>();
    private final List<NotAsked> notAsked = new ArrayList<>();
    private final List<UnavailableArm> unavailable = new ArrayList<>();
    private final Map<String, RuntimeStatus> runtimes = new TreeMap<>();

    public SessionFixture(Profile profile) {
        this.profile = profile;
    }

    /** Makes it the session of a shard on this host; before the results are added. */
    public SessionFixture shard(String part, String name) {
        shard = Optional.of(Shard.parse(part));
        host = name;
        return this;
    }

    public SessionFixture with(Scenario scenario) {
        scenarios.add(scenario);
        return this;
    }

    /** A claim of the scenario that came last, which the profile does not ask, because it leaves out this model. */
    SessionFixture notAsked(Claim claim, String model) {
        notAsked.add(new NotAsked(
                scenarios.getLast().name(),
                Optional.of(claim),
                NotAsked.NotAskedReason.LEFT_OUT_BY_PROFILE,
                List.of(model),
                List.of(claim.versus().arm(), claim.versus().other())));
        return this;
    }

    /** Leaves this model of the scenario that came last out by {@code --models}. */
    public SessionFixture leftOut(String model) {
        notAsked.add(new NotAsked(
                scenarios.getLast().name(),
                Optional.empty(),
                NotAsked.NotAskedReason.LEFT_OUT_BY_MODELS,
                List.of(model),
                List.of()));
        return this;
    }

    /** Runs the service with these flags. */
    public SessionFixture serviceFlags(String... flags) {
        serviceFlags = List.of(flags);
        return this;
    }

    /** Runs the service in a container of this network. */
    public SessionFixture network(String name) {
        container = Optional.of(new ServiceInfo.Container("joust-service:test", name));
        return this;
    }

    /** Adds a missing runtime, and the arms of the last scenario that do not run for that reason. */
    public SessionFixture runtime(String name, RuntimeStatus found, String... arms) {
        runtimes.put(name, found);
        for (var arm : arms) {
            unavailable.add(new UnavailableArm(
                    scenarios.getLast().name(), arm, name, found.missing().orElseThrow()));
        }
        return this;
    }

    /** Adds the results of an arm of the last scenario: up to the first look, or in {@code full} up to the last one. */
    public SessionFixture arm(String name, IntFunction<? extends SampleResult> run) {
        return arm(name, blocks(), run);
    }

    private int blocks() {
        var looks = shard.map(part -> profile.looks().inShards(part.count())).orElseGet(profile::looks);
        return profile == Profile.FULL ? looks.blocks() : looks.atLeast();
    }

    /** Adds the results of so many blocks of an arm of the last scenario. */
    public SessionFixture arm(String name, int blocks, IntFunction<? extends SampleResult> run) {
        var ceiling = new Ceiling(name.contains("loop") || name.contains("gil") ? 1 : 2, 4096);
        int step = shard.map(Shard::count).orElse(1);
        for (int block = shard.map(Shard::index).orElse(1); block <= blocks; block += step) {
            var id = new TrialId("made-up", scenarios.getLast().name(), name, block, 1);
            results.add(run.apply(block).of(id, ceiling));
        }
        return this;
    }

    /** Adds a second attempt at a block that was interrupted. */
    public SessionFixture interrupted(String arm, int block, SampleTrial run) {
        var id = new TrialId("made-up", scenarios.getLast().name(), arm, block, 2);
        results.add(run.of(id, new Ceiling(2, 4096)));
        return this;
    }

    /** Lets a foreign process of one core disturb the trials of these blocks of the last scenario. */
    public SessionFixture disturbed(Integer... blocks) {
        results.replaceAll(
                result -> result.id().scenario().equals(scenarios.getLast().name())
                                && List.of(blocks).contains(result.id().block())
                        ? SampleTrial.beside(result, SampleTrial.BUSY)
                        : result);
        return this;
    }

    /** Puts the service so far away in the trials of the last scenario, by block. */
    public SessionFixture away(IntToDoubleFunction millis) {
        results.replaceAll(result -> {
            var way = ServiceRoundTrip.of(
                    Math.round(millis.applyAsDouble(result.id().block()) * 1e6));
            return result.id().scenario().equals(scenarios.getLast().name())
                    ? result.with(new RoundTrips(way, way))
                    : result;
        });
        return this;
    }

    /** Adds a note of who disturbed the first attempt of an arm of the last scenario. */
    public SessionFixture note(String arm, int block, String text) {
        var trial = new TrialId("made-up", scenarios.getLast().name(), arm, block, 1);
        notes.add(new DisturbanceNote(Optional.of(trial), text));
        return this;
    }

    /** Adds a recalibration that found a runtime so many times as fast as at the start of the session. */
    public SessionFixture faster(String runtime, double times) {
        recalibrations.add(new Recalibration(1, runtime, new Calibration(Map.of("mix", MIX * times))));
        return this;
    }

    public SessionFixture controls() {
        return controls(0);
    }

    /** Adds all three controls; the second arm of the A/A pair is slower by this share. */
    public SessionFixture controls(double apart) {
        return with(SampleScenarios.control("control-aa", new Control.Same()))
                .arm("one", block -> SampleTrial.batch(wobble(1, block, 0.01)))
                .arm("other", block -> SampleTrial.batch(wobble(1 + apart, block + 1, 0.01)))
                .with(SampleScenarios.control("control-slower", new Control.Slower()))
                .arm("one", block -> SampleTrial.batch(wobble(1, block, 0.01)))
                .arm("other", block -> SampleTrial.batch(wobble(1.25, block + 2, 0.01)))
                .with(SampleScenarios.control("sleepers", new Control.Expects(5, 0.03)))
                .arm("one", block -> SampleTrial.batch(wobble(0.4, block, 0.001)))
                .arm("other", block -> SampleTrial.batch(wobble(2, block + 1, 0.001)));
    }

    /** A value that varies a little from block to block, the same way in each run. */
    public static double wobble(double figure, int block, double share) {
        return figure * (1 + share * ((block * 7) % 5 - 2) / 2.0);
    }

    public Session session() {
        var plan = new Session.Planned(
                profile, 4711, List.copyOf(scenarios), List.copyOf(notAsked), List.copyOf(unavailable), shard);
        var machine = new Session.Machine(
                "2026-11-22T10:11:12+01:00",
                SampleEnvironment.ENVIRONMENT,
                profile.flags(),
                container
                        .map(c -> ServiceInfo.container(c, serviceFlags))
                        .orElseGet(() -> ServiceInfo.process(serviceFlags)),
                disturbanceLimits,
                shard.map(_ -> host));
        return new Session(
                Result.FORMAT,
                "made-up",
                plan,
                machine,
                new Session.Instrument(
                        Stream.concat(Stream.of("jvm"), runtimes.keySet().stream())
                                .collect(Collectors.toMap(
                                        runtime -> runtime, runtime -> new Calibration(Map.of("mix", MIX)))),
                        runtimes,
                        new Session.DriverCost(123_456, 12.3, Optional.empty()),
                        ignoredVariables));
    }

    /** Lifts the disturbance limits, for a session that runs beside other tests. */
    SessionFixture undisturbed() {
        disturbanceLimits = new DisturbanceLimits(SampleEnvironment.REST, 1, Double.MAX_VALUE, Long.MAX_VALUE);
        return this;
    }

    /** Sets a variable with flags for JVMs that was not passed on. */
    SessionFixture ignoring(String variable, String value) {
        ignoredVariables = Map.of(variable, value);
        return this;
    }

    /** Writes the session to disk, as a run does. */
    public void save(Path folder) throws IOException {
        var saved = SessionFolder.create(folder);
        saved.writeSession(session());
        for (var result : results) {
            saved.append(result);
        }
        for (var recalibration : recalibrations) {
            saved.append(recalibration);
        }
        for (var note : notes) {
            saved.append(note);
        }
    }

    /** The results so far, in the order in which they were added. */
    List<Result> results() {
        return List.copyOf(results);
    }

    List<Recalibration> recalibrations() {
        return List.copyOf(recalibrations);
    }

    public Judgement judgement() {
        return new Judge(session(), recalibrations).judge(results);
    }

    public Report report() {
        return new ReportBuilder(session(), judgement(), notes, List.of()).report();
    }
}
