package dev.joust.processes;

import static java.util.stream.Collectors.joining;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Work;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A parent that a test kills: has two workers compute for hours, prints their pids and waits. */
final class DoomedParent {
    private DoomedParent() {}

    public static void main(String[] args) {
        var setup = ProtocolSamples.setup(URI.create("http://127.0.0.1:1"), 2, Path.of(args[0]));
        var pool = WorkerPool.start(WorkerCommand.of(WorkerMain.class), setup, PoolOptions.DEFAULTS);
        var endless = new Step.Compute(Kernel.MIX, Duration.ofHours(24));
        var units = List.of(new Work("w", 1, List.of(endless)), new Work("w", 2, List.of(endless))).stream()
                .map(pool::run)
                .toList();
        System.out.println(pool.pids().stream().map(Object::toString).collect(joining(" ")));
        units.forEach(unit -> unit.toCompletableFuture().join());
    }
}
