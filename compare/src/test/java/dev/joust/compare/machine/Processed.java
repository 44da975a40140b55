package dev.joust.compare.machine;

import java.util.Map;
import java.util.Optional;

/** One process for a test, changed part by part. */
record Processed(ProcessUsage usage) {
    static ProcessUsage withId(long pid) {
        return process(pid).usage;
    }

    static Processed process(long pid) {
        return new Processed(new ProcessUsage(
                new ProcessUsage.Id(pid, 1),
                new Cpu(0, 0, 0, Optional.of(0L)),
                Optional.of(Map.of(pid, Switches.NONE)),
                Optional.of(Calls.NONE),
                new Memory(Optional.of(100L), Optional.of(200L), Optional.of(50L)),
                new Handles(1, Optional.of(2), Optional.of(3))));
    }

    Processed cpu(long total, long user, long system) {
        return with(new Cpu(total, user, system, usage.cpu().reapedNanos()));
    }

    Processed reaped(Optional<Long> nanos) {
        return with(new Cpu(
                usage.cpu().totalNanos(), usage.cpu().userNanos(), usage.cpu().systemNanos(), nanos));
    }

    Processed switches(Optional<Map<Long, Switches>> byThread) {
        return new Processed(
                new ProcessUsage(usage.id(), usage.cpu(), byThread, usage.calls(), usage.memory(), usage.handles()));
    }

    Processed memory(Memory memory) {
        return new Processed(
                new ProcessUsage(usage.id(), usage.cpu(), usage.switches(), usage.calls(), memory, usage.handles()));
    }

    Processed started(long started) {
        return new Processed(new ProcessUsage(
                new ProcessUsage.Id(usage.id().pid(), started),
                usage.cpu(),
                usage.switches(),
                usage.calls(),
                usage.memory(),
                usage.handles()));
    }

    Processed calls(Optional<Calls> calls) {
        return new Processed(
                new ProcessUsage(usage.id(), usage.cpu(), usage.switches(), calls, usage.memory(), usage.handles()));
    }

    private Processed with(Cpu cpu) {
        return new Processed(
                new ProcessUsage(usage.id(), cpu, usage.switches(), usage.calls(), usage.memory(), usage.handles()));
    }
}
