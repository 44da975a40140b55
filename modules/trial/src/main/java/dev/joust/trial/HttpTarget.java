package dev.joust.trial;

import dev.joust.scenario.Arm;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the units of a trial go whose model is a server.
 *
 * @param host that it listens on
 * @param base what comes before {@link UnitRequests#PREFIX} in a path
 * @param keepAlive whether a connection serves one unit after the other
 */
public record HttpTarget(String host, int port, String base, boolean keepAlive) {
    /** The name of the model that stands for the clients of a server. A scenario cannot use it. */
    public static final String CLIENT = "http-load";

    /** The options of that model. */
    public static final Set<String> OPTIONS = Set.of("host", "port", "base", "keepAlive");

    /** What the counters of the clients' process begin with, in the measurement of a server. */
    public static final String COUNTERS = "load.";

    /** The counter of the CPU time that the clients used in the window, in cores. */
    public static final String CPU_CORES = COUNTERS + "cpu-cores";

    /** The counter of the connections that the clients opened. */
    public static final String CONNECTIONS_OPENED = COUNTERS + "connections-opened";

    private static final int MAX_PORT = 65_535;

    /** The target that these options name. */
    public static HttpTarget of(Map<String, String> options) {
        var given = new Options(CLIENT, options);
        return new HttpTarget(
                options.getOrDefault("host", "127.0.0.1"),
                given.number("port", 1, MAX_PORT, 0),
                options.getOrDefault("base", ""),
                given.flag("keepAlive", true));
    }

    /** The trial of the clients of a server: each unit of this trial goes to the target. */
    public Trial driving(Trial trial) {
        var access = trial.workload().http().orElseThrow();
        var arm = new Arm(trial.arm().name(), CLIENT, Optional.of(access.connections()), 1.0, Map.of(), options());
        return new Trial(trial.id(), arm, trial.workload(), trial.conditions());
    }

    /** The options that name it. */
    public Map<String, String> options() {
        return Map.of("host", host, "port", String.valueOf(port), "base", base, "keepAlive", String.valueOf(keepAlive));
    }
}
