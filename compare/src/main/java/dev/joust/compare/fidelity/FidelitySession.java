package dev.joust.compare.fidelity;

import dev.joust.compare.machine.Environment;
import dev.joust.fidelity.LockSetting;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One comparison of the lock with CPython's, from the first probe to the findings. For one thread.
 *
 * @param handover what the report calls the setting of the lock
 */
public record FidelitySession(
        FidelityProfile profile, LockSetting lock, ProbeCommands commands, FidelityFolder folder, String handover) {

    /**
     * Runs the probe cases, judges the answers and writes {@code fidelity.json}.
     *
     * @param cautions what the report says before its own notes
     */
    public Fidelity measure(List<String> cautions) throws IOException, InterruptedException {
        List<String> notes = new ArrayList<>(cautions);
        var cases = possibleCases(notes);
        var started = OffsetDateTime.now(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        var runner = new ProbeRunner(profile, commands, lock, folder);
        runner.ask(cases, 1, profile.rounds());
        repeatDoubtful(runner, cases);
        notes.addAll(runner.notes());
        var answers = folder.readAnswers();
        if (answers.stream().anyMatch(FidelitySession::countedByGaps)) {
            notes.add("switches of CPython are counted by gaps in its threads' clocks: this interpreter's own counter"
                    + " was not found");
        }
        var context = new Fidelity.FidelityContext(started, profile.label(), handover, runtimes(answers), machine());
        var fidelity = judge(answers, cases).fidelity(context, notes);
        folder.write(fidelity);
        return fidelity;
    }

    /**
     * Repeats the cases behind required figures that do not hold, as often as the profile says: without a look in
     * between.
     */
    private void repeatDoubtful(ProbeRunner runner, List<ProbeCase> cases) throws IOException, InterruptedException {
        var doubtful = judge(folder.readAnswers(), cases).doubtful();
        var again =
                cases.stream().filter(probe -> doubtful.contains(probe.key())).toList();
        if (!again.isEmpty()) {
            runner.ask(again, profile.rounds() + 1, profile.maxRounds());
        }
    }

    private FidelityJudge judge(List<ProbeResult> answers, List<ProbeCase> cases) {
        Set<String> keys = cases.stream().map(ProbeCase::key).collect(Collectors.toSet());
        return new FidelityJudge(answers, keys, lock.kind() == LockSetting.LockKind.GLIBC, commands.controls());
    }

    private List<ProbeCase> possibleCases(List<String> notes) {
        if (commands.core().isEmpty()) {
            notes.add(
                    "row 17 and the negative controls are not available: they need two cores and the command taskset");
            return profile.cases().stream()
                    .filter(probe -> !probe.is(ProbeCase.ProbeTrait.PINNED))
                    .toList();
        }
        return profile.cases();
    }

    private static boolean countedByGaps(ProbeResult answer) {
        return answer.samples().values().getOrDefault("counted", List.of(1.0)).contains(0.0);
    }

    private static List<String> runtimes(List<ProbeResult> answers) {
        return answers.stream()
                .map(answer -> answer.samples().runtime())
                .distinct()
                .sorted()
                .toList();
    }

    private static String machine() {
        var environment = Environment.read(Optional.empty());
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %s",
                environment.hardware().processor(),
                environment.hardware().usableCores(),
                environment.software().kernel());
    }
}
