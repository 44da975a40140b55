package dev.joust.compare.machine;

import java.util.Map;
import java.util.Optional;

/** One process for a test, changed part by part. */
record Processed(ProcessReading usage) {
    static ProcessReading withId(long pid) {
        return process(pid).usage;
    }

    static Processed process(long pid) {
        return new Processed(new ProcessReading(
                new ProcessReading.ProcessId(pid, 1),
                0,
                new CpuTime(0, 0, 0, Optional.of(0L)),
                Optional.of(Map.of(pid, ContextSwitches.NONE)),
                Optional.of(IoCalls.NONE),
                new MemoryUse(Optional.of(100L), Optional.of(200L), Optional.of(50L)),
                new OpenHandles(1, Optional.of(2), Optional.of(3))));
    }

    Processed cpu(long total, long user, long system) {
        return with(new CpuTime(total, user, system, usage.cpu().reapedNanos()));
    }

    Processed reaped(Optional<Long> nanos) {
        return with(new CpuTime(
                usage.cpu().totalNanos(), usage.cpu().userNanos(), usage.cpu().systemNanos(), nanos));
    }

    Processed switches(Optional<Map<Long, ContextSwitches>> byThread) {
        return new Processed(new ProcessReading(
                usage.id(), usage.atNanos(), usage.cpu(), byThread, usage.calls(), usage.memory(), usage.handles()));
    }

    Processed memory(MemoryUse memory) {
        return new Processed(new ProcessReading(
                usage.id(), usage.atNanos(), usage.cpu(), usage.switches(), usage.calls(), memory, usage.handles()));
    }

    Processed started(long started) {
        return new Processed(new ProcessReading(
                new ProcessReading.ProcessId(usage.id().pid(), started),
                usage.atNanos(),
                usage.cpu(),
                usage.switches(),
                usage.calls(),
                usage.memory(),
                usage.handles()));
    }

    Processed calls(Optional<IoCalls> calls) {
        return new Processed(new ProcessReading(
                usage.id(), usage.atNanos(), usage.cpu(), usage.switches(), calls, usage.memory(), usage.handles()));
    }

    private Processed with(CpuTime cpu) {
        return new Processed(new ProcessReading(
                usage.id(), usage.atNanos(), cpu, usage.switches(), usage.calls(), usage.memory(), usage.handles()));
    }
}
