package dev.joust.quarkus;

import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitServer;
import dev.joust.trial.WorkRunner;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way to write an endpoint of Quarkus. It is a server and nothing else.
 *
 * <p><b>quarkus-reactive</b> returns a {@code Uni}, and everything runs on the event loop. It wins when units wait, and
 * loses as soon as they compute: meanwhile its loop reads nothing. <b>quarkus-blocking</b> has {@code @Blocking}: a
 * thread of the worker pool per request; it loses when more units wait than the pool has threads.
 * <b>quarkus-virtual</b> has {@code @RunOnVirtualThread}: a virtual thread per request, of which one per core computes.
 * <b>quarkus-offload</b> returns a {@code Uni} and gives each computation to the worker pool, as Quarkus' guide
 * advises.
 *
 * <p>Options: {@code loops}, the number of event loops, and {@code workers}, the most threads of the worker pool. Both
 * are Quarkus' own choice where the scenario says nothing.
 */
final class QuarkusModel implements ConcurrencyModel {
    static final Set<String> NAMES =
            Set.of("quarkus-reactive", "quarkus-blocking", "quarkus-virtual", "quarkus-offload");

    private static final int MAX_LOOPS = 1_024;
    private static final int MAX_WORKERS = 10_000;

    private final String name;

    private QuarkusModel(String name) {
        this.name = name;
    }

    static List<QuarkusModel> all() {
        return NAMES.stream().sorted().map(QuarkusModel::new).toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> framework() {
        return Optional.of(QuarkusVersion.label());
    }

    @Override
    public Ceiling ceiling(int cores, int slots) {
        return Ceiling.ofCores(cores, slots);
    }

    @Override
    public Set<String> options() {
        return Set.of("loops", "workers");
    }

    @Override
    public boolean serves() {
        return true;
    }

    @Override
    public UnitServer serve(Setup setup, FrontDoor door) throws IOException {
        var options = new Options(name, setup.options()).known(options());
        var sizes = new QuarkusServer.PoolSizes(
                options.number("loops", 0, MAX_LOOPS, 0), options.number("workers", 0, MAX_WORKERS, 0));
        return QuarkusServer.start(name.substring("quarkus-".length()), setup, door, sizes);
    }

    @Override
    public WorkRunner start(Setup setup) {
        throw new IllegalArgumentException(name + " is a server: it needs a scenario over http");
    }
}
