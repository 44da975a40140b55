package dev.joust.compare.machine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * Processes as OSHI shows them on each system that it supports: CPU time in milliseconds, no switches per thread, no
 * peak. Where OSHI cannot be loaded, no process can be read.
 */
final class OshiProcessReader implements ProcessReader {
    private final Optional<OperatingSystem> system = OshiSystem.find().map(SystemInfo::getOperatingSystem);

    /** The root and its descendants as the JDK sees them. */
    static List<Long> descendants(long root) {
        return ProcessHandle.of(root).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(ProcessHandle::pid)
                .toList();
    }

    @Override
    public List<Long> tree(long root) {
        return descendants(root);
    }

    @Override
    public Optional<ProcessReading> read(long pid, ReadingDetail detail) {
        return system.map(known -> known.getProcess(Math.toIntExact(pid)))
                .filter(process -> process.getState() != OSProcess.State.INVALID)
                .map(process -> new ProcessReading(
                        new ProcessReading.ProcessId(pid, process.getStartTime()),
                        System.nanoTime(),
                        cpu(process),
                        Optional.empty(),
                        Optional.empty(),
                        new MemoryUse(Optional.of(process.getResidentSetSize()), Optional.empty(), Optional.empty()),
                        new OpenHandles(process.getThreadCount(), Optional.empty(), files(process))));
    }

    private static CpuTime cpu(OSProcess process) {
        long user = TimeUnit.MILLISECONDS.toNanos(process.getUserTime());
        long system = TimeUnit.MILLISECONDS.toNanos(process.getKernelTime());
        return new CpuTime(user + system, user, system, Optional.empty());
    }

    private static Optional<Integer> files(OSProcess process) {
        return LongStream.of(process.getOpenFiles())
                .filter(count -> count >= 0)
                .mapToObj(Math::toIntExact)
                .findFirst();
    }
}
