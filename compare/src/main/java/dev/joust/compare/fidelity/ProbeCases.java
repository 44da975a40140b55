package dev.joust.compare.fidelity;

import static dev.joust.compare.fidelity.ProbeCase.ProbeTrait.CONTROL;
import static dev.joust.compare.fidelity.ProbeCase.ProbeTrait.ECHO;
import static dev.joust.compare.fidelity.ProbeCase.ProbeTrait.PINNED;
import static dev.joust.compare.fidelity.ProbeCase.ProbeTrait.SPINS;

import dev.joust.compare.fidelity.ProbeCase.ProbeSetting;
import dev.joust.compare.fidelity.ProbeCase.ProbeTrait;
import java.util.List;
import java.util.Locale;

/** All probe cases, in the order of one round. */
public final class ProbeCases {
    static final String WORK = "fixed-work";
    static final String AS_PRINTED = "as-printed";
    static final String SHORT_CALL = "short-call";
    static final String UNINTERRUPTIBLE = "uninterruptible";
    static final String LOOP_LAG = "loop-lag";
    static final String PROCESSES = "processes";
    static final String PINNED_ECHO = "echo-1-5000-one-core";

    /** CPython's default switch interval, in microseconds. */
    static final long USUAL = 5000;

    /** The same in milliseconds. */
    static final double USUAL_MILLIS = USUAL / 1e3;

    /**
     * CPython starts threads one by one, each after a few intervals: 0.05 to 0.1 s for four. So not in the short form.
     */
    private static final double DEADLINE = 2;

    private static final double TASK_MILLIS = 80;
    private static final double ALONE_SECONDS = 0.3;

    private ProbeCases() {}

    static String slices(int threads, long intervalMicros) {
        return String.format(Locale.ROOT, "slices-%d-%d", threads, intervalMicros);
    }

    static String overshoot(int threads, long intervalMicros) {
        return String.format(Locale.ROOT, "overshoot-%d-%d", threads, intervalMicros);
    }

    static String echo(int threads, long intervalMicros) {
        return String.format(Locale.ROOT, "echo-%d-%d", threads, intervalMicros);
    }

    /**
     * All cases. The short form leaves out those that compare speeds: fixed work and worker processes. CPython's
     * interpreter loop runs at half its speed while another guest of the machine computes on the other half of its
     * core, for tenths of a second or for seconds.
     */
    public static List<ProbeCase> all() {
        return List.of(
                new ProbeCase(WORK, new ProbeSetting("fixed-work", 4, USUAL, 0, 0.025), List.of(SPINS), false),
                new ProbeCase(AS_PRINTED, new ProbeSetting("as-printed", 4, USUAL, 0, DEADLINE), List.of(SPINS), false),
                slices(2, 20_000, false),
                slices(2, USUAL, true, CONTROL),
                slices(2, 1000, true),
                slices(2, 100, true),
                slices(3, USUAL, false),
                slices(4, USUAL, true),
                overshoot(1, 1000, true),
                overshoot(1, USUAL, true, CONTROL),
                overshoot(1, 20_000, true),
                overshoot(2, USUAL, false),
                overshoot(4, USUAL, false),
                echo(0, USUAL, 0, true),
                echo(1, USUAL, 0, true),
                echo(1, 1000, 0, false),
                echo(1, 100, ALONE_SECONDS, false),
                echo(2, USUAL, 0, false),
                new ProbeCase(
                        PINNED_ECHO, new ProbeSetting("echo-server", 1, USUAL, 0, 1), List.of(ECHO, PINNED), true),
                new ProbeCase(SHORT_CALL, new ProbeSetting("short-call", 1, USUAL, 0, 1), List.of(), false),
                new ProbeCase(
                        UNINTERRUPTIBLE,
                        new ProbeSetting("uninterruptible", 1, USUAL, TASK_MILLIS, 1.5),
                        List.of(),
                        true),
                new ProbeCase(LOOP_LAG, new ProbeSetting("loop-lag", 1, USUAL, 0, 1), List.of(), true),
                new ProbeCase(PROCESSES, new ProbeSetting("processes", 2, USUAL, 0, 0.06), List.of(), false));
    }

    private static ProbeCase slices(int threads, long interval, boolean inShort, ProbeTrait... control) {
        return spins("slices", slices(threads, interval), threads, interval, inShort, control);
    }

    private static ProbeCase overshoot(int threads, long interval, boolean inShort, ProbeTrait... control) {
        return spins("overshoot", overshoot(threads, interval), threads, interval, inShort, control);
    }

    private static ProbeCase spins(
            String probe, String key, int threads, long interval, boolean inShort, ProbeTrait... control) {
        var traits = control.length == 0 ? List.of(SPINS) : List.of(SPINS, control[0]);
        return new ProbeCase(key, new ProbeSetting(probe, threads, interval, 0, 1), traits, inShort);
    }

    private static ProbeCase echo(int threads, long interval, double alone, boolean inShort) {
        var setting = new ProbeSetting("echo-server", threads, interval, alone, 1);
        return new ProbeCase(echo(threads, interval), setting, List.of(ECHO), inShort);
    }
}
