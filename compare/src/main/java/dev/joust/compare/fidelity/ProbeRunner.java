package dev.joust.compare.fidelity;

import dev.joust.compare.fidelity.ProbeCase.ProbeTrait;
import dev.joust.compare.machine.ForeignProcesses;
import dev.joust.compare.process.TrialFailure;
import dev.joust.fidelity.LockSetting;
import dev.joust.fidelity.ProbeAnswer;
import dev.joust.fidelity.ProbeOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the probe cases of a session, on CPython and Java in turn, and stores the answers. A sample is dropped and
 * repeated by rules that do not look at its values: foreign processes used the machine, or threads that compute all the
 * time lost their core. For one thread.
 */
public final class ProbeRunner {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final int MAX_ATTEMPTS = 3;
    private static final double MIN_CPU_PER_WALL = 0.9;
    private static final List<LockUnderTest> CPYTHON_FIRST = List.of(LockUnderTest.CPYTHON, LockUnderTest.JAVA);

    private final FidelityProfile form;
    private final ProbeCommands commands;
    private final LockSetting lock;
    private final FidelityFolder folder;
    private final List<String> notes = new ArrayList<>();
    private int repeats;

    public ProbeRunner(FidelityProfile form, ProbeCommands commands, LockSetting lock, FidelityFolder folder) {
        this.form = form;
        this.commands = commands;
        this.lock = lock;
        this.folder = folder;
    }

    /**
     * Runs these rounds of these cases. Each answer is in the folder at once. The negative controls take part in the
     * first rounds of a session, and in the rounds that repeat a missed figure.
     */
    public void ask(List<ProbeCase> cases, int first, int last) throws IOException, InterruptedException {
        repeats += (int) Math.ceil(form.maxRepeatShare() * CPYTHON_FIRST.size() * cases.size() * (last - first + 1));
        for (int round = first; round <= last; round++) {
            System.out.printf(Locale.ROOT, "round %d of %d%n", round, last);
            for (var probe : cases) {
                for (var arm : round % 2 == 1 ? CPYTHON_FIRST : CPYTHON_FIRST.reversed()) {
                    ask(probe, arm, round);
                }
                if (probe.is(ProbeTrait.CONTROL) && form.controls(round) && commands.controls()) {
                    ask(probe, LockUnderTest.NO_FORCED, round);
                    ask(probe, LockUnderTest.BARE, round);
                }
            }
        }
    }

    /** What did not go as planned, in sentences. */
    public List<String> notes() {
        return notes;
    }

    private void ask(ProbeCase probe, LockUnderTest arm, int round) throws IOException, InterruptedException {
        var what = String.format(Locale.ROOT, "%s, %s, round %d", probe.key(), arm.label(), round);
        for (int attempt = 1; attempt == 1 || attempt <= MAX_ATTEMPTS && repeats > 0; attempt++) {
            try {
                repeats -= attempt == 1 ? 0 : 1;
                var order = order(probe, arm);
                var machine = ForeignProcesses.begin();
                var samples = probe.is(ProbeTrait.ECHO) ? echo(probe, arm, order) : plain(arm, order);
                var objection =
                        machine.objection().or(() -> probe.is(ProbeTrait.SPINS) ? lostCore(samples) : Optional.empty());
                if (objection.isEmpty()) {
                    folder.append(new ProbeResult(round, arm, probe.key(), order, samples));
                    return;
                }
                note(String.format(Locale.ROOT, "%s: dropped, %s", what, objection.get()));
            } catch (TrialFailure e) {
                var log = e.log();
                note(String.format(
                        Locale.ROOT,
                        "%s: %s%s",
                        what,
                        e.getMessage(),
                        log.isEmpty() ? "" : "; its log ends: " + lastLine(log)));
                return;
            }
        }
    }

    private void note(String text) {
        notes.add(text);
        System.out.println("  " + text);
    }

    private static String lastLine(String log) {
        return log.lines().reduce((a, b) -> b).orElse("");
    }

    private ProbeOrder order(ProbeCase probe, LockUnderTest arm) {
        var setting = probe.setting();
        var kind =
                switch (arm) {
                    case CPYTHON, JAVA -> lock.kind();
                    case NO_FORCED -> LockSetting.LockKind.NO_FORCED;
                    case BARE -> LockSetting.LockKind.BARE;
                };
        return new ProbeOrder(
                setting.probe(),
                new LockSetting(kind, setting.intervalMicros(), lock.windowNanos()),
                setting.threads(),
                form.seconds(probe),
                setting.argument());
    }

    private ProbeAnswer.ProbeSamples plain(LockUnderTest arm, ProbeOrder order)
            throws IOException, TrialFailure, InterruptedException {
        try (var process = ProbeProcess.start(commands.of(arm, false), order)) {
            return process.awaitSamples(ANSWER_LIMIT);
        }
    }

    private ProbeAnswer.ProbeSamples echo(ProbeCase probe, LockUnderTest arm, ProbeOrder order)
            throws IOException, TrialFailure, InterruptedException {
        boolean pinned = probe.is(ProbeTrait.PINNED);
        try (var server = ProbeProcess.start(commands.of(arm, pinned), order)) {
            int port = server.awaitPort(ANSWER_LIMIT);
            var asked = new ProbeOrder("echo-client", order.lock(), 0, order.seconds(), port);
            try (var client = ProbeProcess.start(commands.python(pinned), asked)) {
                var seen = client.awaitSamples(ANSWER_LIMIT);
                return merge(server.awaitSamples(ANSWER_LIMIT), seen);
            }
        }
    }

    private static ProbeAnswer.ProbeSamples merge(ProbeAnswer.ProbeSamples server, ProbeAnswer.ProbeSamples client) {
        Map<String, List<Double>> values = new LinkedHashMap<>(server.values());
        client.values().forEach((name, list) -> values.put(name.equals("wall") ? "client-wall" : name, list));
        return new ProbeAnswer.ProbeSamples(server.runtime(), values);
    }

    /** Why the samples of threads that compute all the time must be dropped: another process had their core. */
    private static Optional<String> lostCore(ProbeAnswer.ProbeSamples samples) {
        var cpu = samples.values().get("cpu");
        var wall = samples.values().get("wall");
        double share = sum(cpu) / sum(wall);
        return share < MIN_CPU_PER_WALL
                ? Optional.of(String.format(Locale.ROOT, "CPU time was %.2f of wall time", share))
                : Optional.empty();
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }
}
