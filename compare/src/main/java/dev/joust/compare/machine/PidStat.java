package dev.joust.compare.machine;

import java.util.Optional;

/**
 * The fields of {@code /proc/PID/stat} that Joust reads; see proc_pid_stat(5). Times are in nanoseconds, cut to 10 ms
 * by the kernel.
 *
 * @param started when the process began, in ticks since boot
 * @param reapedNanos CPU time of the children that it has waited for, and of theirs
 */
record PidStat(ProcessState state, long started, long userNanos, long systemNanos, long reapedNanos) {
    /** The states that Joust tells apart. */
    enum ProcessState {
        LIVING,
        /** Suspended by a signal: it lives and does nothing. */
        STOPPED,
        /** Ended with all of its threads; its parent has not yet waited for it. */
        ZOMBIE
    }

    /** The kernel counts in hundredths of a second here, whatever its timer's rate, on every architecture of JDK 25. */
    static final long TICK_NANOS = 10_000_000;

    static Optional<PidStat> of(ProcFs proc, long pid) {
        return proc.read(pid + "/stat").filter(text -> !text.isBlank()).map(PidStat::parse);
    }

    /** Fields are counted from the end of the name, which may itself hold spaces and parentheses. */
    static PidStat parse(String text) {
        String[] fields = text.substring(text.lastIndexOf(')') + 2).trim().split(" ");
        return new PidStat(
                state(fields[0], Integer.parseInt(fields[17])),
                Long.parseLong(fields[19]),
                ticks(fields[11]),
                ticks(fields[12]),
                ticks(fields[13]) + ticks(fields[14]));
    }

    /** The name of the program, of at most 15 characters; it may hold any character. */
    static String name(String text) {
        return text.substring(text.indexOf('(') + 1, text.lastIndexOf(')'));
    }

    private static ProcessState state(String letter, int threads) {
        return switch (letter) {
            case "T", "t" -> ProcessState.STOPPED;
            case "Z" -> threads <= 1 ? ProcessState.ZOMBIE : ProcessState.LIVING;
            default -> ProcessState.LIVING;
        };
    }

    boolean zombie() {
        return state == ProcessState.ZOMBIE;
    }

    private static long ticks(String field) {
        return Long.parseLong(field) * TICK_NANOS;
    }
}
