package dev.joust.compare.report.build;

import dev.joust.compare.machine.Environment;
import dev.joust.compare.report.Fact;
import dev.joust.compare.report.MachinesContext;
import dev.joust.compare.report.MachinesContext.HostFacts;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.ShardHost;
import dev.joust.compare.stats.Stratum;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.SessionHosts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Computes what a report shows of the hosts of a merged session. It shows what each machine is, and not how fast: a
 * calibration or the cost of the driver would invite a comparison across machines.
 */
record MachinesContextBuilder(Session session, Judgement judgement) {
    private static final double BYTES_PER_GIB = 1 << 30;

    /** Empty for a session that is not merged. */
    Optional<MachinesContext> machines() {
        return session.hosts()
                .map(hosts -> new MachinesContext(
                        judged(hosts).stream().map(ShardHost::name).toList(),
                        judgement.leftOut().stream()
                                .map(host -> new Fact(host.name(), host.reason()))
                                .toList(),
                        hosts.stream().map(this::facts).toList()));
    }

    /** The names of the machines that are judged; empty for a session that is not merged. */
    List<String> machineNames() {
        return judged(session.hosts().orElse(List.of())).stream()
                .map(SessionHosts::machine)
                .distinct()
                .sorted()
                .toList();
    }

    /** Those that have a judged block. */
    private List<ShardHost> judged(List<ShardHost> hosts) {
        var judged = judgement.scenarios().stream()
                .flatMap(scenario -> scenario.evidence().strata().stream())
                .map(Stratum::shard)
                .collect(Collectors.toSet());
        return hosts.stream().filter(host -> judged.contains(host.name())).toList();
    }

    private HostFacts facts(ShardHost host) {
        var environment = host.machine().environment();
        var hardware = environment.hardware();
        var software = environment.software();
        return new HostFacts(
                host.name(),
                List.of(
                        new Fact("machine", SessionHosts.machine(host)),
                        new Fact("shard", host.shard().toString()),
                        new Fact("processor", hardware.processor()),
                        new Fact(
                                "cores",
                                String.format(
                                        Locale.ROOT, "%d, usable %d", hardware.logicalCores(), hardware.usableCores())),
                        new Fact(
                                "hypervisor",
                                hardware.virtual()
                                        .map(yes -> yes ? "yes" : "no")
                                        .orElse("n/a")),
                        new Fact("memory", gib(hardware.memoryBytes())),
                        new Fact("limits", limits(environment)),
                        new Fact("system", software.system()),
                        new Fact("kernel", software.kernel() + ", " + software.architecture()),
                        new Fact("JDK", software.java()),
                        new Fact("Python on the path", software.python().orElse("none")),
                        new Fact("service", host.machine().service().withoutFlags()),
                        new Fact("started", host.machine().started())));
    }

    private static String limits(Environment environment) {
        var limits = environment.limits();
        var cores = limits.cores().map(c -> String.format(Locale.ROOT, "%.2f cores", c));
        var memory = limits.memoryBytes().map(MachinesContextBuilder::gib);
        return cores.map(c -> memory.map(m -> c + ", " + m).orElse(c))
                .or(() -> memory)
                .orElse("none");
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / BYTES_PER_GIB);
    }
}
