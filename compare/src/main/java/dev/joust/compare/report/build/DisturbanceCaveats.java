package dev.joust.compare.report.build;

import dev.joust.compare.session.DisturbanceNote;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.Evidence;
import dev.joust.compare.verdict.Judgement;
import dev.joust.trial.TrialId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a report says of a disturbed machine: before the first block, and in the blocks that are judged.
 *
 * @param notes who disturbed; empty for a session that has none
 */
record DisturbanceCaveats(Session session, Judgement judgement, List<DisturbanceNote> notes) {

    List<String> lines() {
        return Stream.concat(
                        before(),
                        judgement.scenarios().stream()
                                .map(scenario -> blocks(scenario.evidence()))
                                .flatMap(Optional::stream))
                .toList();
    }

    private Stream<String> before() {
        return session.hosts().isPresent()
                ? session.hosts().get().stream()
                        .flatMap(host -> before(host.machine(), Optional.of(host.name())).stream()
                                .map(line -> host.name() + ": " + line))
                : before(session.machine(), Optional.empty()).stream();
    }

    private Optional<String> before(Session.Machine machine, Optional<String> host) {
        return machine.disturbanceLimits().caution().map(caution -> notes.stream()
                .filter(note -> note.trial().isEmpty() && note.host().equals(host))
                .findFirst()
                .map(note -> "The machine was not at rest when the session began: " + note.text() + ".")
                .orElse(caution + "."));
    }

    private Optional<String> blocks(Evidence evidence) {
        var found = evidence.disturbed();
        if (found.disturbed() == 0) {
            return Optional.empty();
        }
        var name = evidence.scenario().name();
        var who = notes.stream()
                .filter(note -> note.trial()
                        .filter(trial -> trial.scenario().equals(name) && isJudged(evidence, trial))
                        .isPresent())
                .findFirst()
                .map(note -> String.format(
                        Locale.ROOT,
                        ". In block %d, %s: %s",
                        note.trial().orElseThrow().block(),
                        note.trial().orElseThrow().arm(),
                        note.text()))
                .orElse("");
        return Optional.of(String.format(
                Locale.ROOT,
                "%s: %d of %d judged blocks stayed disturbed%s.",
                name,
                found.disturbed(),
                found.blocks(),
                who));
    }

    private static boolean isJudged(Evidence evidence, TrialId trial) {
        return Optional.ofNullable(evidence.blocks().get(trial.block()))
                .map(block -> block.get(trial.arm()))
                .filter(judged -> judged.result().id().equals(trial))
                .isPresent();
    }
}
