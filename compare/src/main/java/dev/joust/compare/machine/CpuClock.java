package dev.joust.compare.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.OptionalLong;

/**
 * The CPU-time clock that Linux keeps for every process, in nanoseconds, ended threads included. See
 * clock_getcpuclockid(3).
 *
 * <p>No file in {@code /proc} tells as much. {@code stat} is cut to 10 ms, and {@code PID/schedstat} covers the main
 * thread only. The sum of {@code task/*}{@code /schedstat} loses threads that have ended, so all work of a model that
 * starts one thread per unit.
 */
final class CpuClock {
    private static final int SCHEDULED = 2;
    private static final int TIMESPEC_BYTES = 16;
    private static final MethodHandle CLOCK_GETTIME = clockGettime();

    private CpuClock() {}

    /** The CPU time of a process; empty when there is no such process. */
    static OptionalLong nanos(long pid) {
        try (Arena arena = Arena.ofConfined()) {
            var time = arena.allocate(TIMESPEC_BYTES, Long.BYTES);
            int failed = (int) CLOCK_GETTIME.invokeExact((int) (~pid << 3 | SCHEDULED), time);
            return failed == 0
                    ? OptionalLong.of(Math.addExact(
                            Math.multiplyExact(time.get(ValueLayout.JAVA_LONG, 0), 1_000_000_000L),
                            time.get(ValueLayout.JAVA_LONG, Long.BYTES)))
                    : OptionalLong.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("clock_gettime cannot be called", e);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle clockGettime() {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("clock_gettime"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }
}
