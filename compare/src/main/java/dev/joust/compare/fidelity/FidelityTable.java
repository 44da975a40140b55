package dev.joust.compare.fidelity;

import dev.joust.compare.fidelity.FidelityRow.Requirement;
import java.util.List;

/**
 * The table of fidelity: every quantity, its figures, and whether it is required to hold. The figures carry their
 * tolerances.
 */
final class FidelityTable {
    private FidelityTable() {}

    static List<FidelityRow> all() {
        return List.of(
                new FidelityRow(
                        1, "fixed total work: time of n threads / of 1", Requirement.ALWAYS, SpeedFigures.totalWork()),
                new FidelityRow(
                        2,
                        "fixed work per thread: time of n threads / of 1",
                        Requirement.ALWAYS,
                        SpeedFigures.workEach()),
                new FidelityRow(
                        3,
                        "4 threads spin until a deadline: elapsed / deadline",
                        Requirement.ALWAYS,
                        SpeedFigures.asPrinted()),
                new FidelityRow(4, "CPU time / wall time of n spinners", Requirement.ALWAYS, SpeedFigures.cpu()),
                new FidelityRow(5, "slice, 2 threads, median", Requirement.ALWAYS, SliceFigures.sliceMedians()),
                new FidelityRow(6, "switches per second, 2 threads", Requirement.ALWAYS, SliceFigures.switches()),
                new FidelityRow(7, "slice, 4 threads, p95", Requirement.ALWAYS, SliceFigures.longSlices()),
                new FidelityRow(
                        8,
                        "share of slices in (1.1 I, 2.2 I): of 4 threads less of 2",
                        Requirement.ALWAYS,
                        SliceFigures.restarted()),
                new FidelityRow(
                        9,
                        "next holder is the thread that ran longest ago",
                        Requirement.NEVER,
                        SliceFigures.leastRecent()),
                new FidelityRow(
                        10,
                        "overshoot of a 1 ms sleep beside 1 spinner",
                        Requirement.ALWAYS,
                        OvershootFigures.overshoots()),
                new FidelityRow(
                        11, "overshoot of a 1 ms sleep beside several", Requirement.NEVER, OvershootFigures.crowded()),
                new FidelityRow(
                        12, "overshoot against interval, 1 spinner", Requirement.ALWAYS, OvershootFigures.line()),
                new FidelityRow(
                        13, "echo: rate alone / beside 1 CPU thread", Requirement.WITH_GLIBC, EchoFigures.convoy()),
                new FidelityRow(
                        14,
                        "echo: log-log slope of rate against interval",
                        Requirement.WITH_GLIBC,
                        EchoFigures.echoSlope()),
                new FidelityRow(
                        15, "echo beside 1 CPU thread: latency has two humps", Requirement.ALWAYS, EchoFigures.humps()),
                new FidelityRow(
                        16,
                        "echo beside 1 CPU thread: switches per request",
                        Requirement.NEVER,
                        EchoFigures.switchesPerRequest()),
                new FidelityRow(
                        17,
                        "echo beside 1 CPU thread: rate on one core / on all",
                        Requirement.ALWAYS,
                        EchoFigures.pinned()),
                new FidelityRow(18, "share of short calls that lose the lock", Requirement.NEVER, EchoFigures.lost()),
                new FidelityRow(
                        19,
                        "uninterruptible task: overshoot / its length",
                        Requirement.ALWAYS,
                        OvershootFigures.uninterruptible()),
                new FidelityRow(
                        20, "CPU work lost beside echo, interval 0.1 ms", Requirement.NEVER, EchoFigures.workLost()),
                new FidelityRow(
                        21, "event loop: a 1 ms timer fires late by", Requirement.ALWAYS, OvershootFigures.loopLag()),
                new FidelityRow(
                        22,
                        "without forced switching: overshoot / interval",
                        Requirement.ALWAYS,
                        OvershootFigures.ablation()),
                new FidelityRow(
                        23, "processes: fixed work by 2 workers / by 1", Requirement.ALWAYS, SpeedFigures.processes()));
    }
}
