package dev.joust.compare;

import dev.joust.compare.machine.Environment;
import dev.joust.compare.plan.Shard;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.build.ReportBuilder;
import dev.joust.compare.session.Recalibration;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.ShardHost;
import dev.joust.compare.verdict.Judge;
import dev.joust.compare.verdict.Judgement;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A made-up session as if each of several machines had run a shard of its plan: block 1 ran on the first, block 2 on
 * the second, and so on.
 *
 * @param names of the machines, one per shard; several shards may have run on one
 * @param cores of each machine
 */
public record MachinesFixture(SessionFixture fixture, List<String> names, List<Integer> cores) {

    /** Machines with two cores. */
    public static MachinesFixture of(SessionFixture fixture, String... names) {
        return new MachinesFixture(fixture, List.of(names), Collections.nCopies(names.length, 2));
    }

    private Shard shard(int index) {
        return new Shard(index + 1, names.size());
    }

    private String host(int index) {
        var name = names.get(index);
        return Collections.frequency(names, name) == 1
                ? name
                : String.format(Locale.ROOT, "%s (%s)", name, shard(index));
    }

    private String host(Result result) {
        return host((result.id().block() - 1) % names.size());
    }

    public Session session() {
        var whole = fixture.session();
        var hosts = IntStream.range(0, names.size())
                .mapToObj(i -> new ShardHost(host(i), shard(i), machine(whole.machine(), i), whole.instrument()))
                .sorted(Comparator.comparing(ShardHost::name))
                .toList();
        var plan = whole.plan();
        return new Session(
                whole.format(),
                whole.name(),
                new Session.Planned(
                        plan.profile(),
                        plan.seed(),
                        plan.scenarios(),
                        plan.notAsked(),
                        plan.unavailable(),
                        Optional.of(hosts.getFirst().shard())),
                hosts.getFirst().machine(),
                whole.instrument(),
                Optional.of(hosts));
    }

    private Session.Machine machine(Session.Machine machine, int index) {
        var environment = machine.environment();
        var hardware = environment.hardware();
        return new Session.Machine(
                machine.started(),
                new Environment(
                        new Environment.Hardware(
                                hardware.processor() + " of " + names.get(index),
                                hardware.logicalCores(),
                                cores.get(index),
                                hardware.memoryBytes(),
                                hardware.virtual()),
                        environment.software(),
                        environment.limits(),
                        environment.loadAverage(),
                        environment.commit()),
                machine.flags(),
                machine.service(),
                machine.disturbanceLimits(),
                Optional.of(names.get(index)));
    }

    public List<Result> results() {
        return fixture.results().stream()
                .map(result -> result.withHost(host(result)))
                .toList();
    }

    /** Recalibrations were made on the first machine. */
    private List<Recalibration> recalibrations() {
        return fixture.recalibrations().stream()
                .map(one -> one.withHost(host(0)))
                .toList();
    }

    public Judgement judgement() {
        return new Judge(session(), recalibrations()).judge(results());
    }

    public Report report() {
        return new ReportBuilder(session(), judgement(), List.of(), List.of()).report();
    }
}
