package dev.joust.compare.cli;

import dev.joust.compare.report.Report;
import dev.joust.compare.verdict.ControlOutcome;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.PrintableText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code run} says of a shard: no verdict, but whether its trials and its controls are as they should be. */
record ShardSummary(JudgedSession judged, Report report) {

    /** @param folder of the shard's session */
    List<String> lines(Path folder) {
        var session = judged.session();
        var shard = session.onlyShard().orElseThrow();
        List<String> lines = new ArrayList<>();
        var trials = judged.judgement().scenarios().stream()
                .map(scenario -> scenario.evidence())
                .filter(evidence -> session.plan().scenarios().contains(evidence.scenario()))
                .flatMap(evidence -> evidence.blocks().values().stream())
                .flatMap(block -> block.values().stream())
                .toList();
        lines.add(String.format(
                Locale.ROOT,
                "shard %s of the plan with seed %d, on %s: %d trials, %d of them valid",
                shard,
                session.plan().seed(),
                session.machine().host().orElse("this machine"),
                trials.size(),
                trials.stream().filter(Checked::valid).count()));
        var controls = judged.judgement().scenarios().stream()
                .flatMap(scenario -> scenario.control().stream()
                        .map(control -> scenario.evidence().scenario().name() + " " + word(control.outcome())))
                .collect(Collectors.joining(", "));
        lines.add("controls by this shard alone: " + (controls.isEmpty() ? "none" : controls));
        var status = report.heading().status();
        if (judged.judgement().status().withholds()) {
            lines.add(String.format(Locale.ROOT, "%s: %s", status.word().toUpperCase(Locale.ROOT), status.meaning()));
        }
        lines.add(String.format(Locale.ROOT, "merge it with the others: joust merge %s ... --out DIR", folder));
        return lines.stream().map(PrintableText::line).toList();
    }

    private static String word(ControlOutcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case NOT_SHOWN -> "not shown";
            case FAILED -> "failed";
        };
    }
}
