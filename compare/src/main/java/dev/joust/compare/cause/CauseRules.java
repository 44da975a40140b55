package dev.joust.compare.cause;

import static dev.joust.compare.cause.CauseFigure.*;

import java.util.List;
import java.util.Optional;

/**
 * The rules, in the order in which they are tried; the first that applies names the cause. Each asks what would be
 * gained if the limit were not there. So a unit that takes as long as its own waits is limited by nothing else, however
 * busy a lock is. A lock counts by the time that threads waited for it, never by time in which no CPU was used.
 */
final class CauseRules {
    /** A part that is in use for nine tenths of the time leaves a tenth to gain. */
    static final double SATURATED = 0.9;

    /** Two threads that compute in turn: one waits, except for the end of a batch. */
    static final double ONE_WAITS = 0.9;

    /** A unit whose own work is four fifths of its response time has a fifth to gain. */
    static final double OWN_SHARE = 0.8;

    /** At a high percentile a unit waits for several turns in a row; five are the most that one of them explains. */
    static final double FEW_TURNS = 0.2;

    /** Half of the excess: less leaves the greater part unexplained. */
    static final double HALF = 0.5;

    /** A lock that is held for half of the time is met by every second return. */
    static final double LOCK_IS_MET = 0.5;

    /** With as much CPU time in use, more slots would soon meet the cores. */
    static final double CPU_CONTRADICTS_SLOTS = 0.75;

    /** One thread that is always ready and has no core: the cores have no idle time. */
    static final double ONE_WITHOUT_CORE = 1;

    static final List<CauseRule> ORDERED = List.of(
            new CauseRule(CauseKind.WAITS, f -> alone(f) && mostlyWaits(f), CauseTexts::response),
            new CauseRule(CauseKind.OWN_WORK, f -> alone(f) && !mostlyWaits(f), CauseTexts::response),
            new CauseRule(CauseKind.CPU, f -> oneCore(f) && cpuIsUsed(f), CauseTexts::cpu),
            new CauseRule(CauseKind.LOCK_ON_RETURN, CauseRules::lockOnReturn, CauseTexts::lockOnReturn),
            new CauseRule(CauseKind.LOCK, CauseRules::lock, CauseTexts::lock),
            new CauseRule(CauseKind.CPU, CauseRules::cpuIsUsed, CauseTexts::cpu),
            new CauseRule(CauseKind.LOOP, f -> f.atLeast(LOOP_BUSY, SATURATED), CauseTexts::loop),
            new CauseRule(CauseKind.BLOCKED_LOOP, CauseRules::blockedLoop, CauseTexts::blockedLoop),
            new CauseRule(
                    CauseKind.CPU, f -> f.atLeast(WITHOUT_CORE, ONE_WITHOUT_CORE), CauseTexts::threadsWithoutCore),
            new CauseRule(CauseKind.HANDOVER, f -> f.atLeast(HANDOVER_SHARE, HALF), CauseTexts::handover),
            new CauseRule(CauseKind.SLOTS, CauseRules::slots, CauseTexts::slots));

    private CauseRules() {}

    /** The first rule that applies. */
    static Optional<CauseRule> first(CauseFigures figures) {
        return ORDERED.stream().filter(rule -> rule.applies().test(figures)).findFirst();
    }

    /** A unit takes hardly longer than it would without any other. */
    private static boolean alone(CauseFigures f) {
        return f.known(RESPONSE, WAITS, OWN_CPU, UNFINISHED)
                && f.get(UNFINISHED) == 0
                && f.alone() >= OWN_SHARE * f.get(RESPONSE);
    }

    private static boolean mostlyWaits(CauseFigures f) {
        return f.get(WAITS) > f.get(OWN_CPU);
    }

    /** Then a lock or a loop takes nothing away that the core could give. */
    private static boolean oneCore(CauseFigures f) {
        return f.known(CORES) && f.get(CORES) <= 1;
    }

    private static boolean cpuIsUsed(CauseFigures f) {
        return f.known(CPU, CORES) && f.cpuShare() >= SATURATED;
    }

    /**
     * A unit takes longer than its own work by the lock's interval per return. Threads waited for the lock for at least
     * half of that excess; a loop waits once for all of its units.
     */
    private static boolean lockOnReturn(CauseFigures f) {
        return f.known(RESPONSE, WAITS, OWN_CPU, RETURNS, RATE, LOCK_WAITING, LOCK_INTERVAL)
                && f.atLeast(LOCK_HELD, LOCK_IS_MET)
                && f.get(RETURNS) >= 1
                && f.excess() >= f.get(LOCK_INTERVAL) * f.get(RETURNS)
                && f.get(LOCK_WAITING) >= HALF * Math.min(1, f.excess() / 1e3 * f.get(RATE));
    }

    private static boolean lock(CauseFigures f) {
        return f.atLeast(LOCK_HELD, SATURATED) && f.atLeast(LOCK_WAITING, ONE_WAITS);
    }

    private static boolean blockedLoop(CauseFigures f) {
        return f.known(RESPONSE, WAITS, OWN_CPU, LOOP_TURN)
                && f.alone() < HALF * f.get(RESPONSE)
                && f.get(LOOP_TURN) >= FEW_TURNS * f.excess();
    }

    /**
     * Units queue, and nothing that the units in the slots share is in use for long. Of a monitor nobody knows for how
     * long it is: units that wait for it would wait in more slots too.
     */
    private static boolean slots(CauseFigures f) {
        return f.known(IN_FLIGHT, SLOTS, COMPUTING, CORES, CPU)
                && f.get(IN_FLIGHT) >= f.get(SLOTS) + 1
                && !f.atLeast(MONITORS, 1)
                && f.cpuShare() < CPU_CONTRADICTS_SLOTS
                && !f.serialUnseen()
                && !f.atLeast(LOCK_WAITING, HALF)
                && !f.atLeast(LOOP_BUSY, CPU_CONTRADICTS_SLOTS);
    }
}
