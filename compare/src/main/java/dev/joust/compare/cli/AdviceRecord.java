package dev.joust.compare.cli;

import dev.joust.compare.adr.AdrFolder;
import dev.joust.compare.adr.DecisionRecord;
import dev.joust.compare.adr.RecordSource;
import dev.joust.compare.adr.RecordSource.RecordedResults;
import dev.joust.compare.advise.SustainedSession;
import dev.joust.compare.plan.FolderWriteException;
import dev.joust.compare.session.SessionFolder;
import dev.joust.scenario.Pod;
import dev.joust.scenario.PrintableText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The decision record of an advice: of the session without the models that do not sustain the traffic.
 *
 * @param folder of the session
 * @param now the model that runs today
 */
record AdviceRecord(SustainedSession session, Path folder, Optional<String> now) {

    /**
     * Writes the record, and says where, or why there is none.
     *
     * @param dir the folder of records; empty: that of the session
     */
    Optional<Path> write(Optional<Path> dir, PrintStream show) throws FolderWriteException {
        var refusal = refusal();
        if (refusal.isPresent()) {
            show.println(PrintableText.line("no decision record: " + refusal.get()));
            return Optional.empty();
        }
        var results = new RecordedResults(
                folder.toString(), SessionFolder.open(folder).resultsSha256(), Optional.of(command()));
        var source = new RecordSource(LocalDate.now(ZoneId.systemDefault()), List.of(), results, session.costs(), now);
        var written = AdrFolder.of(Optional.of(dir.orElse(folder)), Path.of(""))
                .write(DecisionRecord.of(session.report(), session.scenarioReport(), source));
        show.println(PrintableText.line("decision record: " + written));
        return Optional.of(written);
    }

    private Optional<String> refusal() {
        var scenario = session.scenarioReport();
        return scenario.arms().size() < 2
                ? Optional.of("it compares two models at least")
                : DecisionRecord.refusal(session.report(), scenario);
    }

    /** The command that measures the same again. */
    private String command() {
        var pod = session.judged().session().plan().scenarios().stream()
                .filter(scenario -> scenario.name().equals(session.scenario()))
                .findFirst()
                .flatMap(scenario -> scenario.pod());
        return String.format(
                Locale.ROOT,
                "./joust run %s --seed %d --profile %s%s%s",
                folder.resolve("traffic.yaml"),
                session.report().heading().seed(),
                session.report().heading().profile().name(),
                pod.flatMap(limits -> limits.cpus())
                        .map(cpus -> " --cpus " + Pod.number(cpus))
                        .orElse(""),
                pod.flatMap(limits -> limits.memoryBytes())
                        .map(bytes -> " --memory " + Pod.size(bytes))
                        .orElse(""));
    }
}
