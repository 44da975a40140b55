package dev.joust.compare.machine;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** Suspends and resumes processes with kill(2). Does nothing where the system has no such signals. */
final class ProcessSuspension {
    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");
    private static final int STOP = MAC ? 17 : 19;
    private static final int CONTINUE = MAC ? 19 : 18;
    private static final Optional<MethodHandle> KILL = kill();

    private ProcessSuspension() {}

    /** Suspends a process. It may still finish its current system call. */
    static void suspend(ProcessHandle process) {
        send(process, STOP);
    }

    static void resume(ProcessHandle process) {
        send(process, CONTINUE);
    }

    // a failure means that the process has ended or is not ours; the caller checks afterwards what still lives
    private static void send(ProcessHandle process, int signal) {
        if (KILL.isPresent() && process.isAlive()) {
            try {
                int unused = (int) KILL.get().invokeExact(Math.toIntExact(process.pid()), signal);
            } catch (Throwable e) {
                throw new IllegalStateException("kill cannot be called", e);
            }
        }
    }

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> kill() {
        if (!MAC && !System.getProperty("os.name").startsWith("Linux")) {
            return Optional.empty();
        }
        var linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("kill")
                .map(kill -> linker.downcallHandle(
                        kill, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)));
    }
}
