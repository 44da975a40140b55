package dev.joust.compare.fidelity;

import dev.joust.compare.fidelity.ProbeCase.Trait;
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
 * Asks the questions of a session, CPython and Java in turn, and keeps what they answer. A sample is dropped, and asked for again, by
 * rules that do not look at what it says: when others used the machine meanwhile, or when threads that compute all the time did not get
 * their core. For one thread.
 */
public final class ProbeRunner {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 3;
    private static final double LEAST_CPU_OF_WALL = 0.9;
    private static final List<LockUnderTest> ORIGINAL_FIRST = List.of(LockUnderTest.CPYTHON, LockUnderTest.JAVA);

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

    /** These rounds of these questions; the answers are in the folder, one by one, as they come. */
    public void ask(List<ProbeCase> questions, int first, int last) throws IOException, InterruptedException {
        repeats += (int) Math.ceil(form.mostRepeated() * ORIGINAL_FIRST.size() * questions.size() * (last - first + 1));
        for (int round = first; round <= last; round++) {
            System.out.printf("round %d of %d%n", round, last);
            for (var question : questions) {
                for (var arm : round % 2 == 1 ? ORIGINAL_FIRST : ORIGINAL_FIRST.reversed()) {
                    ask(question, arm, round);
                }
                if (question.is(Trait.CONTROL) && round <= form.controlRounds() && !commands.twin()) {
                    ask(question, LockUnderTest.NO_FORCED, round);
                    ask(question, LockUnderTest.BARE, round);
                }
            }
        }
    }

    /** What went not as planned, in sentences. */
    public List<String> notes() {
        return notes;
    }

    private void ask(ProbeCase question, LockUnderTest arm, int round) throws IOException, InterruptedException {
        var what = "%s, %s, round %d".formatted(question.key(), arm.label(), round);
        for (int attempt = 1; attempt == 1 || attempt <= ATTEMPTS && repeats > 0; attempt++) {
            try {
                repeats -= attempt == 1 ? 0 : 1;
                var order = order(question, arm);
                var machine = ForeignProcesses.begin();
                var samples = question.is(Trait.ECHO) ? echo(question, arm, order) : plain(arm, order);
                var objection =
                        machine.objection().or(() -> question.is(Trait.SPINS) ? held(samples) : Optional.empty());
                if (objection.isEmpty()) {
                    folder.append(new ProbeResult(round, arm, question.key(), order, samples));
                    return;
                }
                note("%s: dropped, %s".formatted(what, objection.get()));
            } catch (TrialFailure e) {
                var log = e.log();
                note("%s: %s%s"
                        .formatted(what, e.getMessage(), log.isEmpty() ? "" : "; its log ends: " + lastLine(log)));
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

    private ProbeOrder order(ProbeCase question, LockUnderTest arm) {
        var setting = question.setting();
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
                form.seconds(question),
                setting.argument());
    }

    private ProbeAnswer.ProbeSamples plain(LockUnderTest arm, ProbeOrder order)
            throws IOException, TrialFailure, InterruptedException {
        try (var process = ProbeProcess.start(commands.of(arm, false), order)) {
            return process.samples(PATIENCE);
        }
    }

    private ProbeAnswer.ProbeSamples echo(ProbeCase question, LockUnderTest arm, ProbeOrder order)
            throws IOException, TrialFailure, InterruptedException {
        boolean pinned = question.is(Trait.PINNED);
        try (var server = ProbeProcess.start(commands.of(arm, pinned), order)) {
            int port = server.port(PATIENCE);
            var asked = new ProbeOrder("echo-client", order.lock(), 0, order.seconds(), port);
            try (var client = ProbeProcess.start(commands.python(pinned), asked)) {
                var seen = client.samples(PATIENCE);
                return together(server.samples(PATIENCE), seen);
            }
        }
    }

    private static ProbeAnswer.ProbeSamples together(ProbeAnswer.ProbeSamples server, ProbeAnswer.ProbeSamples client) {
        Map<String, List<Double>> values = new LinkedHashMap<>(server.values());
        client.values().forEach((name, list) -> values.put(name.equals("wall") ? "client-wall" : name, list));
        return new ProbeAnswer.ProbeSamples(server.runtime(), values);
    }

    /** What speaks against samples of threads that compute all the time: somebody else had their core. */
    private static Optional<String> held(ProbeAnswer.ProbeSamples samples) {
        var cpu = samples.values().get("cpu");
        var wall = samples.values().get("wall");
        double share = sum(cpu) / sum(wall);
        return share < LEAST_CPU_OF_WALL
                ? Optional.of(String.format(Locale.ROOT, "CPU time was %.2f of wall time", share))
                : Optional.empty();
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }
}
