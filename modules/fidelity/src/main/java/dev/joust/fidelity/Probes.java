package dev.joust.fidelity;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/** The probes by name. {@code python/__main__.py} has the same names. */
final class Probes {
    private final Map<String, Probe> byName;

    /** @param out gets the line that a server is ready */
    Probes(PrintStream out) {
        byName = Map.of(
                "fixed-work", new FixedWork(),
                "as-printed", new AsPrinted(),
                "slices", new Slices(),
                "overshoot", new Overshoot(),
                "echo-server", new EchoServer(out),
                "short-call", new ShortCall(),
                "uninterruptible", new Uninterruptible(),
                "loop-lag", new LoopLag(),
                "processes", new WorkerProcesses());
    }

    Optional<Probe> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
