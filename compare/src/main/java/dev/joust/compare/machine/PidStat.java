package dev.joust.compare.machine;

import java.util.Optional;

/**
 * {@code /proc/PID/stat}, as far as it is needed; see proc_pid_stat(5). Times are in nanoseconds, cut to 10 ms by the kernel.
 *
 * @param started since boot
 * @param reapedNanos the children that it has waited for, and theirs
 */
record PidStat(State state, long started, long userNanos, long systemNanos, long reapedNanos) {
    /** As far as it matters here. */
    enum State {
        LIVING,
        /** By a signal: it lives and does nothing. */
        STOPPED,
        /** Ended with all of its threads, and not yet waited for by its parent. */
        ZOMBIE
    }

    /** The kernel counts in hundredths of a second here, whatever its timer does, on every architecture that JDK 25 runs on. */
    static final long TICK_NANOS = 10_000_000;

    static Optional<PidStat> of(ProcFs proc, long pid) {
        return proc.read(pid + "/stat").filter(text -> !text.isBlank()).map(PidStat::parse);
    }

    /** The fields are counted from behind the name, which may itself hold spaces and parentheses. */
    static PidStat parse(String text) {
        String[] fields = text.substring(text.lastIndexOf(')') + 2).trim().split(" ");
        return new PidStat(
                state(fields[0], Integer.parseInt(fields[17])),
                Long.parseLong(fields[19]),
                ticks(fields[11]),
                ticks(fields[12]),
                ticks(fields[13]) + ticks(fields[14]));
    }

    private static State state(String letter, int threads) {
        return switch (letter) {
            case "T", "t" -> State.STOPPED;
            case "Z" -> threads <= 1 ? State.ZOMBIE : State.LIVING;
            default -> State.LIVING;
        };
    }

    boolean zombie() {
        return state == State.ZOMBIE;
    }

    private static long ticks(String field) {
        return Long.parseLong(field) * TICK_NANOS;
    }
}
