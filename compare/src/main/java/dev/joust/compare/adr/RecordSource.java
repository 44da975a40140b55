package dev.joust.compare.adr;

import dev.joust.compare.report.CostReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a record says beyond the report.
 *
 * @param date of the record
 * @param decisionMakers who decides; nobody yet where it is empty
 * @param results where the figures are
 * @param costs of the arms of the session's scenarios
 * @param runsNow the option that runs today, which stays where it ties for the best; empty where nobody says
 */
public record RecordSource(
        LocalDate date,
        List<String> decisionMakers,
        RecordedResults results,
        List<CostReport> costs,
        Optional<String> runsNow) {
    public RecordSource {
        decisionMakers = List.copyOf(decisionMakers);
        costs = List.copyOf(costs);
    }

    /**
     * The results of the session.
     *
     * @param folder of the session, as the reader finds it
     * @param sha256 of {@code results.jsonl}
     * @param command that asks again; empty: the one that the claims name
     */
    public record RecordedResults(String folder, String sha256, Optional<String> command) {}
}
